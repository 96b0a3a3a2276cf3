package input

import (
	"bytes"
	"fmt"
	"net/url"
	"slices"
	"strings"
	"unicode/utf8"

	"codeberg.org/readeck/go-readability"
	"codeberg.org/readeck/go-readability/render"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
	htmlcharset "golang.org/x/net/html/charset"

	"github.com/nhiemky/nhiemky/extract/input/charset"
)

// readHTML gives the text of a page under its title, without navigation, comments and lists of other
// articles, and what the page says about itself. said is the encoding that a crawl gives for it, from is
// what is known about the page from outside, asked is the encoding of the options.
func readHTML(raw []byte, asked charset.Encoding, said string, from page) (string, page, error) {
	source, err := decodeHTML(raw, asked, said)
	if err != nil {
		return "", page{}, err
	}
	if strings.Count(source, "<") > maxTags {
		return "", page{}, Problem{What: fmt.Sprintf("a page with more than %d tags", maxTags), Do: "leave it out, or give its text"}
	}
	doc, err := html.Parse(strings.NewReader(source))
	if err != nil {
		return "", page{}, err
	}
	if nested(doc) > mostNested {
		return "", page{}, Problem{What: "a page with too much text in too many nested elements", Do: "leave it out, or give its text"}
	}
	about := readMetadata(doc, from)
	prune(doc)
	lead := leadOf(doc)
	barTables(doc) // first: as a table, what holds the data of a short page is taken for its layout
	main := mainPart(doc, about.address)
	text := tidy(render.InnerText(main))
	if about.published == "" && 2*linked(main) > len(text) {
		return "", page{}, errLinks
	}
	if lead != "" && !strings.Contains(squeeze(text), squeeze(lead)) {
		text = lead + "\n" + text
	}
	text = titled(about.title, text)
	mended := charset.Mend(text)
	if about.title != "" && strings.HasPrefix(text, about.title+"\n") && mended != text { // alone it is too short to be repaired
		about.title, _, _ = strings.Cut(mended, "\n")
	}
	return mended, about, nil
}

// nearlyUTF8 replaces the few damaged bytes of a page by U+FFFD, as browsers do. It reports whether there are
// few: of the bytes beyond ASCII, less than one in a hundred is wrong.
func nearlyUTF8(raw []byte) (string, bool) {
	text := strings.ReplaceAll(string(raw), "\x00", "")
	good, bad := 0, 0
	for i := 0; i < len(text); {
		c, n := utf8.DecodeRuneInString(text[i:])
		switch {
		case c == utf8.RuneError && n == 1:
			bad++
		case n > 1:
			good += n
		}
		i += n
	}
	return strings.ToValidUTF8(text, "\ufffd"), bad+len(raw)-len(text) <= good/100
}

// maxTags bounds the number of tags in a page, as each takes memory. Newspaper pages have a few thousand.
const maxTags = 500_000

// mostNested bounds the bytes of a page, each counted once for every element around it: what looks for the main part reads the text of each element. It
// takes some seconds for so many; newspaper pages have a hundredth.
const mostNested = 1 << 30

// nested are those of a page, with some for each node.
func nested(doc *html.Node) (sum int) {
	const node = 64
	depth := 0
	for n := doc; n != nil; {
		sum += depth * node
		if n.Type == html.TextNode {
			sum += depth * len(n.Data)
		}
		if n.FirstChild != nil {
			n, depth = n.FirstChild, depth+1
			continue
		}
		for n != nil && n.NextSibling == nil {
			n, depth = n.Parent, depth-1
		}
		if n != nil {
			n = n.NextSibling
		}
	}
	return sum
}

// decodeHTML gives the page as UTF-8. Valid UTF-8 is taken as such, whatever the page says. If the page
// names no encoding, or a Western one as a default, the bytes decide.
func decodeHTML(raw []byte, asked charset.Encoding, said string) (string, error) {
	if asked != "" && asked != charset.Auto {
		text, _, err := charset.Decode(raw, asked)
		return text, err
	}
	text, _, undecided := charset.Decode(raw, charset.Auto)
	if undecided == nil {
		return text, nil
	}
	if text, nearly := nearlyUTF8(raw); nearly {
		return charset.Compose(text), nil
	}
	codec, name, _ := htmlcharset.DetermineEncoding(raw[:min(len(raw), 1024)], said)
	if name == "" || name == "utf-8" {
		return "", undecided
	}
	out, err := codec.NewDecoder().Bytes(raw)
	if err != nil || bytes.IndexByte(out, 0) >= 0 {
		return "", undecided
	}
	return charset.Compose(string(out)), nil
}

// leadClasses are the classes of the paragraph that opens an article outside its body.
var leadClasses = []string{"sapo", "lead", "chapeau", "description", "article-summary", "detail-sapo", "singular-sapo", "knc-sapo"}

// leadOf is the paragraph that the page marks as the opening one, or "". It stands near the head of a page: only the first that are marked so are
// read, and no longer ones.
func leadOf(doc *html.Node) string {
	read := 0
	for n := range doc.Descendants() {
		if n.Type != html.ElementNode || !marksLead(n) || longerThan(n, longestLead) {
			continue
		}
		if text := clean(render.InnerText(n)); len(text) > 60 && len(text) < 2000 {
			return text
		}
		if read++; read == mostLeads {
			break
		}
	}
	return ""
}

// marksLead reports whether a class of an element is one of those.
func marksLead(n *html.Node) bool {
	for class := range strings.FieldsSeq(strings.ToLower(attr(n, "class"))) {
		if slices.Contains(leadClasses, class) || strings.HasSuffix(class, "-sapo") || strings.HasSuffix(class, "__sapo") {
			return true
		}
	}
	return false
}

const (
	longestLead = 8000 // bytes of the text of such a paragraph, with the blanks between its words
	mostLeads   = 50   // elements that are marked so and are none, at most
)

// errLinks is the error for a page that leads to articles and is not one itself: it has no date, and more
// than half of its text is links.
var errLinks = Problem{What: "a page of links, not an article", Do: "give the pages that it leads to"}

// mainPart is the main part of a page, or the whole page if no main part is found.
func mainPart(doc *html.Node, address string) *html.Node {
	base, err := url.Parse(address)
	if err != nil || address == "" {
		base = &url.URL{}
	}
	if plainPage(doc) {
		return doc
	}
	parser := readability.NewParser()
	parser.CharThresholds = shortArticle
	parser.DisableJSONLD = true
	if article, err := parser.ParseDocument(doc, base); err == nil && article.Node != nil {
		if strings.TrimSpace(textOf(article.Node)) != "" {
			return article.Node
		}
	}
	return doc
}

// plainPage reports whether a page has nothing but its text: few links, and none of the parts that sites put
// around an article. Then all of it is the main part, including the title above a table.
func plainPage(doc *html.Node) bool {
	for n := range doc.Descendants() {
		switch n.DataAtom {
		case atom.Nav, atom.Aside, atom.Footer, atom.Header, atom.Form, atom.Iframe, atom.Article, atom.Main:
			return false
		}
	}
	return fewLinks*linked(doc) < len(clean(textOf(doc)))
}

// fewLinks is how many times longer than its links the text of a page must be for the links to count as few.
const fewLinks = 20

// shortArticle is the number of characters below which the text that was found is taken for only a part of
// the article. Reports of appointments are short.
const shortArticle = 200

// tidy removes empty lines and leaves one space between words.
func tidy(text string) string {
	var out []string
	for line := range strings.Lines(text) {
		if line = strings.Join(strings.Fields(line), " "); line != "" {
			out = append(out, line)
		}
	}
	return strings.Join(out, "\n")
}
