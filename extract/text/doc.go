// Package text splits the raw bytes of a document into words that know their place.
//
// In: UTF-8 text as it was found, with composed or decomposed accents, old and new places of the tone mark (uỷ, ủy),
// no-break spaces, characters that nobody sees, marks of notes, and words without a space before punctuation. Out: a Text,
// which is tokens in a normal form, each with its span of raw bytes. Whatever is recognised in the tokens can therefore be
// shown in the document word for word.
//
// The package knows letters and punctuation but no words of a language. All offsets are bytes of the raw document; no
// other package does arithmetic on them.
package text
