// Package graph keeps what articles say as quads, and finds them again.
//
// What comes in: results of extraction (record.Result) and N-Quads. What goes out: a store that
// Cayley's query languages read, canonical N-Quads, counts. It recognises nothing in a text, and no
// other package of the project knows Cayley.
//
// A store has four layers, told apart by the label (the graph name) of each quad:
//
//	label                    what is in it                                 made by
//	the article's IRI        what that article says, and nothing else       quads.go
//	…/id/reference           places, organisations, posts: what they are,   background.go
//	                         as far as the articles stored speak of them,
//	                         and from when until when they were there       life.go
//	…/id/corrections         what people decided on                         correction.go
//	…/id/derived             which mentions are one person, one document,    derive.go
//	                         one meeting, who held which post from when      tenures.go
//	                         until when, and what cannot be true; can be
//	                         thrown away and rebuilt
//
// Each layer is a function of the set of articles, of the lists and of the corrections: the order in
// which articles came leaves no trace, so two stores of the same articles export the same bytes. The
// reasoning about time is a package of its own that knows no store: graph/tenure.
package graph
