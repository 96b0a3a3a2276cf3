package view

import (
	"github.com/nhiemky/nhiemky/extract/record"
	"github.com/nhiemky/nhiemky/graph/tenure"
)

// Basis is what tenures are taken from. The zero value is the derived layer, which has what follows from all
// statements.
type Basis struct {
	Anew  bool    // work the tenures out from the statements, with the kind of each reason
	Least float64 // leave out statements of less confidence; only when they are worked out anew
}

// Anew is the basis of commands: what follows from the statements that have a confidence.
func Anew(least float64) Basis { return Basis{Anew: true, Least: least} }

// Question is what is asked of a post, or of all posts of an organisation or a place.
type Question struct {
	Basis
	From, To record.Date // for each holder, whether he or she held the post at some time in between; zero for no such question
}

// At asks the derived layer for a date, or for no time when it is zero.
func At(date record.Date) Question { return Question{From: date, To: date} }

// Verdict is how sure it is that somebody held a post at the time that was asked about.
type Verdict struct {
	tenure.Certainty
	To      record.Date // the end of that time
	Tenures []*Tenure   // on which it rests: one, or two on either side of the time; none when nothing has a date
	Because *Tenure     // of somebody else, which excludes these, or nil
}

// judge answers for the holders of a post. Each verdict stands at the tenures on which it rests, and the others
// have none.
func judge(all []Tenure, exclusive bool, from, to record.Date) {
	plain := make([]tenure.Tenure, len(all))
	for i, t := range all {
		plain[i] = t.Tenure
	}
	for _, v := range tenure.At(plain, exclusive, from, to) {
		verdict := &Verdict{Certainty: v.Certainty, To: to}
		if v.Other >= 0 {
			verdict.Because = &all[v.Other]
		}
		for _, i := range v.Tenures {
			verdict.Tenures = append(verdict.Tenures, &all[i])
			all[i].Verdict = verdict
		}
	}
}

// MayHold reports that a verdict is certain, likely or possible.
func (v *Verdict) MayHold() bool {
	return v != nil && (v.Certainty == tenure.Certain || v.Certainty == tenure.Likely || v.Certainty == tenure.Possible)
}
