package main

import (
	"fmt"

	"github.com/nhiemky/nhiemky/extract/record"
)

// thatSure is the part of a message that says which confidence was asked for.
func thatSure(least float64) string {
	if least == 0 {
		return ""
	}
	return fmt.Sprintf(" with a confidence of %.2f or more", least)
}

// sureEnough is the confidence from which output for people does not mention it.
const sureEnough = 0.9

// doubtful is the confidence of something that is not sure enough, as text.
func doubtful(confidence float64) string {
	if confidence >= sureEnough {
		return ""
	}
	return fmt.Sprintf(" · confidence %.2f", confidence)
}

// surer passes results on with only those records that have the confidence.
func surer(least float64, use func(record.Result) error) func(record.Result) error {
	return func(r record.Result) error {
		var kept []record.Record
		for _, rec := range r.Records {
			if rec.Proof().Confidence >= least {
				kept = append(kept, rec)
			}
		}
		r.Records = kept
		return use(r)
	}
}
