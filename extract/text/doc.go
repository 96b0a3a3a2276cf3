// Package text turns the raw bytes of a document into words that know where they stand.
//
// In goes UTF-8 text as it was found: composed or decomposed accents, old and new places of the
// tone mark (uỷ, ủy), no-break spaces, words glued to punctuation. Out comes a Text: tokens in a
// normal form, each with the span of raw bytes that it stands for, so that whatever is recognised
// in the tokens can be shown in the document word for word.
//
// The package knows letters and punctuation, no words of any language, and does no recognition.
// All offsets are bytes of the raw document; nothing outside this package does arithmetic on them.
package text
