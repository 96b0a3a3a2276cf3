package main

import (
	"strings"
	"testing"

	"github.com/nhiemky/nhiemky/extract"
)

func TestFirings(t *testing.T) {
	result := func(rules ...string) (r extract.Result) {
		for _, rule := range rules {
			r.Records = append(r.Records, extract.Holding{Evidence: extract.Evidence{Rule: rule}})
		}
		r.Records = append(r.Records, extract.Meeting{Evidence: extract.Evidence{Rule: "session"}})
		return r
	}
	a, b := &firings{rules: map[string]int{}}, &firings{rules: map[string]int{}}
	a.add(result("list", "event"), "")
	b.add(result("event"), "holding")
	b.add(result(), "holding")
	a.merge(b)
	if got, want := strings.Join(a.names(), " "), "event list session"; got != want {
		t.Errorf("rules are %q, want %q", got, want)
	}
	if a.articles != 3 || a.rules["event"] != 2 || a.rules["session"] != 1 {
		t.Errorf("counted %d articles and %v", a.articles, a.rules)
	}
	if got := decimals(a.perThousand("event")); got != "666.667" {
		t.Errorf("event fires %s times in 1,000 articles, want 666.667", got)
	}
}

// An article at which extraction breaks down does not end the count; it is named.
func TestFiringsCrash(t *testing.T) {
	f := &firings{rules: map[string]int{}}
	a := corpusArticle{"corpus.jsonl", 7, []byte("Trần Thị Mẫu, Bí thư Quận ủy Hà Đông.")}
	f.count(nil, a, "", func(a corpusArticle) { t.Errorf("%s was late", a) })
	if len(f.crashes) != 1 || f.articles != 0 {
		t.Fatalf("crashes %v, articles %d", f.crashes, f.articles)
	}
	if got := f.crashes[0].Error(); !strings.HasPrefix(got, "corpus.jsonl:7:1: extraction broke down: ") {
		t.Errorf("told as %q", got)
	}
}
