// Package document reads the form of a text: tokens, lines, sentences, tables, headings and notes.
//
// In: a record.Document and the lists. Out: a Page, on which every position is the index of a token; Page.Text gives
// the bytes of the raw document. The package knows which words begin a name or a body, because a line may break within
// one, and nothing about who holds what.
package document
