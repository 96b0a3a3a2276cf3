package document

import (
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode"

	"github.com/nhiemky/nhiemky/extract/gazetteer"
	"github.com/nhiemky/nhiemky/extract/record"
	"github.com/nhiemky/nhiemky/extract/text"
)

// Page is a document as a text: its tokens, lines, sentences and tables.
type Page struct {
	Lists        *gazetteer.Lists
	reader       *text.Reader
	Text         text.Text
	Toks         []text.Token
	Sentences    []Span
	marks        []text.Marks // of the words of each sentence
	SentOf       []int        // token -> index of its sentence
	Masked       []bool       // tokens inside document codes and dates, which are no words
	Tables       []Table      // in order
	Barred       bool         // a bar stands somewhere
	Headings     []Heading
	Sections     []int        // of an encyclopedia: the tokens with which sections begin, as links for editors show
	Notes        int          // token from which notes and literature stand
	Encyclopedia bool         // it has notes or links for its editors: it tells no news
	edited       map[int]bool // tokens that begin a heading which a link for editors ended
	edges        map[int]bool // tokens that begin a cell: no name and no post runs over one
	halves       int          // the second column of those that have the two parts of names, in the table that is read; 0 for none
	names        map[int]int  // and those of them that begin a cell in a column of names, and where it ends
	phrase       []text.Token // that words gave last
	Until        time.Time    // when to give up, never for zero
	ticks        int
}

// NewPage is an empty one.
func NewPage(lists *gazetteer.Lists) Page {
	return Page{Lists: lists, reader: text.NewReader(lists.Lex)}
}

// Open begins with a document.
func (p *Page) Open(d record.Document) {
	p.Text = p.reader.Read(d.Raw, p.Toks)
	p.Toks = p.Text.Tokens()
	p.dropEditLinks()
	p.dropPageBreaks()
	p.dropNoteNumbers()
	p.dropHyphens()
	p.unwrap()
	p.joinTitles()
	n := len(p.Toks)
	p.SentOf = slices.Grow(p.SentOf, n)[:n]
	p.Masked = slices.Grow(p.Masked, n)[:n]
	clear(p.Masked)
}

// maxKept is the number of tokens of a document up to which its slices are kept for the next.
const maxKept = 1 << 15

// Keeps reports whether the slices of the document are of usual size and stay for the next: memory that was just
// used is faster than new memory.
func (p *Page) Keeps() bool { return len(p.Toks) <= maxKept }

// Clear makes the page empty.
func (p *Page) Clear() {
	empty := Page{Lists: p.Lists, reader: p.reader, phrase: p.phrase}
	if p.Keeps() {
		clear(p.Tables)
		empty.Toks, empty.SentOf, empty.Masked = p.Toks[:0], p.SentOf[:0], p.Masked[:0]
		empty.Sentences, empty.marks, empty.Tables = p.Sentences[:0], p.marks[:0], p.Tables[:0]
	}
	*p = empty
}

// Words are the tokens of a phrase that is not in the document. They are good until the next call.
func (p *Page) Words(phrase string) []text.Token {
	p.phrase = p.reader.Read([]byte(phrase), p.phrase).Tokens()
	return p.phrase
}

// Span is a range [i, j) of tokens.
type Span struct{ I, J int }

// Section is the token with which the section of token i begins, 0 for what stands before all of them.
func (p *Page) Section(i int) int {
	n, found := slices.BinarySearch(p.Sections, i)
	switch {
	case found:
		return i
	case n > 0:
		return p.Sections[n-1]
	}
	return 0
}

// FindHeadings finds the lines that say what follows them, and where the notes and the literature behind the text begin.
// Their dates are those of books and visits to web pages: they tell nothing of what happened, only when the page was
// written at the earliest.
func (p *Page) FindHeadings() {
	p.Notes = len(p.Toks)
	var lines [3]int // where this line begins and the two before it
	for i := range p.Toks {
		_, link := p.Lists.EditLinks.Find(p.Toks, i)
		if link > 0 {
			p.Encyclopedia = true
		}
		switch {
		case p.edited[i]:
			p.Sections = append(p.Sections, i)
		case link > 0:
			p.Sections = append(p.Sections, max(0, i-1)) // behind its bracket
		}
		if i > 0 && p.Toks[i].Breaks == 0 {
			continue
		}
		lines = [3]int{lines[1], lines[2], i}
		k := p.firstWord(p.behindEditLink(i))
		if k < 0 || !p.Toks[k].Upper() {
			continue
		}
		kind, n := p.Lists.Headings.Find(p.Toks, k)
		switch end := k + n; {
		case n == 0 || p.LineEnd(i) <= k:
		case kind == "site":
			p.Encyclopedia = p.Encyclopedia || p.LineEnd(i)-end <= 2
		case kind == "notes":
			if i > 0 && !p.headsAbove(lines) && !p.inContents(lines) && (end == len(p.Toks) || p.Toks[end].Breaks > 0 || p.Toks[end].Is("[", "=")) {
				p.Notes, p.Encyclopedia = i, true
				return
			}
		case kind != "name" || p.Next(p.behindBracket(end), len(p.Toks), ":", "|"):
			p.Headings = append(p.Headings, Heading{Span{i, p.LineEnd(i)}, kind})
		}
	}
}

// headsAbove reports whether both lines before the one that begins with the last of three tokens are heads of columns:
// "Chức vụ", "Nhiệm kỳ" over "Ghi chú", which is one too and no heading.
func (p *Page) headsAbove(lines [3]int) bool {
	return p.headLine(Span{lines[0], lines[1]}) != "" && p.headLine(Span{lines[1], lines[2]}) != ""
}

// behindBracket is the token behind a short bracket at token i, or i: "Họ và tên khai sinh (viết chữ in hoa): …".
func (p *Page) behindBracket(i int) int {
	if !p.Next(i, len(p.Toks), "(") {
		return i
	}
	for k := i + 1; k < min(len(p.Toks), i+maxHeadWords); k++ {
		if p.Toks[k].Is(")") {
			return k + 1
		}
	}
	return i
}

// inContents reports whether the line that begins with the last of three tokens, and the one before it, are numbered lines of
// a table of contents: "3 Sự nghiệp" over "4 Tham khảo".
func (p *Page) inContents(lines [3]int) bool {
	above, this := p.Toks[lines[1]], p.Toks[lines[2]]
	if above.Kind != text.Number || this.Kind != text.Number || lines[1] == lines[2] || p.Toks[lines[2]+1].Kind != text.Word {
		return false
	}
	a, err := strconv.Atoi(above.Norm)
	b, err2 := strconv.Atoi(this.Norm)
	return err == nil && err2 == nil && b == a+1
}

// firstWord is the first word of the line that begins with token i, -1 when it has none: a line "1." or "-".
func (p *Page) firstWord(i int) int {
	for k := i; k < len(p.Toks) && (k == i || p.Toks[k].Breaks == 0); k++ {
		if p.Toks[k].Kind == text.Word {
			return k
		}
	}
	return -1
}

// Heading is a line that says what follows.
type Heading struct {
	Span
	Kind string // as in headings.csv
}

// Is reports whether token i is marked.
func (p *Page) Is(i int, m text.Marks) bool { return p.Toks[i].Marks&m != 0 }

// Next reports whether token i stands before end and is one of the words.
func (p *Page) Next(i, end int, words ...string) bool {
	return i < end && p.Toks[i].Is(words...)
}

// Pair reports whether tokens i and i+1 stand before end and are a phrase of the set.
func (p *Page) Pair(i, end int, c *gazetteer.Pairs) bool {
	return i+1 < end && c.Has(p.Toks[i], p.Toks[i+1])
}

// NextIn reports whether token i stands before end and is of the class.
func (p *Page) NextIn(i, end int, c *gazetteer.Class) bool { return i < end && c.Has(p.Toks[i]) }

// MaxSkip is the most tokens of an item that a list of posts goes on over.
const MaxSkip = 16

// Evidence is the sentence that holds the tokens, or of a long one the part between semicolons.
func (p *Page) Evidence(at Span, rule string) record.Evidence {
	s := p.Sentences[p.SentOf[at.I]]
	if e := p.Sentences[p.SentOf[at.J-1]]; e.J > s.J {
		s.J = e.J
	}
	if p.Text.Span(s.I, s.J).Len() > longEvidence {
		i, j := at.I, at.J
		for i > s.I && !p.Toks[i-1].Is(";", ":") && p.Text.Span(i-1, j).Len() < longEvidence {
			i--
		}
		for j < s.J && !p.Toks[j].Is(";") && p.Text.Span(i, j+1).Len() < longEvidence {
			j++
		}
		s = Span{i, j}
	}
	sp := p.Text.Span(s.I, s.J)
	return record.Evidence{Span: sp, Text: p.Text.Slice(sp), Rule: rule}
}

// longEvidence is the length in bytes from which a sentence is cut to the part that matters.
const longEvidence = 600

// Headline is the first sentence of the document that is long enough to be one, or "".
func (p *Page) Headline() string {
	for _, s := range p.Sentences {
		if s.J-s.I >= 5 && s.I < 200 {
			if title := p.Text.Slice(p.Text.Span(s.I, s.J)); !isTrail(title) && !isRow(title) {
				return title
			}
		}
	}
	return ""
}

// isTrail reports whether a line says where on a site a page is: "Trang chủ » Tin tức » Xây dựng Đảng".
func isTrail(line string) bool {
	return strings.Contains(line, "›") || strings.Count(line, "»") > strings.Count(line, "«")
}

// isRow reports whether a line is a row of a table, or drawn: it begins with a bar, or signs are most of it.
func isRow(line string) bool {
	letters, others, signs := 0, 0, 0
	for _, r := range line {
		switch {
		case unicode.IsLetter(r):
			letters++
		case unicode.IsPunct(r), unicode.IsSymbol(r):
			signs++
		default:
			others++
		}
	}
	return strings.HasPrefix(strings.TrimSpace(line), "|") || letters < 2 || letters+others <= signs
}
