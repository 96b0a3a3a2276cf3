package input

import (
	"bytes"
	_ "embed"
	"fmt"
	"net/url"
	"strings"

	"codeberg.org/readeck/go-readability"
	"codeberg.org/readeck/go-readability/render"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
	htmlcharset "golang.org/x/net/html/charset"

	"github.com/nhiemky/nhiemky/extract/input/charset"
)

// readHTML gives the text of a page under its title, without navigation, comments and lists of other
// articles, and what the page says of itself. said is the encoding that a crawl gives for it, from what
// is known of the page from outside. asked is the encoding of the options.
func readHTML(raw []byte, asked charset.Encoding, said string, from page) (string, page, error) {
	source, err := decodeHTML(raw, asked, said)
	if err != nil {
		return "", page{}, err
	}
	if strings.Count(source, "<") > maxTags {
		return "", page{}, Problem{What: fmt.Sprintf("a page of more than %d tags", maxTags), Do: "leave it out, or give its text"}
	}
	doc, err := html.Parse(strings.NewReader(source))
	if err != nil {
		return "", page{}, err
	}
	about := readMetadata(doc, from)
	prune(doc)
	lead := leadOf(doc)
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
	if about.title != "" && strings.HasPrefix(text, about.title+"\n") && mended != text { // alone it is too short to be mended
		about.title, _, _ = strings.Cut(mended, "\n")
	}
	return mended, about, nil
}

// maxTags bounds the tags of a page, each of which takes memory; pages of newspapers have some thousand.
const maxTags = 500_000

// decodeHTML gives the page as UTF-8. Bytes that are valid UTF-8 are that, whatever the page says; a
// page that says nothing, or names the encoding of the West as a default, is looked at.
func decodeHTML(raw []byte, asked charset.Encoding, said string) (string, error) {
	if asked != "" && asked != charset.Auto {
		text, _, err := charset.Decode(raw, asked)
		return text, err
	}
	text, _, undecided := charset.Decode(raw, charset.Auto)
	if undecided == nil {
		return text, nil
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

//go:embed html-not-article.txt
var notArticleFile string

// blockWords and endHeadings are the lines of html-not-article.txt: words that name a block, and headings.
var blockWords, endHeadings = readNotArticle()

func readNotArticle() (blocks map[string]bool, headings []string) {
	blocks = map[string]bool{}
	for line := range strings.Lines(notArticleFile) {
		kind, words, _ := strings.Cut(strings.TrimSpace(line), " ")
		switch kind {
		case "block":
			blocks[words] = true
		case "heading":
			headings = append(headings, words)
		}
	}
	return blocks, headings
}

// prune takes out of a page what is no part of an article: scripts, forms, navigation, and the blocks and
// lists that html-not-article.txt names.
func prune(doc *html.Node) {
	var out []*html.Node
	for n := range doc.Descendants() {
		if n.Type == html.ElementNode && notArticle(n) {
			out = append(append(out, n), listBehind(n)...)
		}
	}
	for _, n := range out {
		if n.Parent != nil {
			n.Parent.RemoveChild(n)
		}
	}
}

func notArticle(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Script, atom.Style, atom.Noscript, atom.Template, atom.Iframe, atom.Form, atom.Nav, atom.Footer, atom.Aside, atom.Svg, atom.Button, atom.Select:
		return true
	case atom.Html, atom.Body, atom.Main, atom.Article, atom.Head:
		return false
	}
	for word := range strings.FieldsSeq(strings.ToLower(attr(n, "class") + " " + attr(n, "id"))) {
		if namesBlock(word) {
			return true
		}
	}
	return listOfArticles(n)
}

// namesBlock reports whether a class is one of the words that name a block beside the article, or begins or
// ends with one.
func namesBlock(class string) bool {
	if blockWords[class] {
		return true
	}
	for i, c := range class {
		if (c == '-' || c == '_') && (blockWords[class[:i]] || blockWords[class[i+1:]]) {
			return true
		}
	}
	return false
}

// listOfArticles reports whether an element is a heading such as "Tin liên quan" or a block that begins
// with one and is nearly all links.
func listOfArticles(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Div, atom.Section, atom.Ul, atom.Table, atom.P, atom.H2, atom.H3, atom.H4, atom.H5:
	default:
		return false
	}
	if longerThan(n, 4000) {
		return false
	}
	text := clean(textOf(n))
	for _, heading := range endHeadings {
		if rest, ok := strings.CutPrefix(strings.ToLower(text), heading); ok && (len(strings.Trim(rest, " :.…")) == 0 || 2*linked(n) > len(text)) {
			return true
		}
	}
	return false
}

// listBehind are the lists of links that follow the heading of a list of articles.
func listBehind(n *html.Node) (out []*html.Node) {
	if !listOfArticles(n) {
		return nil
	}
	for s := n.NextSibling; s != nil; s = s.NextSibling {
		text := clean(textOf(s))
		if s.Type == html.ElementNode && len(text) > 0 && 2*linked(s) <= len(text) || s.Type == html.TextNode && text != "" {
			break
		}
		out = append(out, s)
	}
	return out
}

// longerThan reports whether a node has more bytes of text than so many, without reading all of it.
func longerThan(n *html.Node, bytes int) bool {
	for d := range n.Descendants() {
		if d.Type == html.TextNode {
			if bytes -= len(d.Data); bytes < 0 {
				return true
			}
		}
	}
	return false
}

// linked is the number of bytes of text that are links.
func linked(n *html.Node) (sum int) {
	if n.DataAtom == atom.A {
		return len(clean(textOf(n)))
	}
	for d := range n.Descendants() {
		if d.DataAtom == atom.A {
			sum += len(clean(textOf(d)))
		}
	}
	return sum
}

// leadClasses are the classes of the paragraph that opens an article and stands outside its body.
var leadClasses = []string{"sapo", "lead", "chapeau", "description", "article-summary", "detail-sapo", "singular-sapo", "knc-sapo"}

// leadOf is the opening paragraph that the page marks as such, or "".
func leadOf(doc *html.Node) string {
	for n := range doc.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		for class := range strings.FieldsSeq(strings.ToLower(attr(n, "class"))) {
			for _, c := range leadClasses {
				if class == c || strings.HasSuffix(class, "-sapo") || strings.HasSuffix(class, "__sapo") {
					if text := clean(render.InnerText(n)); len(text) > 60 && len(text) < 2000 {
						return text
					}
				}
			}
		}
	}
	return ""
}

// errLinks is the error of a page that leads to articles and is none: it has no day, and more than half of
// its text are links.
var errLinks = Problem{What: "a page of links, no article", Do: "give the pages that it leads to"}

// mainPart is the main part of a page, or the whole of it where no main part is found.
func mainPart(doc *html.Node, address string) *html.Node {
	base, err := url.Parse(address)
	if err != nil || address == "" {
		base = &url.URL{}
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

// shortArticle is the number of characters below which what was found is taken for a part of the article
// only. Reports of appointments are short.
const shortArticle = 200

// tidy is text without empty lines, with one space between words.
func tidy(text string) string {
	var out []string
	for line := range strings.Lines(text) {
		if line = strings.Join(strings.Fields(line), " "); line != "" {
			out = append(out, line)
		}
	}
	return strings.Join(out, "\n")
}
