package ingest_test

import (
	"strings"
	"testing"

	"github.com/nhiemky/nhiemky/extract/record"
	"github.com/nhiemky/nhiemky/graph/graphtest"
	"github.com/nhiemky/nhiemky/graph/ingest"
	"github.com/nhiemky/nhiemky/graph/statement"
	"github.com/nhiemky/nhiemky/graph/storetest"
	"github.com/nhiemky/nhiemky/graph/view"
	"github.com/nhiemky/nhiemky/graph/vocab"
)

// Decisions of people are kept and count, whenever the articles come, and go when they are taken back.
func TestCorrections(t *testing.T) {
	one := graphtest.Holds("Nguyễn Văn Nam", "Bí thư", "Quận ủy Ba Đình", "D001.1", "2018-02-21")
	two := graphtest.Holds("Nguyễn Văn Nam", "Bí thư", "Thành ủy Vinh", "D412.1", "2018-06-02")
	three := graphtest.Holds("Nguyễn Văn Nam", "Bí thư", "Quận ủy Ba Đình", "D001.1", "2020-06-02")
	iri := func(article, post string) string {
		return string(vocab.PartIRI(vocab.ArticleIRI(article), "holding", "Nguyễn Văn Nam", post))
	}
	inBaDinh, inVinh, again := iri("1.txt", "Bí thư Quận ủy Ba Đình"), iri("2.txt", "Bí thư Thành ủy Vinh"), iri("3.txt", "Bí thư Quận ủy Ba Đình")
	post := string(vocab.ThingIRI("post", "Bí thư, Quận ủy Ba Đình, Hà Nội"))
	decided := func(d statement.Decision, subject, other string) statement.Correction {
		return statement.Correction{Decision: d, Subject: subject, Other: other, Reason: "seen", By: "Lan"}
	}
	for _, c := range []struct {
		what        string
		corrections []statement.Correction
		persons     int
		tenures     string // in the post in Ba Đình
	}{
		{"nothing decided", nil, 2, "from 2018-02-21 or earlier, until between 2020-06-02 and 2025-06-30"},
		{"two are one", []statement.Correction{decided(statement.Same, inBaDinh, inVinh)}, 1, "from 2018-02-21 or earlier, until between 2020-06-02 and 2025-06-30"},
		{"one is two", []statement.Correction{decided(statement.Different, inBaDinh, again)}, 3,
			"from 2018-02-21 or earlier, until between 2018-02-21 and 2020-06-02; from between 2018-02-21 and 2020-06-02, until between 2020-06-02 and 2025-06-30"},
		{"a wrong statement", []statement.Correction{decided(statement.Wrong, again, "")}, 3, "from 2018-02-21 or earlier, until between 2018-02-21 and 2025-06-30"},
		{"the right day", []statement.Correction{{Decision: statement.Value, Subject: again, Property: "as_of", Value: "2021-06-02", Reason: "seen", By: "Lan"}}, 2,
			"from 2018-02-21 or earlier, until between 2021-06-02 and 2025-06-30"},
		{"the right status", []statement.Correction{{Decision: statement.Value, Subject: again, Property: "status", Value: "former", Reason: "seen", By: "Lan"}}, 2,
			"from 2018-02-21 or earlier, until between 2018-02-21 and 2020-06-02"},
	} {
		articles := []record.Result{graphtest.Result("1.txt", "", one), graphtest.Result("2.txt", "", two), graphtest.Result("3.txt", "", three)}
		var exports []string
		for _, early := range []bool{true, false} {
			s := storetest.Memory(t)
			if early { // decided before the articles are there
				unmatched, err := ingest.Correct(t.Context(), s, c.corrections)
				if err != nil || len(unmatched) != len(c.corrections) {
					t.Fatalf("%s: unmatched %v, %v", c.what, unmatched, err)
				}
			}
			storetest.Add(t, s, articles...)
			unmatched, err := ingest.Correct(t.Context(), s, c.corrections)
			if err != nil || len(unmatched) > 0 {
				t.Fatalf("%s: unmatched %v, %v", c.what, unmatched, err)
			}
			exports = append(exports, storetest.Export(t, s))
			loaded := storetest.Memory(t)
			storetest.Load(t, loaded, exports[0])
			if got := storetest.Export(t, loaded); got != exports[0] {
				t.Errorf("%s, loaded: %s", c.what, storetest.FirstDifference(got, exports[0]))
			}
			if got := len(storetest.SubjectsOfClass(t, s, vocab.ClassPerson)); got != c.persons {
				t.Errorf("%s: %d persons, want %d: %v", c.what, got, c.persons, storetest.SubjectsOfClass(t, s, vocab.ClassPerson))
			}
			var words []string
			err = view.Read(t.Context(), s, func(l *view.Look) error {
				holdings, err := l.Linked(vocab.PropPost, post)
				if err != nil {
					return err
				}
				r, _, _, err := l.Tenures(post, holdings)
				for _, tenure := range r.Tenures {
					words = append(words, tenure.Words())
				}
				return err
			})
			if err != nil {
				t.Fatal(err)
			}
			if got := strings.Join(words, "; "); got != c.tenures {
				t.Errorf("%s: %s, want %s", c.what, got, c.tenures)
			}
			if _, err := ingest.Correct(t.Context(), s, nil); err != nil { // taken back
				t.Fatal(err)
			}
			fresh := storetest.Memory(t)
			storetest.Add(t, fresh, articles...)
			if got, want := storetest.Export(t, s), storetest.Export(t, fresh); got != want {
				t.Errorf("%s: taking it back leaves a trace: %s", c.what, storetest.FirstDifference(got, want))
			}
		}
		if exports[0] != exports[1] {
			t.Errorf("%s: decided before and after: %s", c.what, storetest.FirstDifference(exports[0], exports[1]))
		}
	}
}

func TestOrganizationsUnderSeveralNames(t *testing.T) {
	s := storetest.Memory(t)
	storetest.Add(t, s, graphtest.Result("1.txt", "", graphtest.Holds("Nguyễn Văn Nam", "Bộ trưởng", "Bộ Nội vụ", "", "2018-02-21")),
		graphtest.Result("2.txt", "", graphtest.Holds("Nguyễn Văn Nam", "Bộ trưởng", "Bộ Lao động", "", "2018-02-21")))
	a, b := string(vocab.ThingIRI("organization", "Bộ Nội vụ")), string(vocab.ThingIRI("organization", "Bộ Lao động"))
	if _, err := ingest.Correct(t.Context(), s, []statement.Correction{{Decision: statement.Same, Subject: a, Other: b, Reason: "renamed", By: "Lan"}}); err != nil {
		t.Fatal(err)
	}
	err := view.Read(t.Context(), s, func(l *view.Look) error {
		known, err := l.Known(string(vocab.ClassOrganization), vocab.Key("Bộ Nội vụ"))
		if err != nil || len(known) != 1 {
			t.Fatal(known, err)
		}
		found, err := l.Relations(known[0])
		if len(found.AlsoNamed) != 1 || found.AlsoNamed[0].Label != "Bộ Lao động" {
			t.Errorf("got %+v", found)
		}
		return err
	})
	if err != nil {
		t.Error(err)
	}
}

func TestCorrectionsThatAreWrong(t *testing.T) {
	holding, body := vocab.NamespaceID+"article/a#holding/b", vocab.NamespaceID+"organization/a"
	for _, c := range []struct {
		correction statement.Correction
		want       string
	}{
		{statement.Correction{Decision: "perhaps"}, "is no decision"},
		{statement.Correction{Decision: statement.Same, Subject: "foo", Other: "bar", Reason: "seen", By: "Lan"}, "is no IRI of a holding"},
		{statement.Correction{Decision: statement.Wrong, Subject: vocab.NamespaceID + "article/a b", Reason: "seen", By: "Lan"}, "is no IRI of a holding"},
		{statement.Correction{Decision: statement.Same, Subject: holding, Other: body, Reason: "seen", By: "Lan"}, "same: a holding and a organization"},
		{statement.Correction{Decision: statement.Same, Subject: vocab.NamespaceID + "person/a", Other: vocab.NamespaceID + "person/b", Reason: "seen", By: "Lan"}, "/id/person/a\" is no holding"},
		{statement.Correction{Decision: statement.Different, Subject: body, Other: body + "b", Reason: "seen", By: "Lan"}, "are different anyway"},
		{statement.Correction{Decision: statement.Wrong, Subject: body, Reason: "seen", By: "Lan"}, "is no holding"},
		{statement.Correction{Decision: statement.Wrong, Subject: holding, Other: holding + "c", Reason: "seen", By: "Lan"}, "want one subject"},
		{statement.Correction{Decision: statement.Wrong, Subject: holding, Property: "from", Value: "2018", Reason: "seen", By: "Lan"}, "want no property and no value, and not \"from 2018\""},
		{statement.Correction{Decision: statement.Same, Subject: "a", Other: "a"}, "two different subjects"},
		{statement.Correction{Decision: statement.Wrong}, "want a subject"},
		{statement.Correction{Decision: statement.Value, Subject: "a", Property: "name"}, "is no property"},
		{statement.Correction{Decision: statement.Value, Subject: "a", Property: "from", Value: "soon"}, "is not a date"},
		{statement.Correction{Decision: statement.Value, Subject: "a", Property: "status", Value: "gone"}, "is no status"},
		{statement.Correction{Decision: statement.Wrong, Subject: vocab.NamespaceID + "article/a#holding/b"}, "want a reason"},
		{statement.Correction{Decision: statement.Wrong, Subject: vocab.NamespaceID + "e\u0301", Reason: "seen", By: "Lan"}, "is no IRI"}, // not composed
		{statement.Correction{Decision: statement.Wrong, Subject: vocab.NamespaceID + "a\x01", Reason: "seen", By: "Lan"}, "is no IRI"},
		{statement.Correction{Decision: statement.Wrong, Subject: holding, Reason: "\xff", By: "Lan"}, "no valid UTF-8"},
	} {
		if err := c.correction.Check(); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%+v: %v, want %s", c.correction, err, c.want)
		}
	}
	s := storetest.Memory(t)
	if _, err := ingest.Correct(t.Context(), s, []statement.Correction{{Decision: "perhaps"}}); err == nil {
		t.Error("a wrong correction was stored")
	}
	if quads := storetest.Export(t, s); strings.Contains(quads, "correction") {
		t.Error(quads)
	}
}
