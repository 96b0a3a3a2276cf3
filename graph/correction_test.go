package graph

import (
	"strings"
	"testing"

	"github.com/nhiemky/nhiemky/extract/record"
)

// Decisions of people are kept and count, whenever the articles come, and go when they are taken back.
func TestCorrections(t *testing.T) {
	one := holds("Nguyễn Văn Nam", "Bí thư", "Quận ủy Ba Đình", "D001.1", "2018-02-21")
	two := holds("Nguyễn Văn Nam", "Bí thư", "Thành ủy Vinh", "D412.1", "2018-06-02")
	three := holds("Nguyễn Văn Nam", "Bí thư", "Quận ủy Ba Đình", "D001.1", "2020-06-02")
	iri := func(article, post string) string {
		return string(part(ArticleIRI(article), "holding", "Nguyễn Văn Nam", post))
	}
	inBaDinh, inVinh, again := iri("1.txt", "Bí thư Quận ủy Ba Đình"), iri("2.txt", "Bí thư Thành ủy Vinh"), iri("3.txt", "Bí thư Quận ủy Ba Đình")
	post := string(thing("post", "Bí thư, Quận ủy Ba Đình, Hà Nội"))
	decided := func(d Decision, subject, other string) Correction {
		return Correction{Decision: d, Subject: subject, Other: other, Reason: "seen", By: "Lan"}
	}
	for _, c := range []struct {
		what        string
		corrections []Correction
		persons     int
		tenures     string // in the post in Ba Đình
	}{
		{"nothing decided", nil, 2, "from 2018-02-21 or earlier, until between 2020-06-02 and 2025-06-30"},
		{"two are one", []Correction{decided(Same, inBaDinh, inVinh)}, 1, "from 2018-02-21 or earlier, until between 2020-06-02 and 2025-06-30"},
		{"one is two", []Correction{decided(Different, inBaDinh, again)}, 3,
			"from 2018-02-21 or earlier, until between 2018-02-21 and 2020-06-02; from between 2018-02-21 and 2020-06-02, until between 2020-06-02 and 2025-06-30"},
		{"a wrong statement", []Correction{decided(Wrong, again, "")}, 3, "from 2018-02-21 or earlier, until between 2018-02-21 and 2025-06-30"},
		{"the right day", []Correction{{Decision: Value, Subject: again, Property: "as_of", Value: "2021-06-02", Reason: "seen", By: "Lan"}}, 2,
			"from 2018-02-21 or earlier, until between 2021-06-02 and 2025-06-30"},
		{"the right status", []Correction{{Decision: Value, Subject: again, Property: "status", Value: "former", Reason: "seen", By: "Lan"}}, 2,
			"from 2018-02-21 or earlier, until between 2018-02-21 and 2020-06-02"},
	} {
		articles := []record.Result{result("1.txt", "", one), result("2.txt", "", two), result("3.txt", "", three)}
		var exports []string
		for _, early := range []bool{true, false} {
			s := memory(t)
			if early { // decided before the articles are there
				unmatched, err := s.Correct(t.Context(), c.corrections)
				if err != nil || len(unmatched) != len(c.corrections) {
					t.Fatalf("%s: unmatched %v, %v", c.what, unmatched, err)
				}
			}
			add(t, s, articles...)
			unmatched, err := s.Correct(t.Context(), c.corrections)
			if err != nil || len(unmatched) > 0 {
				t.Fatalf("%s: unmatched %v, %v", c.what, unmatched, err)
			}
			exports = append(exports, export(t, s))
			if got := len(subjectsOfClass(t, s, ClassPerson)); got != c.persons {
				t.Errorf("%s: %d persons, want %d: %v", c.what, got, c.persons, subjectsOfClass(t, s, ClassPerson))
			}
			var words []string
			err = s.Look(t.Context(), func(l *Look) error {
				holdings, err := l.Linked(PropPost, post)
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
			if _, err := s.Correct(t.Context(), nil); err != nil { // taken back
				t.Fatal(err)
			}
			fresh := memory(t)
			add(t, fresh, articles...)
			if got, want := export(t, s), export(t, fresh); got != want {
				t.Errorf("%s: taking it back leaves a trace: %s", c.what, firstDifference(got, want))
			}
		}
		if exports[0] != exports[1] {
			t.Errorf("%s: decided before and after: %s", c.what, firstDifference(exports[0], exports[1]))
		}
	}
}

func TestOrganizationsUnderSeveralNames(t *testing.T) {
	s := memory(t)
	add(t, s, result("1.txt", "", holds("Nguyễn Văn Nam", "Bộ trưởng", "Bộ Nội vụ", "", "2018-02-21")),
		result("2.txt", "", holds("Nguyễn Văn Nam", "Bộ trưởng", "Bộ Lao động", "", "2018-02-21")))
	a, b := string(thing("organization", "Bộ Nội vụ")), string(thing("organization", "Bộ Lao động"))
	if _, err := s.Correct(t.Context(), []Correction{{Decision: Same, Subject: a, Other: b, Reason: "renamed", By: "Lan"}}); err != nil {
		t.Fatal(err)
	}
	err := s.Look(t.Context(), func(l *Look) error {
		known, err := l.Known(string(ClassOrganization), Key("Bộ Nội vụ"))
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
	for _, c := range []struct {
		correction Correction
		want       string
	}{
		{Correction{Decision: "perhaps"}, "is no decision"},
		{Correction{Decision: Same, Subject: "foo", Other: "bar", Reason: "seen", By: "Lan"}, "is no IRI of a holding"},
		{Correction{Decision: Wrong, Subject: nsID + "article/a b", Reason: "seen", By: "Lan"}, "is no IRI of a holding"},
		{Correction{Decision: Same, Subject: "a", Other: "a"}, "two different subjects"},
		{Correction{Decision: Wrong}, "want a subject"},
		{Correction{Decision: Value, Subject: "a", Property: "name"}, "is no property"},
		{Correction{Decision: Value, Subject: "a", Property: "from", Value: "soon"}, "is no date"},
		{Correction{Decision: Value, Subject: "a", Property: "status", Value: "gone"}, "is no status"},
		{Correction{Decision: Wrong, Subject: nsID + "article/a#holding/b"}, "want a reason"},
		{Correction{Decision: Wrong, Subject: nsID + "e\u0301", Reason: "seen", By: "Lan"}, "is no IRI"}, // not composed
		{Correction{Decision: Wrong, Subject: nsID + "a\x01", Reason: "seen", By: "Lan"}, "is no IRI"},
		{Correction{Decision: Wrong, Subject: nsID + "a", Reason: "\xff", By: "Lan"}, "no valid UTF-8"},
	} {
		if err := c.correction.Check(); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%+v: %v, want %s", c.correction, err, c.want)
		}
	}
	s := memory(t)
	if _, err := s.Correct(t.Context(), []Correction{{Decision: "perhaps"}}); err == nil {
		t.Error("a wrong correction was stored")
	}
	if quads := export(t, s); strings.Contains(quads, "correction") {
		t.Error(quads)
	}
}
