package document

import (
	"iter"
	"slices"
	"strconv"
	"strings"

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
	Notes        int          // token from which notes and literature stand
	Encyclopedia bool         // it has notes or links for its editors: it tells no news
	edited       map[int]bool // tokens that begin a heading which a link for editors ended
	edges        map[int]bool // tokens that begin a cell: no name and no post runs over one
	halves       int          // the second column of those that have the two parts of names, in the table that is read; 0 for none
	names        map[int]int  // and those of them that begin a cell in a column of names, and where it ends
	phrase       []text.Token // that words gave last
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

// FindHeadings finds the lines that say what follows them, and where the notes and the literature behind the text begin.
// Their dates are those of books and visits to web pages: they tell nothing of what happened, only when the page was
// written at the earliest.
func (p *Page) FindHeadings() {
	p.Notes = len(p.Toks)
	var lines [3]int // where this line begins and the two before it
	for i := range p.Toks {
		if _, n := p.Lists.EditLinks.Find(p.Toks, i); n > 0 {
			p.Encyclopedia = true
		}
		if i > 0 && p.Toks[i].Breaks == 0 {
			continue
		}
		lines = [3]int{lines[1], lines[2], i}
		k := p.firstWord(i)
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

// LongestSentence is the number of tokens after which a sentence ends whatever it says: people and posts are
// looked for in it pair by pair, so that the time for one grows much faster than its length.
const LongestSentence = 1000

// Split finds the sentences: they end at a full stop, a question mark or an exclamation mark, and
// at the end of a line, unless the next line goes on with a small letter or a place's name runs
// over the line end.
func (p *Page) Split() {
	start := 0
	for i := range p.Toks {
		if i > start && (p.EndsBefore(i) || i-start == LongestSentence) {
			p.addSentence(start, i)
			start = i
		}
	}
	if start < len(p.Toks) {
		p.addSentence(start, len(p.Toks))
	}
}

// addSentence notes that tokens [i, j) are a sentence.
func (p *Page) addSentence(i, j int) {
	marks := text.Marks(0)
	for k := i; k < j; k++ {
		p.SentOf[k] = len(p.Sentences)
		marks |= p.Toks[k].Marks
	}
	p.Sentences, p.marks = append(p.Sentences, Span{i, j}), append(p.marks, marks)
}

// SentenceHas reports whether a word with one of the marks stands in the sentence of token i.
func (p *Page) SentenceHas(i int, m text.Marks) bool { return p.marks[p.SentOf[i]]&m != 0 }

// SentencesWith are the sentences in which a word has one of the marks.
func (p *Page) SentencesWith(m text.Marks) iter.Seq[Span] {
	return func(yield func(Span) bool) {
		for k, s := range p.Sentences {
			if p.marks[k]&m != 0 && !yield(s) {
				return
			}
		}
	}
}

// EndsBefore reports whether a sentence ends between tokens i-1 and i.
func (p *Page) EndsBefore(i int) bool {
	prev, next := &p.Toks[i-1], &p.Toks[i]
	if next.Breaks > 0 && !p.runsOn(i) || len(p.edges) > 0 && p.edges[i] {
		return true
	}
	if prev.Kind != text.Punct {
		return false
	}
	switch prev.Fold {
	case "!", "?", "…":
		return !next.Is(")", "\"", "'", ",", ";")
	case "\"", ")", "]":
		if prev.Fold == ")" && next.Upper() && p.creditsPhoto(i-1) {
			return true
		}
		return i > 1 && p.Toks[i-2].Is(".", "!", "?") && p.stop(i-2) && opens(*next)
	case ".":
		return !p.Masked[i-1] && !next.Is("\"", ")", "]", ",", ";", ".") && p.stop(i-1) && opens(*next)
	}
	return false
}

// creditsPhoto reports whether the bracket that closes at token i tells who took a picture, behind a caption: "(ảnh: Việt Dũng)".
func (p *Page) creditsPhoto(i int) bool {
	for k := i - 1; k > 0 && k > i-longestCredit; k-- {
		if p.Toks[k].Is("(") {
			return p.Lists.Words.Credit.Has(p.Toks[k+1]) && p.Toks[k+2].Is(":", "-")
		}
	}
	return false
}

// longestCredit is the number of tokens of such a bracket at most.
const longestCredit = 10

// opens reports whether a sentence may begin with the token: with a capital, a number, or a sign that opens an item.
func opens(t text.Token) bool {
	return t.Upper() || t.Kind == text.Number || t.Is("\"", "-", "(", "*", "+", "•")
}

// Leader reports whether a run of four full stops or more stands before token i, which leads from one column to the next: "Bí thư
// ........ Trần Văn A".
func (p *Page) Leader(i int) bool {
	k := i
	for k > 0 && p.Toks[k-1].Is(".") && i-k < leader {
		k--
	}
	return i-k == leader
}

// leader is the number of full stops of such a run at least.
const leader = 4

// titleOver reports whether a title of the list runs over the full stop at token i: "UV. BTV".
func (p *Page) titleOver(i int) bool {
	if !p.Is(i-1, gazetteer.OfTitle) {
		return false
	}
	_, n := p.Lists.Titles.Find(p.Toks, i-1)
	return n > 1 && p.Toks[i+1].Breaks == 0
}

// stop reports whether the full stop at token i ends a sentence rather than an abbreviation, an
// initial or a number.
func (p *Page) stop(i int) bool {
	if i == 0 || i+1 >= len(p.Toks) {
		return true
	}
	prev, next := p.Toks[i-1], p.Toks[i+1]
	if p.Toks[i].Space { // a full stop that stands alone
		return true
	}
	switch {
	case p.titleOver(i), p.beforeTitle(i), next.Breaks == 0 && p.Leader(i+1):
		return false
	case prev.Kind == text.Number:
		return next.Space && (next.Upper() || p.itemNumber(i+1))
	case p.Lists.Words.UnitShort.Has(prev) && p.OpensItem(i+1):
		return true // "… Công an TP. Đà Nẵng: Chiều 12/10, …"
	case p.Lists.Words.UnitShort.Has(prev):
		return next.Space && next.Kind != text.Number && !p.NamesPlace(i+1)
	case p.Lists.Words.DegreeShort.Has(prev), prev.Is("v") && !prev.Upper():
		return false
	case len(prev.Norm) == 1 && prev.Upper(): // an initial, or an ordinal: khóa V
		return next.Space && i > 1 && (p.Lists.Words.RomanLead.Has(p.Toks[i-2]) || p.Toks[i-2].Is(","))
	}
	return true
}

// beforeTitle reports whether the full stop at token i is that of a word that stands before a title: "Q. Giám đốc", "P. Giám đốc", and not in a
// signature, "Q. CHỦ TỊCH", which has lines of its own.
func (p *Page) beforeTitle(i int) bool {
	m, n := p.Lists.Mods.Find(p.Toks[:i], i-1)
	deputy := p.Lists.Words.DeputyShort.Has(p.Toks[i-1]) && p.Toks[i-1].Upper()
	if !deputy && (n == 0 || !m.Before || !m.Keep) || p.Toks[i+1].Breaks > 0 || p.Toks[i+1].AllUpper() {
		return false
	}
	_, n = p.Lists.Titles.Find(p.Toks, i+1)
	return n > 0
}

// itemNumber reports whether the number of an item stands at token i: "4- Ông A", "4. Ông A".
func (p *Page) itemNumber(i int) bool {
	return i+2 < len(p.Toks) && p.Toks[i].Kind == text.Number && p.Toks[i+1].Is("-", ".", ")") && !p.Toks[i+1].Space && p.Toks[i+2].Upper()
}

// OpensItem reports whether the name of a place and a colon stand at token i, as an item of a round-up begins.
func (p *Page) OpensItem(i int) bool {
	_, n := p.Lists.Named.Find(p.Toks, i)
	return n > 0 && p.Next(i+n, len(p.Toks), ":")
}

// NamesPlace reports whether the name of a place begins at token i.
func (p *Page) NamesPlace(i int) bool {
	_, n := p.Lists.Named.Find(p.Toks, i)
	return n > 0 && !p.Lists.Particle[p.Toks[i].Fold]
}

// runsOn reports whether the line end before token i does not end a sentence.
func (p *Page) runsOn(i int) bool {
	prev, next := p.Toks[i-1], p.Toks[i]
	if prev.Is(".", "!", "?", ":", ";", "\"") {
		return false
	}
	if small := next.Kind == text.Word && !next.Upper() && !startsDigit(next); small && (prev.Kind == text.Word || prev.Is(",", "-") || next.Breaks == 1 && (prev.Kind == text.Number || prev.Is(")"))) {
		return true // "… ông A (61", "tuổi) được bầu …"
	}
	if prev.Is(",") && prev.Breaks == 0 && next.Upper() {
		return true
	}
	return p.nameOver(i) || p.Wrapped(i) || p.NameWrapped(i)
}

// Wrapped reports whether the line end before token i stands within words in capitals, as pages made from word
// processors have them: the first is alone on its line, "ỦY", "BAN NHÂN DÂN", or a body runs over it, "ỦY BAN NHÂN", "DÂN".
func (p *Page) Wrapped(i int) bool {
	if p.Toks[i].Breaks != 1 || !p.Toks[i-1].AllUpper() || !p.Toks[i].AllUpper() {
		return false
	}
	if (i == 1 || p.Toks[i-1].Breaks > 0) && p.Toks[i-1].Vowel() {
		return true
	}
	for s := i - 1; s >= max(0, i-wrappedWords) && p.Toks[s].AllUpper(); s-- {
		if p.Is(s, gazetteer.OfBody|gazetteer.OfOrganization|gazetteer.OfThing) && p.overEnd(s, i) {
			return true
		}
	}
	return false
}

// wrappedWords is the number of words of a body's name that stand before the end of a line at most.
const wrappedWords = 8

// overEnd reports whether a phrase in capitals that begins at token s reaches over token i.
func (p *Page) overEnd(s, i int) bool {
	toks := p.Toks[:min(i+wrappedWords, len(p.Toks))]
	_, n := p.Lists.Kinds.Find(toks, s)
	_, m := p.Lists.Orgs.Find(toks, s)
	w, k := p.Lists.Things.Find(toks, s)
	return s+max(n, m) > i || w == "phrase" && s+k > i
}

// startsDigit reports whether a word begins with a digit, as an hour at the begin of a line does: "8h30".
func startsDigit(t text.Token) bool { return t.Norm != "" && t.Norm[0] >= '0' && t.Norm[0] <= '9' }

// nameOver reports whether the name of a place that is said to follow runs over the line end
// before token i: "Quận ủy Ba", "Đình".
func (p *Page) nameOver(i int) bool {
	for s := max(0, i-4); s < i; s++ {
		if !p.Toks[s].Upper() || s == 0 {
			continue
		}
		var joined [8]text.Token
		most := copy(joined[:], p.Toks[s:min(i+4, len(p.Toks))])
		joined[i-s].Breaks = 0
		_, n := p.Lists.Named.Find(joined[:most], 0)
		if s+n > i && p.introduces(s-1) {
			return true
		}
	}
	return false
}

// introduces reports whether a word that the name of a place must follow ends at token i.
func (p *Page) introduces(i int) bool {
	for s := max(0, i-3); s <= i; s++ {
		if _, n := p.Lists.Units.Find(p.Toks, s); s+n == i+1 && n > 0 {
			return true
		}
		if k, n := p.Lists.Kinds.Find(p.Toks, s); s+n == i+1 && n > 0 && k.Place && k.Unit != "" {
			return true
		}
	}
	return false
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
			if title := p.Text.Slice(p.Text.Span(s.I, s.J)); !isTrail(title) {
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
