// Package mention finds what a document names: people, posts, organisations, units, dates and events, and the official
// documents, congresses and sessions that it speaks of.
//
// In: a document.Page. Out: Page, whose Items are in the order of the text and do not overlap, each with what the text
// says of it and what the context fills in where the text leaves it out: the place of "Quận ủy", the body of
// "Phó Giám đốc". Whether a person holds a post is not decided here.
package mention
