// Package ingest puts articles, N-Quads and corrections into a store, and brings what follows from them up
// to date.
//
//	add.go      articles, one after the other: Begin, Adding.Article, Adding.Finish
//	copy.go     articles with the same words; nearly.go with nearly the same
//	load.go     N-Quads: blank nodes of several files (loadblank.go), what a file may not decide
//	            (loaddecisions.go); edit.go statements put in or taken out beside readers
//	correct.go  what people decided
//	update.go   one run of changes: what is planned, carried out in groups, and noted as touched
//	touched.go  what has to be derived anew, in a file that outlives a process that is killed
//	derive.go   the touched names and units, derived side by side; sweep.go what nothing speaks of any more
//
// A process that dies in between leaves a store that says that it is stale; the next run that writes goes
// on from there and gives what an undisturbed run would have given, byte for byte.
package ingest
