package tenure

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/nhiemky/nhiemky/extract/record"
)

// With a tenth of the statements false the truth still lies within the bounds of 99 of 100 tenures that are certain, and of
// nearly as many of all; and a false person is certain on no day on which three articles have the right one in the post.
func TestNoise(t *testing.T) {
	var tenures, wrong [2]int // of all, and of those that are certain
	against := 0
	for seed := range uint64(histories) {
		r := rand.New(rand.NewPCG(seed, 11))
		h := randomHistory(r)
		for h.returns || !h.exclusive {
			h = randomHistory(r)
		}
		var said []Statement
		var sightings []sighting
		for i := range 10 + r.IntN(30) {
			s := h.sight(r, i)
			sightings, said = append(sightings, s), append(said, s.Statement)
		}
		lies := map[string]day{}
		for i := range max(1, len(said)/10) {
			true1 := h.tenures[r.IntN(len(h.tenures))]
			on := true1.begin + 1 + day(r.IntN(int(true1.end-true1.begin-1)))
			id := fmt.Sprintf("lie%d", i)
			lies[id] = on
			said = append(said, Statement{ID: id, Person: fmt.Sprint("F", r.IntN(10)), Status: record.Holds, AsOf: on.date()})
		}
		result := Solve(said, h.seat)
		for _, got := range result.joined(false) {
			if begin, end, ok := h.span(got, sightings); ok {
				for i := range 2 {
					if i == 0 || got.Sure == Certain {
						tenures[i]++
						if !got.allows(begin, end) {
							wrong[i]++
						}
					}
				}
			}
		}
		for _, on := range lies {
			i := slices.IndexFunc(h.tenures, func(t truth) bool { return t.begin <= on && on <= t.end })
			right := 0
			for _, s := range sightings {
				if s.of == i {
					right++
				}
			}
			for _, v := range At(result.Tenures, true, on.date(), on.date()) {
				if right < 3 {
					continue
				}
				if against++; v.Certainty == Certain && !h.holds(v.Person, on) {
					t.Errorf("history %d: %s is certain on %s\n%s", seed, v.Person, on.date(), show(result))
				}
			}
		}
	}
	if tenures[1] < histories || against < histories/2 || wrong[0]*1000 > 15*tenures[0] || wrong[1]*100 > tenures[1] {
		t.Errorf("of %d tenures, all and certain ones, %d have a bound that the truth breaks; %d verdicts on false days", tenures, wrong, against)
	}
	t.Logf("of %d tenures, all and certain ones, %d have a bound that the truth breaks", tenures, wrong)
}
