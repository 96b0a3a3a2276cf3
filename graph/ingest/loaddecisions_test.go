package ingest_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/nhiemky/nhiemky/graph/graphtest"
	"github.com/nhiemky/nhiemky/graph/ingest"
	"github.com/nhiemky/nhiemky/graph/statement"
	"github.com/nhiemky/nhiemky/graph/storetest"
	"github.com/nhiemky/nhiemky/graph/vocab"
)

// A file that was not written as an export is, or was changed by hand, does not decide anything, and
// nobody's tenure is taken from a file.
func TestAFileDoesNotDecide(t *testing.T) {
	holding := string(vocab.PartIRI(vocab.ArticleIRI("a.txt"), "holding", storetest.Tien, "Bí thư Quận ủy Ba Đình"))
	wrong := statement.Correction{Decision: statement.Wrong, Subject: holding, Reason: "seen", By: "Lan"}
	s := storetest.Memory(t)
	storetest.Add(t, s, graphtest.Result("a.txt", "2018-02-21", graphtest.Holds(storetest.Tien, "Bí thư", "Quận ủy Ba Đình", "D001.1", "2018-02-21")))
	undecided := storetest.Export(t, s)
	if _, err := ingest.Correct(t.Context(), s, []statement.Correction{wrong}); err != nil {
		t.Fatal(err)
	}
	export := storetest.Export(t, s)
	lines := slices.Collect(strings.Lines(export))
	swapped := slices.Clone(lines)
	swapped[0], swapped[1] = swapped[1], swapped[0]
	var others []string // what articles say
	for _, l := range lines {
		if !strings.HasSuffix(l, "<"+string(vocab.Derived)+"> .\n") {
			others = append(others, l)
		}
	}
	for _, c := range []struct {
		what, file string
		leftOut    int
		why, want  string // of the store
	}{
		{"an export", export, 0, "", export},
		{"without what is derived", strings.Join(others, ""), 0, "", export},
		{"in another order", strings.Join(swapped, ""), 5, "line 2 is not in the order of an export", undecided},
		{"line ends of Windows", strings.ReplaceAll(export, "\n", " \r\n"), 5, "line 1 is not written as an export has it", undecided},
		{"twice a line", lines[0] + export, 5, "line 2 is not in the order of an export", undecided},
		{"with a tenure of somebody else", strings.ReplaceAll(export, "<"+string(vocab.PropHolder)+"> <"+string(vocab.ThingIRI("person", storetest.Tien))+">",
			"<"+string(vocab.PropHolder)+"> <"+string(vocab.ThingIRI("person", "Zzz"))+">"), 0, "", export},
	} {
		loaded := storetest.Memory(t)
		l, err := ingest.Load(t.Context(), loaded, strings.NewReader(c.file), ingest.LoadOptions{})
		if err != nil || l.LeftOut != c.leftOut || l.Why != c.why {
			t.Errorf("%s: %+v, %v; want %d left out: %s", c.what, l, err, c.leftOut, c.why)
		}
		if got := storetest.Export(t, loaded); got != c.want {
			t.Errorf("%s: %s", c.what, storetest.FirstDifference(got, c.want))
		}
	}
	for what, change := range map[string][2]string{
		"line N: under the label of corrections, \"annulled\" is no decision":     {`"wrong"`, `"annulled"`},
		"line N: under the label of corrections, want a reason, and by whom":      {`"Lan"`, `""`},
		"line N: under the label of corrections, no decision as an export has it": {correctionIRI(wrong), correctionIRI(wrong) + "0"},
	} {
		loaded := storetest.Memory(t)
		_, err := ingest.Load(t.Context(), loaded, strings.NewReader(strings.ReplaceAll(export, change[0], change[1])), ingest.LoadOptions{})
		_, want, _ := strings.Cut(what, ": ")
		if err == nil || !strings.Contains(err.Error(), want) || !strings.HasPrefix(err.Error(), "line ") {
			t.Errorf("%q for %q: %v, want %s", change[1], change[0], err, want)
		}
		if got := storetest.Export(t, loaded); got != "" {
			t.Errorf("%q: stored %s", change[1], got)
		}
	}
}

// correctionIRI is the node of a correction.
func correctionIRI(c statement.Correction) string {
	return strings.Trim(c.Quads()[0].Subject.String(), "<>")
}
