package tenure

import (
	"math/rand/v2"
	"testing"
)

// BenchmarkSolve works out posts with 25 statements each.
func BenchmarkSolve(b *testing.B) {
	r := rand.New(rand.NewPCG(1, 1))
	var posts [][]Statement
	var seats []Seat
	for range 100 {
		h := randomHistory(r)
		var all []sighting
		for i := range 25 {
			all = append(all, h.sight(r, i))
		}
		posts, seats = append(posts, statements(all)), append(seats, h.seat)
	}
	b.ReportAllocs()
	for b.Loop() {
		for i, p := range posts {
			Solve(p, seats[i])
		}
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*2500), "ns/statement")
}
