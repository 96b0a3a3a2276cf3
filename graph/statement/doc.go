// Package statement turns the records of an article into quads, without a store.
//
//	article.go     what one article states, and what is known of the things in it: Of
//	records.go     holdings, congresses, lives; reference.go documents and meetings. Every kind of record
//	               has its case in recorder.record
//	background.go  what the lists know of organisations, posts and titles; life.go from when until when they
//	               are there; atlas.go of places; organization.go which body stands above which
//	series.go      the run of documents in which a number is given out once; period.go for how long
//	shingles.go    how much of their words two articles share
//	correction.go  what people decided, as quads
//
// Equal results and lists give equal quads, in whatever order articles come. Nothing here reads a store,
// and nothing is worked out across articles.
package statement
