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
//	conflict.go  statements that cannot all be true: the smallest set is reported and set aside, and
//	             the rest still gives bounds
//	answer.go    whether somebody held the post at a date
//
// What is assumed, and nothing else:
//
//   - The first and the last day belong to a tenure. The day on which a seat changes hands belongs to both.
//   - Nobody leaves and comes back unseen: two sightings of a person with no sign of an end that
//     surely lies between them are one tenure.
//   - A report of an event that does not name its day follows it within 31 days.
//   - Two beginnings within 92 days are one: elected, then confirmed. So are two ends.
//   - Who is put forward does not hold the post yet, or is to win it anew.
//
// Tests hold that with these the truth lies within the bounds, that the bounds only tighten as
// statements are added, and that the order of statements does not matter (property_test.go).
package tenure
