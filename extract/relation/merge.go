package relation

import (
	"slices"
	"strings"

	"github.com/nhiemky/nhiemky/extract/mention"
	"github.com/nhiemky/nhiemky/extract/record"
)

// mergeAll joins the drafts of one person, post and organisation: first the steps of a career, of which the last
// counts, then what the document reports.
func mergeAll(said []draft) []draft {
	index := map[[3]string]int{}
	var of [][]int
	for k := range said {
		d := &said[k]
		key := [3]string{strings.ToLower(d.Person), strings.ToLower(d.Post), strings.ToLower(d.Organization)}
		i, seen := index[key]
		if !seen {
			i = len(of)
			index[key] = i
			of = append(of, nil)
		}
		of[i] = append(of[i], k)
	}
	drafts := make([]draft, len(of))
	for i, same := range of {
		drafts[i] = oneHolding(said, same)
	}
	return drafts
}

// oneHolding joins those of the drafts that are of one holding.
func oneHolding(said []draft, same []int) draft {
	out := said[same[0]]
	first := out.step
	var other *draft
	for _, k := range same[1:] {
		switch d := &said[k]; {
		case d.step == first:
			out = mergeDoubts(out, *d)
		case other == nil:
			other = d
		default:
			*other = mergeDoubts(*other, *d)
		}
	}
	if other == nil {
		return out
	}
	return mergeDoubts(out, *other)
}

// mergeDoubts joins two drafts and their doubts: what is said twice alike is doubtful only as far as both are.
func mergeDoubts(a, b draft) draft {
	out := merge(a, b)
	if out.scene = laterOf(a.scene, b.scene); a.scene.IsZero() || b.scene.IsZero() { // the one without is of the document's day
		out.scene = record.Date{}
	}
	if a.Term != b.Term && !(out.From.IsZero() && out.To.IsZero()) { // the term goes with the dates
		out.Term = 0
		for _, d := range []draft{a, b} {
			if d.From == out.From && d.To == out.To {
				out.Term = d.Term
			}
		}
	} else if a.Term != 0 && b.Term != 0 && a.Term != b.Term {
		out.Term = termOfStatus(a, b, out.Status)
	}
	switch {
	case a.Status == b.Status:
		out.doubts = nil
		for _, d := range a.doubts {
			if slices.Contains(b.doubts, d) {
				out.doubts = append(out.doubts, d)
			}
		}
	case out.Status == b.Status:
		out.doubts = b.doubts
	default:
		out.doubts = a.doubts
	}
	return out
}

// termOfStatus is the term of the one of two drafts that has the status: "Bí thư khóa XXV, tiếp tục làm Bí thư khóa
// XXVI" begins that of XXVI. A record of two terms in one status has none.
func termOfStatus(a, b draft, status record.Status) int {
	switch {
	case a.Status == b.Status:
		return 0
	case a.Status == status:
		return a.Term
	}
	return b.Term
}

// strength orders statuses: what happened goes before what was, and that before what is.
var strength = map[record.Status]int{record.Holds: 1, record.Former: 2, record.Nominated: 3, record.Ends: 4, record.Starts: 4}

// merge joins two drafts of the same holding: what says more stays, with the dates of both. A step
// of a career goes on when the document also names the post as held; of two steps the later counts.
func merge(a, b draft) draft {
	if keptOn(a, b) {
		b.From = a.From
	} else if keptOn(b, a) {
		a.From = b.From
	}
	switch {
	case a.putForward() && b.Status != record.Nominated:
		return b
	case b.putForward() && a.Status != record.Nominated:
		return a
	case a.Status == record.Nominated && b.won(), b.Status == record.Nominated && a.won():
		if a.won() {
			return a
		}
		return b // "3/2016 được giới thiệu ứng cử …; 5/2016 trúng cử": what came of it
	case a.step && b.step:
		return mergeSteps(a, b)
	case a.step:
		return mergeStep(b, a)
	case b.step:
		return mergeStep(a, b)
	case a.Status == record.Starts && b.Status == record.Ends && !strings.HasPrefix(b.Evidence.Rule, "apposition"): // taken up, and left again further on
		if b.From.IsZero() {
			b.From = a.From
		}
		return b
	}
	return mergeTold(a, b)
}

// mergeStep makes one of what is told of a post now, a, and of a step b of a career that has the same post: the news that
// says that somebody leaves, and the line below that says since when he was in office.
func mergeStep(a, b draft) draft {
	news := a.Status == record.Starts && a.From.IsZero() && a.sent <= mention.HeadSentences // what it is about, be it without a day
	if (a.Status == record.Holds || a.Status == record.Starts && !a.Again && !news) && a.AsOf.IsZero() && !b.To.IsZero() {
		return b // an undated document that tells the end speaks of what is over
	}
	if a.Status == record.Starts && !b.To.IsZero() {
		return a // taken up again: the stint that is over is another
	}
	if a.From.IsZero() && !b.From.IsZero() {
		a.begunWith(b)
		if a.To.IsZero() {
			a.Evidence = b.Evidence // the sentence that says since when
		}
	}
	if a.To.IsZero() && a.Status != record.Holds && b.To.Last().Compare(a.From) >= 0 {
		a.To = b.To
	}
	if follows(b.To, a.From) && !b.From.IsZero() && a.To != b.To || unbroken(b, a) {
		a.From = b.From // one line of the career after the other
	}
	return a
}

// mergeSteps makes one of two steps of a career with the same post: two terms in a row, or one that is told twice.
func mergeSteps(a, b draft) draft {
	if laterStep(a, b) {
		a, b = b, a
	}
	if b.From.IsZero() { // told again without its begin
		return sameStint(a, b)
	}
	if b.term > 0 && b.term == a.term+1 && a.To.IsZero() && !a.From.IsZero() {
		b.From, b.Evidence, b.Term = a.From, a.Evidence, 0 // elected for one term after the other
	} else if follows(a.To, b.From) || unbroken(a, b) {
		b.From, b.Term = a.From, 0
	}
	return b
}

// mergeTold makes one of two drafts that both tell of the present, in the order of the text: the stronger status stays,
// and takes from the other the dates that it lacks.
func mergeTold(a, b draft) draft {
	if a.Status == record.Starts && b.Status == record.Starts && !a.From.IsZero() && !b.From.IsZero() { // elected, then approved
		if b.From.Compare(a.From) < 0 {
			a.From, a.Evidence = b.From, b.Evidence
		}
	}
	if strength[b.Status] > strength[a.Status] {
		a, b = b, a
	}
	if a.From.IsZero() && !b.From.IsZero() && (a.Status == b.Status || (a.Status == record.Ends || a.Status == record.Starts) && (b.Status == record.Holds || b.Status == record.Starts)) {
		a.begunWith(b)
		if a.To.IsZero() {
			a.Evidence = b.Evidence
		}
	}
	if a.To.IsZero() && !b.To.IsZero() && a.Status == b.Status {
		a.To, a.Evidence = b.To, b.Evidence
	}
	return a
}

// begunWith gives draft a the begin that draft b tells. Where that lies months before the document, the post is held: the text only
// comes back to how it was taken up.
func (a *draft) begunWith(b draft) {
	a.From = b.From
	now := a.AsOf
	if a.Status == record.Starts && b.Status == record.Holds && now.Year > 0 && now.Month > 0 && b.From.Month > 0 && (now.Year-b.From.Year)*12+now.Month-b.From.Month > newsMonths {
		a.Status = record.Holds
	}
}

// newsMonths is the number of months after which an appointment is no news.
const newsMonths = 4

// keptOn reports whether draft b tells the vote by which somebody keeps the post that draft a tells of the term before:
// "bầu hai Phó Bí thư khóa mới là ông A, Phó Bí thư khóa 16, và …". The post has the begin of the first.
func keptOn(a, b draft) bool {
	if a.term == 0 || b.From.IsZero() || b.ranged || !a.To.IsZero() {
		return false
	}
	beside := a.sent == b.sent && b.term == 0 && b.Status == record.Starts && strings.HasPrefix(a.claim.rule, "apposition")
	return b.term == a.term+1 || beside
}

// unbroken reports whether line b of a career tells again the post that line a before it begins and does not end: "1997: Thành
// ủy viên, Giám đốc Sở; 2001: Thành ủy viên, Phó Chủ tịch".
func unbroken(a, b draft) bool {
	return a.claim.rule == "career-line" && b.claim.rule == "career-line" && a.To.IsZero() && !a.From.IsZero() && a.From.Compare(b.From) < 0
}

// follows reports whether a stint begins when the one before has ended: "8/2001 - 9/2002", "10/2002 - 9/2004".
func follows(to, from record.Date) bool {
	if to.IsZero() || from.IsZero() {
		return false
	}
	if to.Month == 0 || from.Month == 0 {
		return to.Year == from.Year
	}
	months := (from.Year-to.Year)*12 + from.Month - to.Month
	return months == 0 || months == 1
}

// won reports whether a draft tells of an election or an appointment that lies back.
func (d *draft) won() bool {
	return d.Status != record.Nominated && d.Status != record.Ends && d.claim.rule == "event-start" && d.claim.status == record.Starts
}

// putForward reports whether a draft tells of a nomination that lies back: what came of it goes before.
func (d *draft) putForward() bool { return d.Status == record.Nominated && d.step }

// sameStint completes step b, of which the begin is not told, by step a before it.
func sameStint(a, b draft) draft {
	b.From = a.From
	if !b.To.IsZero() {
		return b
	}
	b.Term, b.Evidence = a.Term, a.Evidence
	if b.Status != record.Holds {
		b.To = a.To
	}
	return b
}

// laterStep reports whether step a is later than b: by their begins, or else in the order of the career.
func laterStep(a, b draft) bool {
	if a.From.IsZero() || b.From.IsZero() {
		return a.order > b.order
	}
	return b.From.Compare(a.From) <= 0
}
