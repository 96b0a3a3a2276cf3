package main

import (
	"errors"
	"fmt"
	"strconv"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/nhiemky/nhiemky/extract/record"
)

// atHelp is the help of --at.
const atHelp = "the day (2018-06-01 or 1/6/2018), month (2018-06) or year (2018) to ask about"

// typedDate is the value of a flag that takes a date, zero for none.
func typedDate(flag, typed string) (d record.Date, err error) {
	if strings.TrimSpace(typed) == "" {
		return d, nil
	}
	if d, err = record.ParseTyped(typed); err != nil {
		return d, failf(errUsage, "--%s: %w", flag, err)
	}
	return d, nil
}

// share is the value of a flag that takes a number from 0 to 1.
type share float64

func (s *share) String() string { return strconv.FormatFloat(float64(*s), 'g', -1, 64) }

// Type is how help texts call the value.
func (s *share) Type() string { return "number" }

// Set refuses what is not a number from 0 to 1.
func (s *share) Set(typed string) error {
	n, err := strconv.ParseFloat(typed, 64)
	if err != nil || !(n >= 0 && n <= 1) {
		return errors.New("want a number from 0 to 1, such as 0.9")
	}
	*s = share(n)
	return nil
}

// flagError puts what the library says of a wrong value into our words: the flag, the value, what is wanted.
func flagError(_ *cobra.Command, err error) error {
	var wrong *pflag.InvalidValueError
	if !errors.As(err, &wrong) {
		return err
	}
	flag := wrong.GetFlag()
	want := "want a number"
	switch flag.Value.Type() {
	case "int", "uint64":
		want = "want a whole number"
	case "duration":
		want = "want a time with its unit: 30s, 5m"
	case "bool":
		want = "want true or false"
	}
	if cause := wrong.Unwrap(); !errors.As(cause, new(*strconv.NumError)) && flag.Value.Type() != "duration" {
		want = cause.Error()
	}
	return fmt.Errorf("--%s: %q: %s", flag.Name, wrong.GetValue(), want)
}

// addSure adds the flag that leaves out records with a low confidence.
func addSure(cmd *cobra.Command, least *float64) {
	cmd.Flags().Var((*share)(least), "min-confidence", "leave out records with a lower confidence than this, from 0 to 1")
}
