package text

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Kind says what a token is made of.
type Kind uint8

// The kinds of token.
const (
	Word   Kind = iota // letters with their marks, perhaps digits and inner apostrophes: "ủy", "B3", "H'Drai"
	Number             // digits only
	Punct              // any one other character that is not a space
)

// Token is one word, number or punctuation mark.
type Token struct {
	Span   Span   // in bytes of the raw document
	Norm   string // normal form with its case
	Fold   string // normal form in lower case
	Kind   Kind
	Space  bool // white space stands before it
	Breaks int  // line ends that stand before it
}

// Upper reports whether the token is a word that begins with a capital letter.
func (t Token) Upper() bool {
	c, _ := utf8.DecodeRuneInString(t.Norm)
	return t.Kind == Word && unicode.IsUpper(c)
}

// AllUpper reports whether the token is a word of two or more letters, all capital.
func (t Token) AllUpper() bool {
	return t.Kind == Word && utf8.RuneCountInString(t.Norm) > 1 && t.Norm == strings.ToUpper(t.Norm)
}

// Is reports whether the token's folded form is one of the words.
func (t Token) Is(words ...string) bool {
	for _, w := range words {
		if t.Fold == w {
			return true
		}
	}
	return false
}

// Text owns the raw bytes of a document, its tokens, and the map between the two. The zero Text is
// empty.
type Text struct {
	raw    []byte
	tokens []Token
}

// New splits raw bytes into tokens. An underscore, by which word segmenters join syllables, and
// an asterisk, which marks emphasis, are spaces. Bytes that are not valid UTF-8 become punctuation of their own,
// so any input has a Text.
func New(raw []byte) Text {
	t := Text{raw: raw, tokens: make([]Token, 0, len(raw)/5)}
	space, breaks := false, 0
	for i := 0; i < len(raw); {
		c, n := utf8.DecodeRune(raw[i:])
		switch {
		case unicode.IsSpace(c) || c == '_' || c == '*' || c == '\uFEFF' || c == '\u200B':
			space = true
			if c == '\n' || c == '\u2028' || c == '\u2029' {
				breaks++
			}
			i += n
			continue
		case letter(c) || unicode.IsDigit(c):
			n = word(raw[i:])
		}
		t.add(Span{i, i + n}, space, breaks)
		space, breaks = false, 0
		i += n
	}
	return t
}

func letter(c rune) bool {
	return c != utf8.RuneError && (unicode.IsLetter(c) || unicode.IsMark(c))
}

// word is the length in bytes of the word that b begins with.
func word(b []byte) int {
	i := 0
	for i < len(b) {
		c, n := utf8.DecodeRune(b[i:])
		if unicode.IsUpper(c) && glued(b[:i], b[i+n:]) {
			break
		}
		if !letter(c) && !unicode.IsDigit(c) && c != '\u00AD' {
			if plain(c) != '\'' || i == 0 || !letterFollows(b[i+n:]) || quoteCloses(b[:i]) {
				break
			}
		}
		i += n
	}
	return i
}

// glued reports whether a capital letter between the letters before and after it begins a new word
// for which the space is missing: "Ba ĐìnhQuận". Marks such as CTr, TTg and ThS stay whole.
func glued(before, after []byte) bool {
	last, _ := utf8.DecodeLastRune(before)
	next, _ := utf8.DecodeRune(after)
	return utf8.RuneCount(before) > 1 && unicode.IsLower(last) && unicode.IsLower(next)
}

func letterFollows(b []byte) bool {
	c, _ := utf8.DecodeRune(b)
	return letter(c)
}

// quoteCloses reports whether an apostrophe after the word b would end a quotation rather than
// stand inside a name (H'Drai, K'Sơr): names have at most two letters before it.
func quoteCloses(b []byte) bool { return utf8.RuneCount(b) > 2 }

func (t *Text) add(s Span, space bool, breaks int) {
	raw := string(t.raw[s.Start:s.End])
	tok := Token{Span: s, Norm: Normalize(raw), Kind: Punct, Space: space, Breaks: breaks}
	tok.Fold = strings.ToLower(tok.Norm)
	if c, _ := utf8.DecodeRuneInString(raw); unicode.IsDigit(c) && strings.IndexFunc(raw, unicode.IsLetter) < 0 {
		tok.Kind = Number
	} else if letter(c) || unicode.IsDigit(c) {
		tok.Kind = Word
	}
	t.tokens = append(t.tokens, tok)
}

// Tokens are all tokens in order. The slice must not be changed.
func (t Text) Tokens() []Token { return t.tokens }

// Len is the number of tokens.
func (t Text) Len() int { return len(t.tokens) }

// Raw is the document as it was given. It must not be changed.
func (t Text) Raw() []byte { return t.raw }

// Span is the range of raw bytes from the start of token i to the end of token j-1, for i < j.
func (t Text) Span(i, j int) Span {
	return Span{t.tokens[i].Span.Start, t.tokens[j-1].Span.End}
}

// Slice is the raw text of a span.
func (t Text) Slice(s Span) string { return string(t.raw[s.Start:s.End]) }

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
	before := t.raw[:min(max(offset, 0), len(t.raw))]
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

// AllUpperOrSingle reports whether the token is a word of capital letters only, be it one letter.
func (t Token) AllUpperOrSingle() bool {
	return t.Kind == Word && t.Norm == strings.ToUpper(t.Norm) && t.Norm != t.Fold
}
