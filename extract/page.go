package extract

import (
	"slices"
	"strings"

	"github.com/nhiemky/nhiemky/extract/text"
)

// page is one document on its way through the stages: what is recognised so far.
type page struct {
	lists     *Lists
	reader    *text.Reader
	text      text.Text
	toks      []text.Token
	sentences []span
	sentOf    []int  // token -> index of its sentence
	masked    []bool // tokens inside document codes and dates, which are no words

	tables []table // in order

	headings []heading
	profiles []profile // in order

	notes        int       // token from which notes and literature stand
	published    Date      // at first that of the document's source
	address      string    // where the document was published
	own          *official // the head of an official text, or nil
	signatures   []signature
	dates        []dateMention
	people       []*person
	eras         []bool           // sentence -> whether the time of its heading is over
	encyclopedia bool             // it has notes or links for its editors: it tells no news
	abroad       bool             // it is about another country
	southern     int              // how often it names the Republic of Việt Nam
	southernHead bool             // it does so in its first sentences
	aliens       map[*person]bool // people whose offices are those of another state
	lates        map[*person]bool // people whom the text calls dead
	late         map[*person]bool // the people of biographies who are dead
	gone         map[*person]int  // people who retired or died -> sentence that says so without a post
	elected      map[string]bool  // committees to which the document reports an election
	items        []item           // everything recognised, in order, without overlap
	anchors      []anchor
	mainUnits    map[string]*unit // kind -> the unit that the document is about, once asked for

	plenums    []meetingMention
	meetings   []meetingMention
	congresses []congressMention
	termOnly   []congressMention // congresses that are known by their term alone
	refs       []referenceMention
	refEnds    []int // the tokens behind them, in order, once asked for

	within int          // how many organisations are being read, each inside the one before
	phrase []text.Token // that words gave last
}

// open begins with a document.
func (p *page) open(d Document) {
	p.published, p.address = d.Published, d.Address
	p.text = p.reader.Read(d.Raw, p.toks)
	p.toks = p.text.Tokens()
	n := len(p.toks)
	p.sentOf = slices.Grow(p.sentOf, n)[:n]
	p.masked = slices.Grow(p.masked, n)[:n]
	clear(p.masked)
	p.mainUnits, p.elected = map[string]*unit{}, map[string]bool{}
}

// maxKept is the number of tokens of a document up to which its slices are kept for the next.
const maxKept = 1 << 15

// clear makes the page empty. Slices of usual size stay, for the next document: memory that was just used is
// faster than new memory.
func (p *page) clear() {
	empty := page{lists: p.lists, reader: p.reader, phrase: p.phrase}
	if len(p.toks) <= maxKept {
		clear(p.items)
		clear(p.anchors)
		clear(p.tables)
		empty.toks, empty.sentOf, empty.masked = p.toks[:0], p.sentOf[:0], p.masked[:0]
		empty.sentences, empty.dates = p.sentences[:0], p.dates[:0]
		empty.items, empty.anchors = p.items[:0], p.anchors[:0]
		empty.tables = p.tables[:0]
	}
	*p = empty
}

// words are the tokens of a phrase that is not in the document. They are good until the next call.
func (p *page) words(phrase string) []text.Token {
	p.phrase = p.reader.Read([]byte(phrase), p.phrase).Tokens()
	return p.phrase
}

// span is a range [i, j) of tokens.
type span struct{ i, j int }

// item is one thing recognised in the tokens [i, j). Exactly one of the pointers is set, or event.
type item struct {
	span
	person *mention
	post   *post
	org    *org
	unit   *unit
	event  meaning
	date   *dateMention
}

// findHeadings finds the lines that say what follows them, and where the notes and the literature behind the text begin.
// Their dates are those of books and visits to web pages: they tell nothing of what happened, only when the page was
// written at the earliest.
func (p *page) findHeadings() {
	p.notes = len(p.toks)
	for i := range p.toks {
		opens := i == 0 || p.toks[i].Breaks > 0
		k := i
		if opens {
			for k < len(p.toks) && p.toks[k].Kind != text.Word {
				k++
			}
		}
		kind, n := p.lists.headings.find(p.toks, k)
		switch end := k + n; {
		case n == 0 || kind != "edit" && (!opens || !p.toks[k].Upper() || p.lineEnd(i) <= k):
		case kind == "edit":
			p.encyclopedia = true
		case kind == "notes":
			if i > 0 && (end == len(p.toks) || p.toks[end].Breaks > 0 || p.toks[end].Is("[")) {
				p.notes, p.encyclopedia = i, true
				return
			}
		case kind != "name" || p.next(end, len(p.toks), ":", "|"):
			p.headings = append(p.headings, heading{span{i, p.lineEnd(i)}, kind})
		}
	}
}

// heading is a line that says what follows.
type heading struct {
	span
	kind string // as in headings.csv
}

// longestSentence is the number of tokens after which a sentence ends whatever it says: people and posts are
// looked for in it pair by pair, so that the time for one grows much faster than its length.
const longestSentence = 1000

// split finds the sentences: they end at a full stop, a question mark or an exclamation mark, and
// at the end of a line, unless the next line goes on with a small letter or a place's name runs
// over the line end.
func (p *page) split() {
	start := 0
	for i := range p.toks {
		if i > start && (p.endsBefore(i) || i-start == longestSentence) {
			p.addSentence(start, i)
			start = i
		}
	}
	if start < len(p.toks) {
		p.addSentence(start, len(p.toks))
	}
}

func (p *page) addSentence(i, j int) {
	for k := i; k < j; k++ {
		p.sentOf[k] = len(p.sentences)
	}
	p.sentences = append(p.sentences, span{i, j})
}

// endsBefore reports whether a sentence ends between tokens i-1 and i.
func (p *page) endsBefore(i int) bool {
	prev, next := &p.toks[i-1], &p.toks[i]
	if next.Breaks > 0 && !p.runsOn(i) || p.tableEdge(i) {
		return true
	}
	if prev.Kind != text.Punct {
		return false
	}
	switch prev.Fold {
	case "!", "?", "…":
		return !next.Is(")", "\"", "'", ",", ";")
	case "\"", ")", "]":
		return i > 1 && p.toks[i-2].Is(".", "!", "?") && p.stop(i-2) && opens(*next)
	case ".":
		return !p.masked[i-1] && !next.Is("\"", ")", "]", ",", ";", ".") && p.stop(i-1) && opens(*next)
	}
	return false
}

func opens(t text.Token) bool {
	return t.Upper() || t.Kind == text.Number || t.Is("\"", "-", "(", "*", "+", "•")
}

// titleOver reports whether a title of the list runs over the full stop at token i: "UV. BTV".
func (p *page) titleOver(i int) bool {
	if !p.is(i-1, ofTitle) {
		return false
	}
	_, n := p.lists.titles.find(p.toks, i-1)
	return n > 2 && p.toks[i+1].Breaks == 0
}

// stop reports whether the full stop at token i ends a sentence rather than an abbreviation, an
// initial or a number.
func (p *page) stop(i int) bool {
	if i == 0 || i+1 >= len(p.toks) {
		return true
	}
	prev, next := p.toks[i-1], p.toks[i+1]
	if p.toks[i].Space { // a full stop that stands alone
		return true
	}
	switch {
	case p.titleOver(i):
		return false
	case prev.Kind == text.Number:
		return next.Space && (next.Upper() || p.itemNumber(i+1))
	case prev.Is("tp", "tx", "tt", "q", "h", "p", "x") && p.opensItem(i+1):
		return true // "… Công an TP. Đà Nẵng: Chiều 12/10, …"
	case prev.Is("tp", "tx", "tt", "q", "h", "p", "x"):
		return next.Space && next.Kind != text.Number && !p.namesPlace(i+1)
	case prev.Is("ths", "ts", "gs", "pgs", "bs", "ks", "kts", "st", "th", "ls", "tskh", "đ"), prev.Is("v") && !prev.Upper():
		return false
	case len(prev.Norm) == 1 && prev.Upper(): // an initial, or an ordinal: khóa V
		return next.Space && i > 1 && p.toks[i-2].Is("khóa", "thứ", ",", "và", "hội", "loại", "hạng")
	}
	return true
}

// itemNumber reports whether the number of an item stands at token i: "4- Ông A", "4. Ông A".
func (p *page) itemNumber(i int) bool {
	return i+2 < len(p.toks) && p.toks[i].Kind == text.Number && p.toks[i+1].Is("-", ".", ")") && !p.toks[i+1].Space && p.toks[i+2].Upper()
}

// opensItem reports whether the name of a place and a colon stand at token i, as an item of a round-up begins.
func (p *page) opensItem(i int) bool {
	_, n := p.lists.named.find(p.toks, i)
	return n > 0 && p.next(i+n, len(p.toks), ":")
}

// namesPlace reports whether the name of a place begins at token i.
func (p *page) namesPlace(i int) bool {
	_, n := p.lists.named.find(p.toks, i)
	return n > 0 && !p.lists.particle[p.toks[i].Fold]
}

// runsOn reports whether the line end before token i does not end a sentence.
func (p *page) runsOn(i int) bool {
	prev, next := p.toks[i-1], p.toks[i]
	if prev.Is(".", "!", "?", ":", ";", "\"") {
		return false
	}
	if next.Kind == text.Word && !next.Upper() && (prev.Kind == text.Word || prev.Is(",", "-")) {
		return true
	}
	if prev.Is(",") && prev.Breaks == 0 && next.Upper() {
		return true
	}
	return p.nameOver(i) || p.wrapped(i) || p.nameWrapped(i)
}

// wrapped reports whether the line end before token i stands within words in capitals, as pages made from word
// processors have them: the first is alone on its line, "ỦY", "BAN NHÂN DÂN", or a body runs over it, "ỦY BAN NHÂN", "DÂN".
func (p *page) wrapped(i int) bool {
	if p.toks[i].Breaks != 1 || !p.toks[i-1].AllUpper() || !p.toks[i].AllUpper() {
		return false
	}
	if (i == 1 || p.toks[i-1].Breaks > 0) && p.toks[i-1].Vowel() {
		return true
	}
	for s := i - 1; s >= max(0, i-wrappedWords) && p.toks[s].AllUpper(); s-- {
		if p.is(s, ofBody|ofOrganization|ofThing) && p.overEnd(s, i) {
			return true
		}
	}
	return false
}

// wrappedWords is the number of words of a body's name that stand before the end of a line at most.
const wrappedWords = 8

// overEnd reports whether a phrase in capitals that begins at token s reaches over token i.
func (p *page) overEnd(s, i int) bool {
	toks := p.toks[:min(i+wrappedWords, len(p.toks))]
	_, n := p.lists.kinds.find(toks, s)
	_, m := p.lists.orgs.find(toks, s)
	w, k := p.lists.things.find(toks, s)
	return s+max(n, m) > i || w == "phrase" && s+k > i
}

// nameOver reports whether the name of a place that is said to follow runs over the line end
// before token i: "Quận ủy Ba", "Đình".
func (p *page) nameOver(i int) bool {
	for s := max(0, i-4); s < i; s++ {
		if !p.toks[s].Upper() || s == 0 {
			continue
		}
		var joined [8]text.Token
		most := copy(joined[:], p.toks[s:min(i+4, len(p.toks))])
		joined[i-s].Breaks = 0
		_, n := p.lists.named.find(joined[:most], 0)
		if s+n > i && p.introduces(s-1) {
			return true
		}
	}
	return false
}

// introduces reports whether a word that the name of a place must follow ends at token i.
func (p *page) introduces(i int) bool {
	for s := max(0, i-3); s <= i; s++ {
		if _, n := p.lists.units.find(p.toks, s); s+n == i+1 && n > 0 {
			return true
		}
		if k, n := p.lists.kinds.find(p.toks, s); s+n == i+1 && n > 0 && k.place && k.unit != "" {
			return true
		}
	}
	return false
}

// is reports whether token i is marked.
func (p *page) is(i int, m text.Marks) bool { return p.toks[i].Marks&m != 0 }

func (p *page) next(i, end int, words ...string) bool { return i < end && p.toks[i].Is(words...) }

// maxSkip is the most tokens of an item that a list of posts goes on over.
const maxSkip = 16

// evidence is the sentence that holds the tokens, or of a long one the part between semicolons.
func (p *page) evidence(at span, rule string) Evidence {
	s := p.sentences[p.sentOf[at.i]]
	if e := p.sentences[p.sentOf[at.j-1]]; e.j > s.j {
		s.j = e.j
	}
	if p.text.Span(s.i, s.j).Len() > longEvidence {
		i, j := at.i, at.j
		for i > s.i && !p.toks[i-1].Is(";", ":") && p.text.Span(i-1, j).Len() < longEvidence {
			i--
		}
		for j < s.j && !p.toks[j].Is(";") && p.text.Span(i, j+1).Len() < longEvidence {
			j++
		}
		s = span{i, j}
	}
	sp := p.text.Span(s.i, s.j)
	return Evidence{Span: sp, Text: p.text.Slice(sp), Rule: rule}
}

// longEvidence is the length in bytes from which a sentence is cut to the part that matters.
const longEvidence = 600

// headline is the first sentence of the document that is long enough to be one, or "".
func (p *page) headline() string {
	for _, s := range p.sentences {
		if s.j-s.i >= 5 && s.i < 200 {
			if title := p.text.Slice(p.text.Span(s.i, s.j)); !isTrail(title) {
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
