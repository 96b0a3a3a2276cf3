package main

import (
	"strings"
	"testing"

	"github.com/nhiemky/nhiemky/graph/statement"
)

// What is in a file of corrections stays byte for byte when a decision is added and taken back.
func TestDecisionsInAFile(t *testing.T) {
	c := statement.Correction{Decision: statement.Wrong, Subject: "https://nhiemky.github.io/id/article/a.txt#holding/X/Y", Reason: "ảnh nhầm,\n\"chú thích\"", By: "Lan", On: "2026-11-22"}
	const head = "decision,subject,other,property,value,reason,by,date\n"
	for _, before := range []string{"", head, "# của tôi\n" + head + "# hết\n", "\ufeff" + strings.ReplaceAll(head, ",", ";"),
		strings.ReplaceAll(head, "\n", "\r\n"), head + "wrong,https://nhiemky.github.io/id/article/b.txt#holding/X/Y,,,,\"nhiều\ndòng\",Lan,2026-11-21"} {
		with, err := withCorrection([]byte(before), c)
		if err != nil {
			t.Fatal(err)
		}
		after, err := withoutCorrection(with, c)
		if want := string(with[:len(with)-len(lineOf(t, before, c))]); err != nil || string(after) != want {
			t.Errorf("%q: got %q, want %q, %v", before, after, want, err)
		}
		if _, err := withoutCorrection(after, c); err == nil {
			t.Errorf("%q: what is not there is taken out", before)
		}
	}
}

// lineOf is a correction as it stands in a file that begins like another.
func lineOf(t *testing.T, before string, c statement.Correction) string {
	t.Helper()
	if before == "" || before[len(before)-1] != '\n' {
		before = "x\n"
	}
	all, err := withCorrection([]byte(before), c)
	if err != nil {
		t.Fatal(err)
	}
	return string(all[len(before):])
}
