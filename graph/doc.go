// Package graph groups the packages that store what articles say as quads and query it. It has no code of its own;
// imports between the packages go downwards only.
//
//	web        pages, Cayley's web UI and HTTP API
//	search     what people type, found among all names
//	view       what is known of one thing: the one read model, for commands, pages and data alike
//	ingest     articles, N-Quads and corrections into the store; what follows from them kept up to date
//	derive     which mentions are one person, who held which post when: worked out from quads, never written
//	tenure     the reasoning about time; knows no store
//	statement  the records of an article as quads; knows no store
//	store      the folder on disk: opening, changing it safely, reading it
//	query      Gizmo and GraphQL with limits; knows nothing of persons and posts
//	vocab      terms, IRIs, literals, N-Quads
//
// What comes in: results of extraction (record.Result) and N-Quads. What goes out: a store that Cayley's
// query languages read, canonical N-Quads, and answers with the words that say so. graph/README.md draws
// the arrows, names every class and property, and follows one article in and one question out.
//
// A store has four layers, told apart by the label (the graph name) of each quad:
//
//	label                 what is in it                                    made by
//	the article's IRI     what that article says, and nothing else         statement.Of
//	…/id/reference        places, organisations, posts: what they are,     statement.Of
//	                      as far as the articles stored speak of them,
//	                      and from when until when they were there
//	…/id/corrections      what people decided on                           ingest.Correct
//	…/id/derived          which mentions are one person, one document,     derive.Deriver
//	                      one meeting, who held which post from when
//	                      until when, and what cannot be true; can be
//	                      thrown away and rebuilt
//
// Each layer is a function of the set of articles, of the lists and of the corrections: the order in
// which articles came leaves no trace, so two stores of the same articles export the same bytes.
package graph
