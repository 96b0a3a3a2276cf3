package extract_test

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"github.com/nhiemky/nhiemky/extract"
	"github.com/nhiemky/nhiemky/extract/record"
)

var update = flag.Bool("update", false, "rewrite the => lines of the rule samples")

// Each file rules/NAME.txt is the manual of a rule: sections "yes", "no" and "todo" of samples, one a
// paragraph. Under a sample of "yes" the => lines are exactly the records that the rule makes of it.
// Of a sample of "no" it makes none. A "todo" says what it should make and does not yet.
func TestRules(t *testing.T) {
	x := extract.New(lists(t))
	for _, rule := range extract.Rules() {
		t.Run(rule.Name, func(t *testing.T) {
			file := filepath.Join("rules", rule.Name+".txt")
			raw, err := os.ReadFile(file)
			if err != nil {
				t.Fatalf("every rule has its samples: %v", err)
			}
			a := txtar.Parse(raw)
			count := map[string]int{}
			for i := range a.Files {
				f := &a.Files[i]
				samples := splitSamples(string(f.Data))
				count[f.Name] = len(samples)
				for k := range samples {
					checkSample(t, x, rule.Name, f.Name, &samples[k])
				}
				f.Data = []byte(joinSamples(samples))
			}
			if count["yes"] < 2 || count["no"] < 1 {
				t.Errorf("%s: %d samples of yes and %d of no, want two and one", file, count["yes"], count["no"])
			}
			if *update {
				if out := txtar.Format(a); !bytes.Equal(out, raw) {
					if err := os.WriteFile(file, out, 0o644); err != nil {
						t.Fatal(err)
					}
				}
			}
		})
	}
}

// Every file of samples belongs to a rule.
func TestRuleFiles(t *testing.T) {
	files, err := filepath.Glob("rules/*.txt")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		name := strings.TrimSuffix(filepath.Base(f), ".txt")
		if !slices.ContainsFunc(extract.Rules(), func(r extract.Rule) bool { return r.Name == name }) {
			t.Errorf("%s: no rule of that name", f)
		}
	}
}

type sample struct {
	text string
	want []string
}

func splitSamples(s string) []sample {
	var out []sample
	for _, part := range strings.Split(s, "\n\n") {
		var text []string
		var sm sample
		for _, l := range strings.Split(strings.TrimSpace(part), "\n") {
			if w, ok := strings.CutPrefix(l, "=> "); ok {
				sm.want = append(sm.want, w)
			} else if l != "" {
				text = append(text, l)
			}
		}
		if sm.text = strings.Join(text, "\n"); sm.text != "" {
			out = append(out, sm)
		}
	}
	return out
}

func joinSamples(all []sample) string {
	var parts []string
	for _, s := range all {
		p := s.text
		for _, w := range s.want {
			p += "\n=> " + w
		}
		parts = append(parts, p)
	}
	return strings.Join(parts, "\n\n") + "\n"
}

func checkSample(t *testing.T, x *extract.Extractor, rule, section string, s *sample) {
	t.Helper()
	var got []string
	for _, r := range x.Extract(record.Document{Name: "sample", Raw: []byte(s.text)}).Records {
		p := r.Proof()
		if p.Text != s.text[p.Span.Start:p.Span.End] {
			t.Errorf("evidence %q is not the text at %v", p.Text, p.Span)
		}
		if p.Rule == rule {
			got = append(got, show(t, r))
		}
	}
	same := slices.Equal(got, s.want)
	switch section {
	case "yes":
		if *update {
			s.want = got
		} else if !same || len(got) == 0 {
			t.Errorf("%s\n got %s\nwant %s", s.text, strings.Join(got, "\n     "), strings.Join(s.want, "\n     "))
		}
	case "no":
		if len(got) > 0 {
			t.Errorf("%s\n got %s\nwant nothing", s.text, strings.Join(got, "\n     "))
		}
	case "todo":
		if same {
			t.Errorf("%s\nworks now: move it to yes", s.text)
		}
	default:
		t.Errorf("unknown section %q", section)
	}
}

// show writes a record as one line: the keys of its JSON form, without those of the evidence.
func show(t *testing.T, r record.Record) string {
	t.Helper()
	raw, err := record.MarshalRecord("sample", r)
	if err != nil {
		t.Fatal(err)
	}
	var m map[string]any
	if err := json.Unmarshal(raw, &m); err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	b.WriteString(r.Kind())
	for _, k := range []string{"person", "post", "organization", "status", "from", "to", "body", "ordinal", "term", "type", "code", "name", "issuer", "date", "born", "hometown", "died"} {
		if v, ok := m[k]; ok {
			fmt.Fprintf(&b, " | %v", v)
		}
	}
	return b.String()
}
