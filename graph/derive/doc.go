// Package derive works out what follows from the articles together.
//
//	deriver.go      one name, one unit of tenures or one group of documents at a time
//	person.go       which mentions of a name are one person
//	tenures.go      who held a post from when until when: reads statements and asks graph/tenure
//	holding.go      what one article says of a person in a post, as it is stored
//	seat.go         what bounds a post from outside: the life of its body or place, its terms
//	document.go     which mentions are one document
//	corrections.go  what people decided, ready to be looked up
//
// What comes in is a store.Reader and a key; what goes out are the quads that are derived now and those
// that were derived before. It cannot write: package ingest carries out the difference.
package derive
