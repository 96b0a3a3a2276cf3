package web

import (
	"context"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"log/slog"
	"math/rand/v2"
	"net"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/nhiemky/nhiemky/extract"
	"github.com/nhiemky/nhiemky/extract/gazetteer"
	"github.com/nhiemky/nhiemky/extract/record"
	"github.com/nhiemky/nhiemky/graph/ingest"
	"github.com/nhiemky/nhiemky/graph/store"
	"github.com/nhiemky/nhiemky/graph/view"
	"github.com/nhiemky/nhiemky/graph/vocab"
	"github.com/nhiemky/nhiemky/graph/web/pages"
	"github.com/nhiemky/nhiemky/seeds"
)

// The benchmarks below ask a server over loopback for what people ask for. The store is that at
// NHIEMKY_BENCH_STORE, or else one that is made of seeds/articles:
//
//	go test -run - -bench Readers ./graph/web -load 30s
//	NHIEMKY_BENCH_STORE=/path/to/store go test -run - -bench 'Readers|EachPage' ./graph/web -load 30s
const storeVariable = "NHIEMKY_BENCH_STORE"

var (
	readers  = flag.Int("readers", 200, "readers who ask at the same time")
	loadTime = flag.Duration("load", 3*time.Second, "how long they ask")
	slowest  = flag.Int("slowest", 0, "how many of the slowest addresses to name")
)

// BenchmarkReaders is many readers at once, each asking for one page after the other without a pause.
// "kept" lets the server keep finished pages; "anew" gives each address a parameter that no other has,
// so that it makes every page. "x-healthz" is the 95th percentile as a multiple of that of the same
// readers asking for /healthz.
func BenchmarkReaders(b *testing.B) {
	site := newSite(b)
	for _, c := range []struct {
		name string
		anew bool
	}{{"kept", false}, {"anew", true}} {
		b.Run(c.name, func(b *testing.B) {
			for range b.N {
				health := site.load(b, *loadTime/6, func(*rand.Rand) string { return "/healthz" })
				all := site.load(b, *loadTime, func(r *rand.Rand) string {
					address := site.address(r)
					if c.anew {
						address = distinct(address, r)
					}
					return address
				})
				b.ReportMetric(float64(len(all))/loadTime.Seconds(), "requests/s")
				all.report(b)
				b.ReportMetric(float64(all.percentile(95))/float64(health.percentile(95)), "x-healthz")
				b.ReportMetric(0, "ns/op")
			}
		})
	}
	b.Logf("memory of the process, server and readers: %s", resident())
}

// BenchmarkEachPage is one reader, and every page is made anew: how long the server takes by itself.
func BenchmarkEachPage(b *testing.B) {
	site := newSite(b)
	r := rand.New(rand.NewPCG(2, 2))
	for range b.N {
		var all times
		for start := time.Now(); time.Since(start) < *loadTime; {
			all = append(all, site.ask(b, distinct(site.address(r), r), r))
		}
		all.report(b)
		b.ReportMetric(float64(all.percentile(100))/1e6, "longest-ms")
		b.ReportMetric(0, "ns/op")
	}
}

// site is a server with what is known of its store.
type site struct {
	url    string
	client *http.Client
	kinds  map[vocab.Kind][]view.Name // the most spoken of first
}

func newSite(b *testing.B) *site {
	folder, err := seeds.Lists()
	if err != nil {
		b.Fatal(err)
	}
	lists, err := gazetteer.LoadLists(folder)
	if err != nil {
		b.Fatal(err)
	}
	x := extract.New(lists)
	store := benchStore(b, lists, x)
	names, err := view.Names(b.Context(), store)
	if err != nil {
		b.Fatal(err)
	}
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		b.Fatal(err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	handler := Handler(store, Options{
		Log:   slog.New(slog.NewTextHandler(io.Discard, nil)),
		Pages: pages.Options{Places: lists, Marker: pages.NewMarker(lists, x), Ahead: ctx},
	})
	done := make(chan error)
	go func() { done <- Serve(ctx, NewServer("", handler), listener) }()
	s := &site{
		url:    "http://" + listener.Addr().String(),
		client: &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: *readers}, Timeout: time.Minute},
		kinds:  map[vocab.Kind][]view.Name{},
	}
	b.Cleanup(func() {
		s.client.CloseIdleConnections()
		cancel()
		if err := <-done; err != nil {
			b.Error(err)
		}
		if err := store.Close(); err != nil {
			b.Error(err)
		}
	})
	for _, n := range names {
		s.kinds[vocab.KindOf(n.IRI)] = append(s.kinds[vocab.KindOf(n.IRI)], n)
	}
	for _, of := range s.kinds {
		slices.SortFunc(of, func(x, y view.Name) int {
			if x.Weight != y.Weight {
				return y.Weight - x.Weight
			}
			return strings.Compare(x.IRI, y.IRI)
		})
	}
	first := rand.New(rand.NewPCG(0, 0))
	for _, address := range []string{"/search?q=a", "/work"} { // what is read ahead or by who asks first
		b.Logf("%s for the first time: %v", address, s.ask(b, address, first).took.Round(time.Millisecond))
	}
	return s
}

// benchStore opens the store that is asked for.
func benchStore(b *testing.B, lists *gazetteer.Lists, x *extract.Extractor) *store.Store {
	if path := os.Getenv(storeVariable); path != "" {
		s, err := store.Open(path, store.Options{})
		if err != nil {
			b.Fatal(err)
		}
		return s
	}
	s, err := store.Open(filepath.Join(b.TempDir(), "store"), store.Options{Create: true})
	if err != nil {
		b.Fatal(err)
	}
	articles := os.DirFS(filepath.Join("..", "..", "seeds", "articles"))
	files, err := fs.Glob(articles, "*.txt")
	if err != nil {
		b.Fatal(err)
	}
	var results []record.Result
	for _, f := range files {
		raw, err := fs.ReadFile(articles, f)
		if err != nil {
			b.Fatal(err)
		}
		results = append(results, x.Extract(record.Document{Name: "articles/" + f, Raw: raw}))
	}
	if _, err := ingest.Add(b.Context(), s, lists, results, nil); err != nil {
		b.Fatal(err)
	}
	return s
}

// address is what somebody may ask for: a few of the pages often, and any of them at times.
func (s *site) address(r *rand.Rand) string {
	for {
		n := r.IntN(100)
		switch {
		case n < 5:
			return "/"
		case n < 30:
			if typed := s.typed(r); typed != "" {
				return []string{"/search?part=1&q=", "/search?part=1&q=", "/search?q=", "/search.json?q="}[r.IntN(4)] + url.QueryEscape(typed)
			}
		case n < 31:
			return []string{"/work", "/work?tab=candidates", "/queries"}[r.IntN(3)]
		default:
			if node := s.any(r); node != "" {
				return page(r, node)
			}
		}
	}
}

// kindsAsked are the kinds of things whose pages are asked for, each as often as it stands here.
var kindsAsked = []vocab.Kind{
	vocab.KindPerson, vocab.KindPerson, vocab.KindPerson, vocab.KindPerson, vocab.KindPost, vocab.KindPost, vocab.KindOrganization, vocab.KindOrganization,
	vocab.KindPlace, vocab.KindCongress, vocab.KindMeeting, vocab.KindDocument, vocab.KindArticle, vocab.KindArticle,
}

// any is the node of something, "" when there is nothing of the kind that was drawn.
func (s *site) any(r *rand.Rand) string { return s.draw(r, kindsAsked[r.IntN(len(kindsAsked))]).IRI }

// draw picks a thing of a kind: one of the best known as often as any other.
func (s *site) draw(r *rand.Rand, kind vocab.Kind) view.Name {
	of := s.kinds[kind]
	switch {
	case len(of) == 0:
		return view.Name{}
	case r.IntN(2) == 0:
		return of[r.IntN(min(100, len(of)))]
	}
	return of[r.IntN(len(of))]
}

// typed is a name as far as somebody typed it, with or without its diacritics.
func (s *site) typed(r *rand.Rand) string {
	name := s.draw(r, kindsAsked[r.IntN(len(kindsAsked))]).Label
	if r.IntN(2) == 0 {
		name = vocab.Key(name)
	}
	text := []rune(name)
	if len(text) > 2 {
		text = text[:2+r.IntN(min(30, len(text)-1))]
	}
	return strings.TrimSpace(string(text))
}

// page is the page of a node, at times at a date, as a drawing or in another form.
func page(r *rand.Rand, node string) string {
	switch n := r.IntN(20); {
	case n < 2:
		return vocab.Path(node) + []string{".nq", ".csv", ".jsonld"}[r.IntN(3)]
	case n < 4:
		return "/graph.json?node=" + url.QueryEscape(node)
	case n < 5:
		return "/graph?node=" + url.QueryEscape(node)
	case n < 9 && (vocab.KindOf(node) == vocab.KindOrganization || vocab.KindOf(node) == vocab.KindPost):
		return vocab.Path(node) + fmt.Sprintf("?at=%d-%02d", 2000+r.IntN(26), 1+r.IntN(12))
	}
	return vocab.Path(node)
}

// distinct is an address that nobody asked for before.
func distinct(address string, r *rand.Rand) string {
	mark := "?"
	if strings.Contains(address, "?") {
		mark = "&"
	}
	return fmt.Sprintf("%s%snone=%x", address, mark, r.Uint64())
}

// load has all readers ask for a while.
func (s *site) load(b *testing.B, long time.Duration, next func(*rand.Rand) string) (all times) {
	end := time.Now().Add(long)
	var lock sync.Mutex
	var wait sync.WaitGroup
	for i := range *readers {
		wait.Go(func() {
			r := rand.New(rand.NewPCG(1, uint64(i)))
			var mine times
			for time.Now().Before(end) && !b.Failed() {
				mine = append(mine, s.ask(b, next(r), r))
			}
			lock.Lock()
			defer lock.Unlock()
			all = append(all, mine...)
		})
	}
	wait.Wait()
	if b.Failed() {
		b.FailNow()
	}
	return all
}

// ask gets a page to its end. Anything but the page is an error, and so is an empty one.
func (s *site) ask(b *testing.B, address string, r *rand.Rand) visit {
	v := visit{address: address}
	request, err := http.NewRequestWithContext(b.Context(), http.MethodGet, s.url+escaped(address), nil)
	if err != nil {
		b.Error(err)
		return v
	}
	request.AddCookie(&http.Cookie{Name: "language", Value: []string{"vi", "en"}[r.IntN(2)]})
	start := time.Now()
	answer, err := s.client.Do(request)
	if err != nil {
		b.Error(err)
		return v
	}
	defer answer.Body.Close()
	size, err := io.Copy(io.Discard, answer.Body)
	v.took = time.Since(start)
	empty := size == 0 && !strings.HasPrefix(address, "/search?part=1") // nothing found is no list
	if err != nil || answer.StatusCode != http.StatusOK || empty {
		b.Errorf("%s: %s, %d bytes, %v", address, answer.Status, size, err)
	}
	return v
}

// escaped is an address as a browser sends it: what it has escaped already stays so.
func escaped(address string) string {
	var b strings.Builder
	for _, c := range []byte(address) {
		if c < 0x80 {
			b.WriteByte(c)
		} else {
			fmt.Fprintf(&b, "%%%02X", c)
		}
	}
	return b.String()
}

// visit is one request.
type visit struct {
	address string
	took    time.Duration
}

type times []visit

// percentile needs the visits in the order of report.
func (t times) percentile(n int) time.Duration {
	slices.SortFunc(t, func(x, y visit) int { return int(x.took - y.took) })
	return t[min(len(t)-1, len(t)*n/100)].took
}

func (t times) report(b *testing.B) {
	for _, n := range []int{50, 95, 99} {
		b.ReportMetric(float64(t.percentile(n))/1e6, fmt.Sprintf("p%d-ms", n))
	}
	for i := range min(*slowest, len(t)) {
		b.Logf("%v %s", t[len(t)-1-i].took.Round(time.Millisecond), t[len(t)-1-i].address)
	}
}

// resident is the memory of this process, where the system says it so.
func resident() string {
	status, err := os.ReadFile("/proc/self/status")
	if err != nil {
		return "not known here"
	}
	_, rest, _ := strings.Cut(string(status), "VmRSS:")
	line, _, _ := strings.Cut(rest, "\n")
	return strings.TrimSpace(line)
}
