package extract

import (
	"strings"

	"github.com/nhiemky/nhiemky/extract/text"
)

// trie holds phrases as sequences of the numbers of their words. Node 0 is the beginning of all.
type trie struct {
	next  map[uint64]int32 // node and number of a word -> node
	nodes int32
}

func newTrie() trie { return trie{next: map[uint64]int32{}, nodes: 1} }

func (t *trie) step(node, word int32) (int32, bool) {
	to, ok := t.next[uint64(node)<<32|uint64(word)]
	return to, ok
}

// grow is step, and makes the node where there is none.
func (t *trie) grow(node, word int32) int32 {
	to, ok := t.step(node, word)
	if !ok {
		to = t.nodes
		t.nodes++
		t.next[uint64(node)<<32|uint64(word)] = to
	}
	return to
}

// wordSet is a set of numbers of words.
type wordSet []bool

func (s *wordSet) add(word int32) {
	for int(word) >= len(*s) {
		*s = append(*s, make([]bool, len(*s)+64)...)
	}
	(*s)[word] = true
}

func (s wordSet) has(word int32) bool { return int(word) < len(s) && s[word] }

// dict finds phrases in tokens: the longest that begins at a place wins. Case, the place of tone
// marks and the kind of dash make no difference, but a phrase in capitals only (an abbreviation)
// matches capitals only. The tokens have to be numbered by the same lexicon.
type dict[V any] struct {
	lex    *text.Lexicon
	folded trie // by Token.ID
	exact  trie // by Token.NormID
	values [2]map[int32]V
	begins wordSet    // Token.ID of the first words
	marks  text.Marks // that the first words get
}

func newDict[V any](lex *text.Lexicon, marks text.Marks) *dict[V] {
	return &dict[V]{lex: lex, marks: marks, folded: newTrie(), exact: newTrie(), values: [2]map[int32]V{{}, {}}}
}

// add enters a phrase. The first value of a phrase stays; add reports whether it is the first.
func (d *dict[V]) add(phrase string, v V) bool {
	toks := text.New([]byte(phrase)).Tokens()
	if len(toks) == 0 {
		return false
	}
	node, values := int32(0), d.values[0]
	for _, t := range toks {
		if abbreviation(phrase) {
			node, values = d.exact.grow(node, d.lex.Number(t.Norm)), d.values[1]
		} else {
			node = d.folded.grow(node, d.lex.Number(t.Fold))
		}
	}
	if _, ok := values[node]; ok {
		return false
	}
	values[node] = v
	d.begins.add(d.lex.Number(toks[0].Fold))
	d.lex.Mark(d.marks, toks[0].Fold)
	return true
}

// find gives the value of the longest phrase that begins at toks[i], and its number of tokens, 0
// when there is none.
func (d *dict[V]) find(toks []text.Token, i int) (v V, n int) {
	if i >= len(toks) || !d.begins.has(toks[i].ID) {
		return v, 0
	}
	for node, j := int32(0), i; j < len(toks); j++ { // capitals first: of two of one length the folded one wins
		var ok bool
		if node, ok = d.exact.step(node, toks[j].NormID); !ok {
			break
		}
		if found, ok := d.values[1][node]; ok {
			v, n = found, j+1-i
		}
	}
	for node, j := int32(0), i; j < len(toks); j++ {
		var ok bool
		if node, ok = d.folded.step(node, toks[j].ID); !ok {
			break
		}
		if found, ok := d.values[0][node]; ok && j+1-i >= n {
			v, n = found, j+1-i
		}
	}
	return v, n
}

// abbreviation reports whether a phrase has no small letter.
func abbreviation(phrase string) bool {
	return strings.ToUpper(phrase) == phrase && strings.ToLower(phrase) != phrase
}

// maxLoose is the most tokens that find looks at.
const maxLoose = 24

// looseDict finds phrases as dict does, but commas, dashes, "&" and "và" between words make no
// difference: "Kế hoạch và Đầu tư", "Kế hoạch - Đầu tư"; "GD&ĐT", "GD-ĐT", "GDĐT".
type looseDict[V any] struct {
	lex    *text.Lexicon
	folded trie // of words without separators, by Token.ID
	values map[int32]V
	short  map[string]V // abbreviations, without spaces and separators
	begins wordSet
	marks  text.Marks // that the first words get
}

func newLooseDict[V any](lex *text.Lexicon, marks text.Marks) *looseDict[V] {
	return &looseDict[V]{lex: lex, marks: marks, folded: newTrie(), values: map[int32]V{}, short: map[string]V{}}
}

// add is as dict.add.
func (d *looseDict[V]) add(phrase string, v V) bool { return d.put(phrase, v, false) }

// set replaces the value of a phrase.
func (d *looseDict[V]) set(phrase string, v V) { d.put(phrase, v, true) }

// put enters a phrase, and reports whether it was not there.
func (d *looseDict[V]) put(phrase string, v V, replace bool) bool {
	words, abbr := d.words(phrase)
	if len(words) == 0 {
		return false
	}
	if abbr {
		_, known := d.short[joined(words)]
		if !known || replace {
			d.short[joined(words)] = v
		}
		return !known
	}
	node := int32(0)
	for _, w := range words {
		node = d.folded.grow(node, d.lex.Number(w.Fold))
	}
	_, known := d.values[node]
	if !known || replace {
		d.values[node] = v
		d.begins.add(d.lex.Number(words[0].Fold))
		d.lex.Mark(d.marks, words[0].Fold)
	}
	return !known
}

// words are those of a phrase without the separators.
func (d *looseDict[V]) words(phrase string) (words []text.Token, abbr bool) {
	for _, t := range text.New([]byte(phrase)).Tokens() {
		if !separator(t) {
			words = append(words, t)
		}
	}
	return words, abbreviation(phrase)
}

func joined(words []text.Token) string {
	var b strings.Builder
	for _, w := range words {
		b.WriteString(w.Norm)
	}
	return b.String()
}

func separator(t text.Token) bool {
	return t.Is(",", "-", "&", "và")
}

// find is as dict.find. A phrase never ends in a separator.
func (d *looseDict[V]) find(toks []text.Token, i int) (best V, n int) {
	if i >= len(toks) || !d.begins.has(toks[i].ID) && !toks[i].AllUpperOrSingle() {
		return best, 0
	}
	node, words := int32(0), true // words: the phrase so far begins one of the list
	var short []byte
	abbr := true // so far all capitals, close together
	for j := i; j < len(toks) && j < i+maxLoose && (words || abbr); j++ {
		t := toks[j]
		if separator(t) && j > i {
			continue
		}
		if t.Kind == text.Punct {
			break
		}
		if words {
			if node, words = d.folded.step(node, t.ID); words {
				if v, ok := d.values[node]; ok {
					best, n = v, j+1-i
				}
			}
		}
		abbr = abbr && t.AllUpperOrSingle() && (j == i || !t.Space || separator(toks[j-1]))
		if !abbr {
			continue
		}
		short = append(short, t.Norm...)
		if v, ok := d.short[string(short)]; ok {
			best, n = v, j+1-i
		}
	}
	return best, n
}
