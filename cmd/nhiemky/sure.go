package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"github.com/nhiemky/nhiemky/extract/record"
)

// addSure gives a command the flag that leaves out what is less sure.
func addSure(cmd *cobra.Command, least *float64) {
	cmd.Flags().Float64Var(least, "min-confidence", 0, "leave out what has less confidence than this, from 0 to 1")
}

// checkSure refuses a confidence that there is not.
func checkSure(least float64) error {
	if !(least >= 0 && least <= 1) {
		return failf(errUsage, "--min-confidence: %v is not from 0 to 1", least)
	}
	return nil
}

// thatSure says in a message that a confidence was asked for.
func thatSure(least float64) string {
	if least == 0 {
		return ""
	}
	return fmt.Sprintf(" with a confidence of %.2f or more", least)
}

// sureEnough is the confidence from which a person is not told of it.
const sureEnough = 0.9

// doubtful says of something that is not sure enough how sure it is.
func doubtful(confidence float64) string {
	if confidence >= sureEnough {
		return ""
	}
	return fmt.Sprintf(" · confidence %.2f", confidence)
}

// surer passes results on with the records only that have the confidence.
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
