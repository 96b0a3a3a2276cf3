// Package mention finds what a document names: people, posts, organisations, units, dates and events, and the official
// documents, congresses and sessions that it mentions.
//
// In: a document.Page. Out: a Page, whose Items are in the order of the text and do not overlap. Each has what the text
// says about it, and what the context supplies where the text leaves it out: the place of "Quận ủy", the body of
// "Phó Giám đốc". Package relation decides whether a person holds a post.
package mention
