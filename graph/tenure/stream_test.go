package tenure

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"math/rand/v2"
	"runtime"
	"slices"
	"strconv"
	"testing"
	"time"
)

// generated are n statements on posts with about 25 each, in no order of posts.
func generated(n int) iter.Seq2[Said, error] {
	return func(yield func(Said, error) bool) {
		const window = 4000 // posts of which statements come mixed
		for block := 0; n > 0; block++ {
			r := rand.New(rand.NewPCG(uint64(block), 6))
			posts := min(window, n/25+1)
			histories := make([]history, posts)
			for i := range histories {
				histories[i] = randomHistory(r)
			}
			for i := range min(n, posts*25) {
				p := r.IntN(posts)
				s := histories[p].sight(r, i)
				said := Said{Post: fmt.Sprintf("post %d of block %d", p, block), Statement: s.Statement}
				said.ID = fmt.Sprintf("%d.txt#%d", block, i)
				said.Person = "Nguyễn Văn " + said.Person + " " + strconv.Itoa(p)
				if !yield(said, nil) {
					return
				}
			}
			n -= posts * 25
		}
	}
}

func exclusive(string) Seat { return Seat{Exclusive: true} }

// A stream gives what Solve gives for each post, in the order of posts, however little memory there is.
func TestStream(t *testing.T) {
	want := map[string][]Statement{}
	for s := range generated(5000) {
		want[s.Post] = append(want[s.Post], s.Statement)
	}
	for _, memory := range []int{0, 1 << 30} {
		last, n := "", 0
		err := Stream(t.Context(), generated(5000), memory, exclusive, func(p Post) error {
			if p.Name <= last {
				t.Errorf("%s after %s", p.Name, last)
			}
			last = p.Name
			n += len(p.Statements)
			if got := show(Solve(want[p.Name], exclusive(""))); got != show(p.Result) {
				t.Errorf("%s:\n%swant\n%s", p.Name, show(p.Result), got)
			}
			return nil
		})
		if err != nil || n != 5000 {
			t.Errorf("memory %d: %d statements, %v", memory, n, err)
		}
	}
}

// In a post for several each person is a part of its own.
func TestStreamOfASharedPost(t *testing.T) {
	said := []Said{{Post: "p", Statement: Statement{ID: "1", Person: "B"}}, {Post: "p", Statement: Statement{ID: "2", Person: "A"}},
		{Post: "p", Statement: Statement{ID: "3", Person: "B"}}}
	var got []string
	err := Stream(t.Context(), func(yield func(Said, error) bool) {
		for _, s := range said {
			if !yield(s, nil) {
				return
			}
		}
	}, 0, func(string) Seat { return Seat{} }, func(p Post) error {
		got = append(got, fmt.Sprint(p.Statements[0].Person, len(p.Statements)))
		return nil
	})
	if err != nil || !slices.Equal(got, []string{"A1", "B2"}) {
		t.Errorf("got %v, %v", got, err)
	}
}

// What goes wrong at either end ends the stream with that error.
func TestStreamErrors(t *testing.T) {
	broken := errors.New("broken")
	bad := func(yield func(Said, error) bool) {
		_ = yield(Said{Post: "p"}, nil) && yield(Said{}, broken)
	}
	if err := Stream(t.Context(), bad, 0, exclusive, func(Post) error { return nil }); !errors.Is(err, broken) {
		t.Errorf("input: %v", err)
	}
	if err := Stream(t.Context(), generated(5000), 0, exclusive, func(Post) error { return broken }); !errors.Is(err, broken) {
		t.Errorf("output: %v", err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if err := Stream(ctx, generated(5000), 0, exclusive, func(Post) error { return nil }); !errors.Is(err, context.Canceled) {
		t.Errorf("stopped: %v", err)
	}
}

// BenchmarkStream takes a million statements, and as its baseline writes the same as lines and reads
// them back. It reports the largest heap.
func BenchmarkStream(b *testing.B) {
	const million = 1_000_000
	for b.Loop() {
		start := time.Now()
		for s := range generated(million) {
			if _, err := parseLine(s.line()); err != nil {
				b.Fatal(err)
			}
		}
		baseline := time.Since(start)
		for _, memory := range []int{64 << 20, 256 << 20} {
			start = time.Now()
			peak := watchHeap()
			tenures := 0
			err := Stream(b.Context(), generated(million), memory, exclusive, func(p Post) error {
				tenures += len(p.Tenures)
				return nil
			})
			if err != nil || tenures == 0 {
				b.Fatal(tenures, err)
			}
			b.ReportMetric(float64(peak())/(1<<20), fmt.Sprintf("MiB-heap-of-%d", memory>>20))
			b.ReportMetric(float64(time.Since(start))/float64(baseline), fmt.Sprintf("×baseline-at-%dMiB", memory>>20))
			b.ReportMetric(time.Since(start).Seconds(), fmt.Sprintf("s-at-%dMiB", memory>>20))
		}
	}
}

// watchHeap samples the heap in use until the function that it returns is called.
func watchHeap() func() uint64 {
	runtime.GC()
	done, result := make(chan bool), make(chan uint64)
	go func() {
		var peak uint64
		for {
			var m runtime.MemStats
			runtime.ReadMemStats(&m)
			peak = max(peak, m.HeapInuse)
			select {
			case <-done:
				result <- peak
				return
			case <-time.After(20 * time.Millisecond):
			}
		}
	}()
	return func() uint64 {
		close(done)
		return <-result
	}
}
