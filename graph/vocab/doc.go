// Package vocab has the words of the graph: namespaces, classes and properties (vocab.go), the IRIs of
// things and of parts of articles (iri.go), kinds of things and their addresses on pages (kind.go), keys by
// which names are found (key.go), literals (literal.go), and N-Quads written and read (nquads.go, read.go,
// parse.go), relative IRIs (resolve.go).
//
// What comes in and goes out are values of github.com/cayleygraph/quad. Dates are EDTF; offsets are bytes.
// Errors of reading name the line, from 1, and the column, a byte of it from 1. The package knows no
// store and no query language.
package vocab
