package view

import (
	"github.com/nhiemky/nhiemky/extract/record"
	"github.com/nhiemky/nhiemky/graph/tenure"
)

// Basis says where tenures come from. The zero value is the derived layer, which is computed from all statements.
type Basis struct {
	Anew  bool    // compute the tenures from the statements, with the kind of each reason
	Least float64 // ignore statements with less confidence; only with Anew
}

// Anew is the basis of commands: tenures computed from the statements with at least a confidence.
func Anew(least float64) Basis { return Basis{Anew: true, Least: least} }

// Question is a question about a post, or about all posts of an organisation or a place.
type Question struct {
	Basis
	From, To record.Date // the time in question: did the holder hold the post on some day of it? Zero for no such question
}

// At asks the derived layer about a date, or about no time if it is zero.
func At(date record.Date) Question { return Question{From: date, To: date} }

// Verdict says how sure it is that somebody held a post at the time in question.
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
