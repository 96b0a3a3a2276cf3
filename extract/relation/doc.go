// Package relation decides who holds which post, since when, and how that stands.
//
// In: a mention.Page. Out: records. A linker goes through the sentences: it reads what part each person has in a clause
// (who decides, whom it concerns, in whose place), what is denied or planned, and makes claims, each by a rule with
// samples in extract/rules. Claims get their time, careers are put in order, and what is said several times of a
// person, a post and an organisation becomes one record, with its doubts.
package relation
