package input

import (
	"flag"
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"github.com/nhiemky/nhiemky/extract/record"
)

var update = flag.Bool("update", false, "write what comes out into the samples; look at the difference before you keep it")

// TestHTML: testdata/html/*.txtar hold a page, perhaps the address from which it was fetched, and the
// document that it is.
func TestHTML(t *testing.T) {
	files, err := filepath.Glob("testdata/html/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatal(files, err)
	}
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) { testPage(t, file) })
	}
}

func testPage(t *testing.T, file string) {
	a, err := txtar.ParseFile(file)
	if err != nil {
		t.Fatal(err)
	}
	i := Item{form: htmlPage, o: Defaults(), spot: spot{name: "page.html"}}
	for n, f := range a.Files {
		switch f.Name {
		case "fetched":
			i.page.address = strings.TrimSpace(string(f.Data))
		case "page.html":
			i.raw = f.Data
			if got := (&reader{}).recognise(spot{}, f.Data).form; got != htmlPage {
				t.Errorf("recognised as %d", got)
			}
		case "document":
			d, err := i.Document()
			if err != nil {
				t.Fatal(err)
			}
			got := show(d)
			if *update {
				a.Files[n].Data = []byte(got)
				write(t, file, txtar.Format(a))
			} else if got != string(f.Data) {
				t.Errorf("is\n%s\nwant\n%s", got, f.Data)
			}
		}
	}
}

// show is a document as the samples write it.
func show(d record.Document) string {
	return fmt.Sprintf("name: %s\ntitle: %s\npublished: %s\npublisher: %s\naddress: %s\n\n%s\n", d.Name, d.Title, d.Published, d.Publisher, d.Address, d.Raw)
}

func TestReadLinked(t *testing.T) {
	for _, c := range []struct {
		json string
		want page
	}{
		{`{"@type":"NewsArticle","headline":"A","datePublished":"2018-07-12","publisher":{"name":"B"},"url":"https://x.vn/1"}`, page{title: "A", published: "2018-07-12", publisher: "B", address: "https://x.vn/1"}},
		{`{"@graph":[{"@type":"WebSite","name":"X"},{"@type":["Article"],"headline":"A"}]}`, page{title: "A"}},
		{`[{"@type":"BreadcrumbList"},{"@type":"WebPage","datePublished":"2018","publisher":["B"]}]`, page{published: "2018", publisher: "B"}},
		{`{"@type":"NewsArticle","headline":12}`, page{}},
		{`not JSON`, page{}},
	} {
		if got := readLinked([]byte(c.json)); got != c.want {
			t.Errorf("%s: %+v", c.json, got)
		}
	}
}

// A page in which elements stand in elements for no reason is refused before what looks for its main part begins: nothing else could stop that.
func TestNested(t *testing.T) {
	deep := "<html><body>" + strings.Repeat("<div>", 480) + strings.Repeat("<p>"+strings.Repeat("một ", 100)+"</p>", 10_000)
	flat := "<html><body>" + strings.Repeat("<p>"+strings.Repeat("một ", 100)+"</p>", 10_000)
	for _, c := range []struct{ page, want string }{{deep, "! f: a page with too much text in too many nested elements"}, {flat, "f: một một"}} {
		got := found(t, Source{File: "f", Name: "f", In: strings.NewReader(c.page), Named: true}, Options{})
		if len(got) != 1 || !strings.HasPrefix(got[0], c.want) {
			t.Errorf("%.80q, want %q", got, c.want)
		}
	}
}
