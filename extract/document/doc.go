// Package document reads the form of a text: tokens, lines, sentences, tables, headings, and the notes behind it.
//
// In: a record.Document and the lists. Out: Page, on which every position is an index of a token; Page.Text gives the
// bytes of the raw document. It knows which words begin a name or a body, for sentences that break off within one,
// and nothing of who holds what.
package document
