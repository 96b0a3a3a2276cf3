package input

import (
	_ "embed"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

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

// prune removes from a page what is no part of an article: scripts, forms, navigation, the blocks and lists
// that html-not-article.txt names, and what is struck out, hidden or the mark of a note.
func prune(doc *html.Node) {
	out := map[*html.Node]bool{}
	for n := range doc.Descendants() {
		if n.Type == html.ElementNode && !out[n] && notArticle(n) {
			out[n] = true
			for _, n := range listBehind(n) {
				out[n] = true
			}
		}
	}
	for n := range out {
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
	if unsaid(n) {
		return true
	}
	for word := range strings.FieldsSeq(strings.ToLower(attr(n, "class") + " " + attr(n, "id"))) {
		if namesBlock(word) {
			return true
		}
	}
	return listOfArticles(n)
}

// namesBlock reports whether a class is a word that names a block beside the article, or begins or ends with
// such a word.
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

// longerThan reports whether a node has more than that many bytes of text, without reading all of it.
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

// linked is the number of bytes of text in links.
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
