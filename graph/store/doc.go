// Package store is a folder on disk that holds quads, in Cayley's key-value store over LevelDB, or the
// same in memory.
//
//	folder.go   what is in the folder; opening, making, who has it open
//	finished.go what the last finished write left, which readers open (frozen.go) beside a writer
//	moveon.go   a reader goes on to what was finished since
//	journal.go  a change too large for one transaction, carried out wholly or not at all
//	apply.go    changes, and what Cayley must not be told twice
//	reader.go   quads by one or two of their parts, by an index; what was read lately is kept (recent.go)
//	query.go    queries on the store, in turn
//	export.go   all of it as canonical N-Quads
//
// One process at a time writes to a store, others read what it finished. Its methods may be called from
// several goroutines, and those that write take turns. Beside graph/query it is the only package that
// imports Cayley's engine; what the quads mean it leaves to others.
package store
