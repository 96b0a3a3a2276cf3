package text

import (
	"encoding/binary"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Kind says what a token is made of.
type Kind uint8

// The kinds of token.
const (
	Word   Kind = iota // letters with their marks, perhaps digits and inner apostrophes: "ủy", "B3", "H'Drai"
	Number             // digits only
	Punct              // any one other character that is not a space
)

// Form is what a word, a number or a sign is wherever it stands. Forms are shared and do not change.
type Form struct {
	Norm string // normal form with its case
	Fold string // normal form in lower case, with one spelling for syllables that have i or y
	Kind Kind

	// The numbers of Fold and Norm in the Lexicon of the Reader, 0 where it does not have them.
	ID, NormID int32

	Marks Marks // of Fold in that Lexicon
	Inner Marks // the same, for the words in which it stands behind the first

	upper, capitals bool
	cased           bool // capitals that are not small letters too
	single          bool // one letter
	numbered        bool // a digit is in it
	vowel           bool // one of the letters is a vowel, as in a syllable and not in most abbreviations
	first           int  // bytes of the first of the two syllables that it is made of, 0 for one word
	centred         bool // "Trung ương" stands in it, an abbreviation, as TW in UBTW; or it may end one: the Ư of T.Ư
}

// newForm works out what raw is.
func newForm(raw string, lex *Lexicon) *Form {
	f := &Form{Norm: Normalize(raw), Kind: Punct}
	f.Fold = sameVowel(strings.ToLower(f.Norm))
	if c, _ := utf8.DecodeRuneInString(raw); unicode.IsDigit(c) && strings.IndexFunc(raw, unicode.IsLetter) < 0 {
		f.Kind = Number
	} else if letter(c) || unicode.IsDigit(c) {
		f.Kind = Word
	}
	if f.Kind == Word {
		if f.first = numberAt(raw); f.first == 0 {
			f.first = gluedAt(raw, lex.has)
		}
		c, _ := utf8.DecodeRuneInString(f.Norm)
		f.upper, f.capitals = unicode.IsUpper(c), f.Norm == strings.ToUpper(f.Norm)
		f.cased = f.capitals && f.Norm != f.Fold
		f.single = utf8.RuneCountInString(f.Norm) < 2
		f.numbered = strings.ContainsAny(f.Norm, "0123456789")
		f.vowel = strings.ContainsFunc(f.Fold, hasVowelIn)
		if f.AllUpper() {
			f.centred = centreIn(raw).End > 0
		}
		f.centred = f.centred || f.Is("ư", "w")
	}
	if lex != nil {
		f.ID, f.NormID, f.Marks, f.Inner = lex.ids[f.Fold], lex.ids[f.Norm], lex.marks[f.Fold], lex.inner[f.Fold]
	}
	return f
}

// Token is one word, number or punctuation mark.
type Token struct {
	*Form
	Span   Span  // in bytes of Text.Raw
	Breaks int32 // line ends that stand before it
	Space  bool  // white space stands before it, or is missing between two words
}

// Upper reports whether the token is a word that begins with a capital letter.
func (f *Form) Upper() bool { return f.upper }

// AllUpper reports whether the token is a word of two or more letters, all capital.
func (f *Form) AllUpper() bool { return f.capitals && !f.single }

// AllUpperOrSingle reports whether the token is a word of capital letters only, be it one letter.
func (f *Form) AllUpperOrSingle() bool { return f.cased }

// Numbered reports whether the token is a word with a digit in it: "B41".
func (f *Form) Numbered() bool { return f.numbered }

// Vowel reports whether the token is a word with a vowel, which tells a syllable from an abbreviation.
func (f *Form) Vowel() bool { return f.vowel }

// hasVowelIn reports whether a small letter has a vowel in it, be its marks those of Vietnamese or not: "ŏ".
func hasVowelIn(c rune) bool {
	if c >= utf8.RuneSelf {
		if parts := norm.NFD.PropertiesString(string(c)).Decomposition(); parts != nil {
			c, _ = utf8.DecodeRune(parts)
		}
	}
	return strings.ContainsRune("aeiouy", c)
}

// Is reports whether the token's folded form is one of the words.
func (f *Form) Is(words ...string) bool {
	for _, w := range words {
		if f.Fold == w {
			return true
		}
	}
	return false
}

// Text owns the bytes of a document, its tokens, and the map between the two. The zero Text is
// empty.
type Text struct {
	given  []byte
	raw    []byte // without what says nothing
	cuts   []cut
	tokens []Token
}

// New splits raw bytes into tokens, without a lexicon.
func New(raw []byte) Text { return NewReader(nil).Read(raw, nil) }

// maxForms bounds the forms that a Reader remembers. Vietnamese has some ten thousand syllables.
const maxForms = 1 << 16

// Reader splits texts into tokens. It remembers the forms that it met; it is for one goroutine.
type Reader struct {
	lex    *Lexicon
	forms  map[string]*Form // by their raw bytes
	recent []slot           // those of them that were met last, once there are many
}

// slot holds the form of a word of at most 16 bytes, with those bytes as two numbers: to compare them is faster
// than to follow a pointer to the word.
type slot struct {
	lo, hi uint64
	form   *Form
}

const (
	slotBits  = 15                 // of the index of a slot
	manyForms = 256                // from which a Reader has slots
	spread    = 0x9E3779B97F4A7C15 // a factor that carries every bit into the highest (Knuth's multiplicative hashing)
)

// NewReader makes a Reader that numbers words by a lexicon, which may be nil.
func NewReader(lex *Lexicon) *Reader { return &Reader{lex: lex, forms: map[string]*Form{}} }

// Read splits raw bytes into tokens. The spellings of "Trung ương" (TW, TƯ, T.Ư) become its two words. An underscore, by which word segmenters join syllables, and
// an asterisk, which marks emphasis, are spaces, markup (markup.go) and what nobody sees (quiet.go) are nothing, and so is a hyphen within a word in a text of the old spelling. Bytes that are not valid UTF-8 become punctuation of their own,
// so any input has a Text. The tokens take the place of those in the slice, which may be nil.
func (r *Reader) Read(raw []byte, tokens []Token) Text {
	t := Text{given: raw, tokens: slices.Grow(tokens[:0], len(raw)/4+1)}
	raw, t.cuts = quiet(raw)
	t.raw = raw
	for i := 0; ; {
		s, space, breaks := next(raw, i)
		if s.Start == s.End {
			t.tokens = r.dropHyphens(t.tokens)
			return t
		}
		token := Token{r.form(raw[s.Start:s.End]), s, breaks, space}
		if token.first > 0 {
			s.End = s.Start + token.first
			token.Form, token.Span = r.form(raw[s.Start:s.End]), s
		}
		if n := len(t.tokens); n > 0 && token.Kind == Word && t.tokens[n-1].Kind == Word && t.tokens[n-1].Span.End == s.Start {
			token.Space = true // it was glued to the word before it
		}
		if token.centred {
			t.tokens = r.spellOut(t.tokens, token, raw)
		} else {
			t.tokens = append(t.tokens, token)
		}
		i = s.End
	}
}

// next is the first token from byte i on, whether white space stands before it and how many line ends; an
// empty Span behind the last.
func next(raw []byte, i int) (s Span, space bool, breaks int32) {
	for i < len(raw) {
		c, n := rune(raw[i]), 1
		if c >= utf8.RuneSelf {
			c, n = utf8.DecodeRune(raw[i:])
		}
		switch class := classOf(c); {
		case class&isSpace != 0:
			space = true
			if c == '\n' || c == '\u2028' || c == '\u2029' {
				breaks++
			}
			i += n
			continue
		case class&(isLetter|isDigit) != 0:
			n = word(raw[i:])
		case c == '[' || c == ']' || c == '<':
			if m := markup(raw, i); m > 0 {
				i += m
				continue
			}
		}
		return Span{i, i + n}, space, breaks
	}
	return Span{i, i}, space, breaks
}

// Count is the number of tokens of a text.
func Count(s string) (n int) {
	raw, _ := quiet([]byte(s))
	for at, _, _ := next(raw, 0); at.Start < at.End; at, _, _ = next(raw, at.End) {
		n++
	}
	return n
}

// form is what raw is.
func (r *Reader) form(raw []byte) *Form {
	if r.recent == nil || len(raw) > 16 {
		return r.known(raw)
	}
	lo, hi := numbers(raw)
	s := &r.recent[(lo^hi*spread)*spread>>(64-slotBits)]
	if s.form == nil || s.lo != lo || s.hi != hi {
		*s = slot{lo, hi, r.known(raw)}
	}
	return s.form
}

// numbers are the bytes of a word of at most 16 as two numbers, read at once with those behind it, which are shifted
// out. No word has a byte 0.
func numbers(raw []byte) (lo, hi uint64) {
	n := len(raw)
	if cap(raw) < 16 {
		raw = append(make([]byte, 0, 16), raw...)
	}
	raw = raw[:16]
	lo, hi = binary.LittleEndian.Uint64(raw), binary.LittleEndian.Uint64(raw[8:])
	if n <= 8 {
		return lo << (64 - 8*n), 0
	}
	return lo, hi << (128 - 8*n)
}

// known is form, among all forms that the Reader remembers.
func (r *Reader) known(raw []byte) *Form {
	if f, known := r.forms[string(raw)]; known {
		return f
	}
	if len(r.forms) >= maxForms {
		clear(r.forms)
	}
	if len(r.forms) >= manyForms && r.recent == nil {
		r.recent = make([]slot, 1<<slotBits)
	}
	text := string(raw)
	f := newForm(text, r.lex)
	r.forms[text] = f
	return f
}

func letter(c rune) bool { return classOf(c)&isLetter != 0 }

// word is the length in bytes of the word that b begins with.
func word(b []byte) int {
	i := 0
	for i < len(b) {
		c, n := rune(b[i]), 1
		if c >= utf8.RuneSelf {
			c, n = utf8.DecodeRune(b[i:])
		}
		class := classOf(c)
		if class&isUpper != 0 && i > 0 && glued(b[:i], b[i+n:]) {
			break
		}
		if class&(isLetter|isDigit) == 0 && (i == 0 || !lost(c) || !letterFollows(b[i+n:])) {
			if plain(c) != '\'' || i == 0 || !letterFollows(b[i+n:]) || quoteCloses(b[:i]) {
				break
			}
		}
		i += n
	}
	return i
}

// glued reports whether a capital letter between the letters before and after it begins a new word
// for which the space is missing: "Ba ĐìnhQuận", "vàHĐND". Marks such as CTr, TTg and ThS stay whole,
// and so do names of other languages, "VietinBank".
func glued(before, after []byte) bool {
	last, size := utf8.DecodeLastRune(before)
	next, _ := utf8.DecodeRune(after)
	first, _ := utf8.DecodeRune(before)
	if len(before) <= size || len(before) > longestGlued || !unicode.IsLower(last) || !unicode.IsLower(next) && !(unicode.IsLower(first) && unicode.IsUpper(next)) {
		return false
	}
	word := strings.ToLower(string(before))
	return isSyllable(word) || gluedAt(word, nil) > 0
}

func letterFollows(b []byte) bool {
	c, _ := utf8.DecodeRune(b)
	return letter(c)
}

// quoteCloses reports whether an apostrophe after the word b would end a quotation rather than
// stand inside a name (H'Drai, K'Sơr): names have at most two letters before it.
func quoteCloses(b []byte) bool {
	return len(b) > 2*utf8.UTFMax || utf8.RuneCount(b) > 2 // a long word is not counted at each of its apostrophes
}

// Tokens are all tokens in order. The slice must not be changed.
func (t Text) Tokens() []Token { return t.tokens }

// Keep replaces the tokens by some of them, in order.
func (t *Text) Keep(tokens []Token) { t.tokens = tokens }

// Len is the number of tokens.
func (t Text) Len() int { return len(t.tokens) }

// Raw is the document without what says nothing, of which the spans of tokens are. It must not be changed.
func (t Text) Raw() []byte { return t.raw }

// Span is the range of bytes of the document, as it was given, from the start of token i to the end of token j-1, for i < j.
func (t Text) Span(i, j int) Span {
	return Span{origin(t.cuts, t.tokens[i].Span.Start), origin(t.cuts, t.tokens[j-1].Span.End-1) + 1}
}

// Slice is the text of such a span.
func (t Text) Slice(s Span) string { return string(t.given[s.Start:s.End]) }

// Words is the text from the start of token i to the end of token j-1, for i < j, without what says nothing.
func (t Text) Words(i, j int) string {
	return string(t.raw[t.tokens[i].Span.Start:t.tokens[j-1].Span.End])
}

// Join is the normal form of the tokens i to j-1, with one space where the document has white space.
func (t Text) Join(i, j int) string {
	var b strings.Builder
	for k := i; k < j; k++ {
		if k > i && t.tokens[k].Space {
			b.WriteByte(' ')
		}
		b.WriteString(t.tokens[k].Norm)
	}
	return b.String()
}

// LineCol is the 1-based line and the 1-based column, in bytes, of a byte offset.
func (t Text) LineCol(offset int) (line, col int) {
	before := t.given[:min(max(offset, 0), len(t.given))]
	line = 1
	start := 0
	for i, c := range before {
		if c == '\n' {
			line++
			start = i + 1
		}
	}
	return line, len(before) - start + 1
}
