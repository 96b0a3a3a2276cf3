// Package tenure works out when somebody held a post, as far as statements say, and why.
//
// What comes in: what articles say of one post (Statement), and what bounds the post itself (Seat).
// What goes out: tenures with four bounds each, and the statements that cannot all be true. It knows
// no store and no text.
//
// A statement is a sighting: on that day he held the post, or took it up, or had left it. A tenure is
// one unbroken time in the post. Its bounds are those of a time span of CIDOC CRM 7.1 (P82a, P81a,
// P81b, P82b), any of them open:
//
//	begin of the begin   the earliest day on which it can have begun
//	end of the begin     the latest day on which it can have begun
//	begin of the end     the earliest day on which it can have ended
//	end of the end       the latest day on which it can have ended
//
// The work goes in steps, a file each:
//
//	solve.go     the whole of it
//	claim.go     a statement as windows of days
//	split.go     the claims on one person as tenures: as few as the claims allow
//	order.go     bounds to their tightest: the constraints are differences between two days, a simple
//	             temporal problem (Dechter, Meiri and Pearl 1991), solved by carrying bounds along
//	             until nothing moves; of two tenures of one seat one comes first, and where bounds
//	             rule one order out the other holds
//	vote.go      statements weighed together: independent articles are votes
//	outvote.go   what clear majorities stand against is set aside
//	interrupt.go an end in the midst of a time that more articles see go on
//	lighter.go   which side of a contradiction is the lighter one
//	sure.go      how sure each tenure is
//	conflict.go  statements that cannot all be true: of the smallest set the lighter side is set aside,
//	             all of it where neither side is stronger, and the rest still gives bounds
//	reconcile.go two sources on one tenure that disagree about its days: its bounds are as wide as both
//	answer.go    whether somebody held the post at a date
//
// What is assumed, and nothing else:
//
//   - The first and the last day belong to a tenure. The day on which a seat changes hands belongs to both.
//   - Nobody leaves and comes back unseen: two sightings of a person with no sign of an end that
//     surely lies between them are one tenure.
//   - A report of an event that does not name its day follows it within 31 days.
//   - A head may be told to have taken up or handed over a post up to 31 days outside of the time of its body.
//   - Two beginnings within 92 days are one: elected, then confirmed. So are two ends.
//   - Who is elected up to 92 days before a term begins holds the post from the first day of that term.
//   - Days that begin before a term that the statement names and end in it, or go on behind it, are not those of the term.
//   - Who is put forward does not hold the post yet, or is to win it anew.
//   - A beginning within a month of a term with which the post is given anew may be that of who held it before.
//   - Nobody holds a post before the age of 18.
//   - In a seat for one nobody leaves and comes back without a word of it, as far as clearly more articles
//     say otherwise: they see somebody else in the midst of a time, or the same person soon after an end.
//
// A tenure is certain on the days between its inner bounds when more than one independent article has the
// person in the post at that time, or one reports the very event; else it is likely. Articles that are nearly
// copies of each other are one.
//
// Tests hold that with these the truth lies within the bounds, that the bounds only tighten as
// statements are added, that the order of statements does not matter, and that with a tenth of the
// statements false nobody false is certain where three articles have the right one (property_test.go, noise_test.go).
package tenure
