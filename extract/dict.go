package extract

import (
	"strings"

	"github.com/nhiemky/nhiemky/extract/text"
)

// dict finds phrases in tokens: the longest that begins at a place wins. Case, the place of tone
// marks and the kind of dash make no difference, but a phrase in capitals only (an abbreviation)
// matches capitals only.
type dict[V any] struct {
	entries map[string]V
	longest map[string]int // first word of a phrase -> most tokens of a phrase that begins with it
}

func newDict[V any]() *dict[V] {
	return &dict[V]{entries: map[string]V{}, longest: map[string]int{}}
}

// add enters a phrase. The first value of a phrase stays; add reports whether it is the first.
func (d *dict[V]) add(phrase string, v V) bool {
	toks := text.New([]byte(phrase)).Tokens()
	if len(toks) == 0 {
		return false
	}
	key := joinKey(toks, abbreviation(phrase))
	if _, ok := d.entries[key]; ok {
		return false
	}
	d.entries[key] = v
	d.longest[toks[0].Fold] = max(d.longest[toks[0].Fold], len(toks))
	return true
}

// find gives the value of the longest phrase that begins at toks[i], and its number of tokens, 0
// when there is none.
func (d *dict[V]) find(toks []text.Token, i int) (v V, n int) {
	if i >= len(toks) {
		return v, 0
	}
	most := min(d.longest[toks[i].Fold], len(toks)-i)
	for n = most; n > 0; n-- {
		part := toks[i : i+n]
		if v, ok := d.entries[joinKey(part, false)]; ok {
			return v, n
		}
		if v, ok := d.entries[joinKey(part, true)]; ok {
			return v, n
		}
	}
	return v, 0
}

// abbreviation reports whether a phrase has no small letter.
func abbreviation(phrase string) bool {
	return strings.ToUpper(phrase) == phrase && strings.ToLower(phrase) != phrase
}

func joinKey(toks []text.Token, exact bool) string {
	var b strings.Builder
	if exact {
		b.WriteByte('=')
	}
	for i, t := range toks {
		if i > 0 {
			b.WriteByte(' ')
		}
		if exact {
			b.WriteString(t.Norm)
		} else {
			b.WriteString(t.Fold)
		}
	}
	return b.String()
}

// maxLoose is the most tokens that find looks at.
const maxLoose = 24

// looseDict finds phrases as dict does, but commas, dashes, "&" and "và" between words make no
// difference: "Kế hoạch và Đầu tư", "Kế hoạch - Đầu tư"; "GD&ĐT", "GD-ĐT", "GDĐT".
type looseDict[V any] struct {
	entries map[string]V
	first   map[string]bool
}

func newLooseDict[V any]() *looseDict[V] {
	return &looseDict[V]{entries: map[string]V{}, first: map[string]bool{}}
}

// add is as dict.add.
func (d *looseDict[V]) add(phrase string, v V) bool {
	key := d.key(phrase)
	if _, ok := d.entries[key]; ok || key == "" {
		return false
	}
	d.entries[key] = v
	return true
}

// set replaces the value of a phrase.
func (d *looseDict[V]) set(phrase string, v V) { d.entries[d.key(phrase)] = v }

// key is the form under which a phrase is entered; it notes the first word.
func (d *looseDict[V]) key(phrase string) string {
	toks := text.New([]byte(phrase)).Tokens()
	var words []text.Token
	for _, t := range toks {
		if !separator(t) {
			words = append(words, t)
		}
	}
	if len(words) == 0 {
		return ""
	}
	if abbreviation(phrase) {
		return "=" + strings.ReplaceAll(joinKey(words, true)[1:], " ", "")
	}
	d.first[words[0].Fold] = true
	return joinKey(words, false)
}

func separator(t text.Token) bool {
	return t.Is(",", "-", "&", "và")
}

// find is as dict.find. A phrase never ends in a separator.
func (d *looseDict[V]) find(toks []text.Token, i int) (best V, n int) {
	if i >= len(toks) || !d.first[toks[i].Fold] && !capitals(toks[i]) {
		return best, 0
	}
	var key, short strings.Builder
	abbr := true // so far all capitals, close together
	for j := i; j < len(toks) && j < i+maxLoose; j++ {
		t := toks[j]
		if separator(t) && j > i {
			continue
		}
		if t.Kind == text.Punct {
			break
		}
		if j > i {
			key.WriteByte(' ')
		}
		key.WriteString(t.Fold)
		if v, ok := d.entries[key.String()]; ok {
			best, n = v, j+1-i
		}
		abbr = abbr && capitals(t) && (j == i || !t.Space || separator(toks[j-1]))
		if !abbr {
			continue
		}
		short.WriteString(t.Norm)
		if v, ok := d.entries["="+short.String()]; ok {
			best, n = v, j+1-i
		}
	}
	return best, n
}

// capitals reports whether the token is a word of capital letters only, be it one letter.
func capitals(t text.Token) bool {
	return t.Kind == text.Word && t.Norm == strings.ToUpper(t.Norm) && t.Norm != t.Fold
}
