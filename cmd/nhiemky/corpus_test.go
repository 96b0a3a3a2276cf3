package main

import (
	"strings"
	"testing"

	"github.com/nhiemky/nhiemky/extract/record"
)

func TestFirings(t *testing.T) {
	result := func(rules ...string) (r record.Result) {
		for _, rule := range rules {
			r.Records = append(r.Records, record.Holding{Evidence: record.Evidence{Rule: rule}})
		}
		r.Records = append(r.Records, record.Meeting{Evidence: record.Evidence{Rule: "session"}})
		return r
	}
	a := &firings{rules: map[string]int{}}
	a.add(result("list", "event"), "")
	a.add(result("event"), "holding")
	a.add(result(), "holding")
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
