package input

import (
	"encoding/json"
	"net/url"
	"regexp"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/nhiemky/nhiemky/extract/dating"
	"github.com/nhiemky/nhiemky/extract/input/charset"
)

// The keys under which pages describe themselves, the most reliable first: names and properties of <meta>.
var (
	titleKeys     = []string{"og:title", "twitter:title", "dc.title", "title"}
	publisherKeys = []string{"og:site_name", "application-name", "dc.publisher", "publisher", "copyright"}
	addressKeys   = []string{"og:url", "twitter:url"}
	dateKeys      = []string{
		"article:published_time", "og:published_time", "og:article:published_time", "datepublished", "pubdate",
		"publishdate", "publish-date", "publish_date", "published_date", "publication_date", "article_date_original",
		"its_publication", "dc.date.issued", "dc.date", "dcterms.issued", "dcterms.created", "sailthru.date", "date",
	}
)

// facts are what a page says about itself in various places.
type facts struct {
	meta      map[string]string // key of <meta>, in small letters -> content
	canonical string            // <link rel="canonical">
	title     string            // <title>
	heading   string            // the first <h1>
	time      string            // the first <time> with a date, or another element marked as the time of publication
	line      string            // a line of the page with a date and a day of the week or a time of day
	linked    page              // of JSON-LD
}

// readMetadata collects what a page says about itself and decides between contradictions.
func readMetadata(doc *html.Node, from page) page {
	f := facts{meta: map[string]string{}}
	for n := range doc.Descendants() {
		f.take(n)
	}
	p := page{
		title:     first(f.linked.title, f.of(titleKeys), f.heading, f.title, from.title),
		publisher: first(f.linked.publisher, f.of(publisherKeys), from.publisher),
		published: firstDate(f.linked.published, f.of(dateKeys), f.time, f.line, from.published),
	}
	p.title = withoutSite(p.title, p.publisher)
	p.address = settleAddress(from.address, f.canonical, f.of(addressKeys), f.linked.address)
	return p
}

// take looks at one node.
func (f *facts) take(n *html.Node) {
	if n.Type == html.TextNode {
		if f.line == "" && dateLine(n) {
			f.line = clean(n.Data)
		}
		return
	}
	if n.Type != html.ElementNode {
		return
	}
	switch n.DataAtom {
	case atom.Meta:
		for _, key := range []string{"property", "name", "itemprop"} {
			if k := strings.ToLower(attr(n, key)); k != "" && f.meta[k] == "" {
				f.meta[k] = clean(attr(n, "content"))
			}
		}
	case atom.Link:
		if strings.EqualFold(attr(n, "rel"), "canonical") && f.canonical == "" {
			f.canonical = strings.TrimSpace(attr(n, "href"))
		}
	case atom.Title:
		f.title = first(f.title, clean(textOf(n)))
	case atom.H1:
		f.heading = first(f.heading, clean(textOf(n)))
	case atom.Script:
		if strings.EqualFold(attr(n, "type"), "application/ld+json") && n.FirstChild != nil {
			f.linked.merge(readLinked([]byte(n.FirstChild.Data)))
		}
	}
	if f.time == "" && (n.DataAtom == atom.Time || strings.EqualFold(attr(n, "itemprop"), "datePublished")) {
		f.time = firstDate(attr(n, "datetime"), attr(n, "content"), clean(textOf(n)))
	}
}

// of is the content of the first of these keys that the page has.
func (f *facts) of(keys []string) string {
	for _, k := range keys {
		if f.meta[k] != "" {
			return f.meta[k]
		}
	}
	return ""
}

// dayOrClock is what stands beside the date in the line that says when a page was published.
var dayOrClock = regexp.MustCompile(`(?i)thứ (hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật|\d{1,2}[:hg]\d{2}|cập nhật|đăng|gmt`)

// dateLine reports whether a text is the line that says when a page was published: short, with a full date
// and a day of the week or a time of day, and not the clock of the site.
func dateLine(n *html.Node) bool {
	if len(n.Data) > 400 || n.Parent == nil {
		return false
	}
	switch n.Parent.DataAtom {
	case atom.Script, atom.Style, atom.Title, atom.A, atom.Option:
		return false
	}
	text := clean(n.Data)
	if len(text) > 90 || !dayOrClock.MatchString(text) {
		return false
	}
	if _, ok := dating.Parse(text); !ok {
		return false
	}
	for p := n.Parent; p != nil; p = p.Parent {
		if p.DataAtom == atom.Header && !within(p, atom.Article) || p.DataAtom == atom.Footer || p.DataAtom == atom.Nav {
			return false // the date of today, not of the page
		}
	}
	return true
}

// within reports whether a node lies in an element of that kind.
func within(n *html.Node, kind atom.Atom) bool {
	for p := n.Parent; p != nil; p = p.Parent {
		if p.DataAtom == kind {
			return true
		}
	}
	return false
}

// articleTypes are the types of schema.org that an article has.
var articleTypes = map[string]bool{"article": true, "newsarticle": true, "reportagenewsarticle": true, "analysisnewsarticle": true, "blogposting": true, "webpage": true, "report": true}

// readLinked reads JSON-LD: one object, a list, or a graph. If several objects are articles, the first that
// says something counts. Damaged JSON is ignored.
func readLinked(raw []byte) (p page) {
	var any any
	if json.Unmarshal(raw, &any) != nil {
		return p
	}
	p.fromLinked(any, 0)
	return p
}

func (p *page) fromLinked(value any, depth int) {
	if depth > 4 {
		return
	}
	switch v := value.(type) {
	case []any:
		for _, e := range v {
			p.fromLinked(e, depth+1)
		}
	case map[string]any:
		p.fromLinked(v["@graph"], depth+1)
		kind, _ := v["@type"].(string)
		if list, ok := v["@type"].([]any); ok && len(list) > 0 {
			kind, _ = list[0].(string)
		}
		if kind = strings.ToLower(kind); !articleTypes[kind] {
			return
		}
		about := page{published: word(v["datePublished"]), publisher: clean(word(v["publisher"])), address: word(v["mainEntityOfPage"])}
		if about.address == "" {
			about.address = word(v["url"])
		}
		if kind != "webpage" { // its name is often that of the site
			about.title = clean(word(v["headline"]))
		}
		p.merge(about)
	}
}

// word is a string, or the name or id of an object.
func word(value any) string {
	switch v := value.(type) {
	case string:
		return v
	case map[string]any:
		return first(word(v["name"]), word(v["@id"]))
	case []any:
		if len(v) > 0 {
			return word(v[0])
		}
	}
	return ""
}

// merge fills in what is not known yet.
func (p *page) merge(o page) {
	p.title, p.published = first(p.title, o.title), first(p.published, o.published)
	p.publisher, p.address = first(p.publisher, o.publisher), first(p.address, o.address)
}

// settleAddress is the first address that a page gives for itself, completed with the address from which it
// was fetched. An address on another host than that one is not believed, except for www in front of it.
func settleAddress(fetched string, own ...string) string {
	base, err := url.Parse(fetched)
	if err != nil {
		base = &url.URL{}
	}
	for _, a := range own {
		u, err := base.Parse(strings.TrimSpace(a))
		if err != nil || nameOf(u.String()) == "" || u.Path == "" && base.Path != "" {
			continue
		}
		if base.Host == "" || bareHost(u.Host) == bareHost(base.Host) {
			u.Fragment = ""
			return u.String()
		}
	}
	return fetched
}

// bareHost is a host without the prefixes under which sites show the same pages.
func bareHost(host string) string {
	host = strings.ToLower(host)
	for _, prefix := range []string{"www.", "m.", "amp."} {
		host = strings.TrimPrefix(host, prefix)
	}
	return host
}

// withoutSite removes the name of the site from the end of a title: "… - Báo Ví dụ", "… | Ví dụ".
func withoutSite(title, site string) string {
	for _, between := range []string{" - ", " | ", " – ", " — "} {
		if i := strings.LastIndex(title, between); i > 0 && site != "" && strings.Contains(strings.ToLower(site), strings.ToLower(title[i+len(between):])) {
			return strings.TrimSpace(title[:i])
		}
	}
	return title
}

// clean is a text on one line, with its encoding repaired.
func clean(text string) string {
	return charset.Mend(strings.Join(strings.Fields(text), " "))
}

// first is the first text that is not empty.
func first(all ...string) string {
	for _, s := range all {
		if s != "" {
			return s
		}
	}
	return ""
}

// firstDate is the first date in the texts.
func firstDate(all ...string) string {
	for _, s := range all {
		if _, ok := dating.Parse(s); ok {
			return s
		}
	}
	return ""
}

func attr(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

// textOf is the text in a node, as it stands in the page.
func textOf(n *html.Node) string {
	var b strings.Builder
	for d := range n.Descendants() {
		if d.Type == html.TextNode {
			b.WriteString(d.Data)
		}
	}
	return b.String()
}
