package score

import (
	"fmt"
	"math"
	"testing"
)

// observed makes n observations with the same doubts, of which so many are right.
func observed(n, right int, doubts ...string) []Observation {
	var all []Observation
	for i := range n {
		all = append(all, Observation{Document: fmt.Sprintf("%s-%d.txt", doubts[0], i), Doubts: doubts, Right: i < right})
	}
	return all
}

func TestCalibrate(t *testing.T) {
	all := append(observed(900, 873, "none"), observed(100, 50, "told")...)
	all = append(all, observed(100, 80, "list")...)
	all = append(all, observed(100, 40, "list", "told")...) // counts for the graver alone
	c := Calibrate(all)
	for doubt, want := range map[string]float64{"none": 0.97, "told": 0.45, "list": 0.80} {
		if got := c.Of([]string{doubt}); math.Abs(got-want) > 0.021 {
			t.Errorf("%s: %v, want about %v", doubt, got, want)
		}
	}
	if got := c.Of([]string{"list", "told"}); got != c.Of([]string{"told"}) {
		t.Errorf("two doubts: %v, want that of the graver", got)
	}
	if got := Calibrate(append(observed(200, 190, "none"), observed(1, 0, "rare")...)).Of([]string{"rare"}); got < 0.8 {
		t.Errorf("one observation alone made a share of %v", got)
	}
}

// A record gets its confidence from the documents of other parts: a doubt that occurs in one document alone tells
// nothing of that document.
func TestValidate(t *testing.T) {
	all := append(observed(500, 490, "none"), observed(60, 30, "told")...)
	r := Validate(all, 5)
	if r.Documents != 560 {
		t.Errorf("%d documents, want 560", r.Documents)
	}
	for _, b := range r.Bands() {
		if b.From == 0.95 && (b.Records != 500 || b.Right != 490) {
			t.Errorf("the surest: %+v, want 490 right of 500", b)
		}
	}
	total := 0
	for _, b := range r.Bands() {
		total += b.Records
	}
	if total != len(all) {
		t.Errorf("%d records in bands, want %d", total, len(all))
	}
}
