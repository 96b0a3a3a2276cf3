// Package relation decides who holds which post, since when, and with which status.
//
// In: a mention.Page. Out: records. A linker goes through the sentences. It reads the part of each person in a clause
// (who decides, whom it concerns, in whose place) and what is denied or planned, and makes claims, each by a rule with
// samples in extract/rules. Claims get their time, and careers are put in order. Several claims about one person, post
// and organisation become one record, with its doubts.
package relation
