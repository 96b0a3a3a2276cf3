package gazetteer

import (
	"slices"
	"sort"
	"strings"

	"github.com/nhiemky/nhiemky/extract/text"
)

// trie holds phrases as sequences of the numbers of their words, and their values. Node 0 is the beginning of
// all. Most nodes have few words behind them, which a sorted slice finds faster than a map does; the beginning
// has thousands, and a place for each word.
type trie[V any] struct {
	first []int32 // number of a word -> node behind the beginning, or 0
	nodes []trieNode[V]
}

type trieNode[V any] struct {
	edges []edge // by word
	value V
	ends  bool // a phrase ends here
}

type edge struct{ word, to int32 }

// newTrie makes a trie with nothing but its root.
func newTrie[V any]() trie[V] { return trie[V]{nodes: make([]trieNode[V], 1)} }

// step is the node behind a node and a word, 0 when there is none.
func (t *trie[V]) step(node, word int32) int32 {
	if node == 0 {
		if int(word) < len(t.first) {
			return t.first[word]
		}
		return 0
	}
	edges := t.nodes[node].edges
	for len(edges) > 0 {
		mid := len(edges) / 2
		switch e := edges[mid]; {
		case e.word == word:
			return e.to
		case e.word < word:
			edges = edges[mid+1:]
		default:
			edges = edges[:mid]
		}
	}
	return 0
}

// grow is step, and makes the node where there is none.
func (t *trie[V]) grow(node, word int32) int32 {
	if to := t.step(node, word); to != 0 {
		return to
	}
	to := int32(len(t.nodes))
	t.nodes = append(t.nodes, trieNode[V]{})
	if node == 0 {
		for int(word) >= len(t.first) {
			t.first = append(t.first, make([]int32, len(t.first)+64)...)
		}
		t.first[word] = to
		return to
	}
	n := &t.nodes[node]
	at := sort.Search(len(n.edges), func(k int) bool { return n.edges[k].word > word })
	n.edges = slices.Insert(n.edges, at, edge{word, to})
	return to
}

// set gives a node its value, unless it has one that is to stay, and reports whether it had none.
func (t *trie[V]) set(node int32, v V, replace bool) bool {
	n := &t.nodes[node]
	known := n.ends
	if !known || replace {
		n.value, n.ends = v, true
	}
	return !known
}

// dict finds phrases in tokens: the longest that begins at a place wins. Case, the place of tone
// marks and the kind of dash make no difference, but a phrase in capitals only (an abbreviation)
// matches capitals only. The tokens have to be numbered by the same lexicon.
type dict[V any] struct {
	lex    *text.Lexicon
	folded trie[V]    // by Token.ID
	exact  trie[V]    // by Token.NormID
	mark   text.Marks // that the first words get, and no others
}

// newDict makes a dictionary whose first words get a mark in the lexicon.
func newDict[V any](lex *text.Lexicon, mark text.Marks) *dict[V] {
	return &dict[V]{lex: lex, mark: mark, folded: newTrie[V](), exact: newTrie[V]()}
}

// add enters a phrase. The first value of a phrase stays; add reports whether it is the first.
func (d *dict[V]) add(phrase string, v V) bool {
	toks := text.New([]byte(phrase)).Tokens()
	if len(toks) == 0 {
		return false
	}
	d.lex.Mark(d.mark, toks[0].Fold)
	words := &d.folded
	if abbreviation(phrase) {
		words = &d.exact
	}
	node, before := int32(0), int32(0)
	for k, t := range toks {
		word := t.Fold
		if k > 0 {
			d.lex.MarkInner(d.mark, word)
		}
		if words == &d.exact {
			word = t.Norm
		}
		id := d.lex.Number(word)
		if node = words.grow(node, id); k > 0 {
			d.lex.Pair(before, id)
		}
		before = id
	}
	return words.set(node, v, false)
}

// Find gives the value of the longest phrase that begins at toks[i], and its number of tokens, 0
// when there is none.
func (d *dict[V]) Find(toks []text.Token, i int) (v V, n int) {
	if i >= len(toks) || toks[i].Marks&d.mark == 0 {
		return v, 0
	}
	return d.longest(toks, i)
}

// longest is find, for a word that begins a phrase.
func (d *dict[V]) longest(toks []text.Token, i int) (v V, n int) {
	for node, j := int32(0), i; j < len(toks) && (j == i || toks[j].Inner&d.mark != 0); j++ { // capitals first: of two of one length the folded one wins
		if node = d.exact.step(node, toks[j].NormID); node == 0 {
			break
		}
		if at := &d.exact.nodes[node]; at.ends {
			v, n = at.value, j+1-i
		}
	}
	for node, j := int32(0), i; j < len(toks) && (j == i || toks[j].Inner&d.mark != 0); j++ {
		if node = d.folded.step(node, toks[j].ID); node == 0 {
			break
		}
		if at := &d.folded.nodes[node]; at.ends && j+1-i >= n {
			v, n = at.value, j+1-i
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
	folded trie[V]      // of words without separators, by Token.ID
	short  map[string]V // abbreviations, without spaces and separators
	mark   text.Marks   // that the first words get, and no others
}

// newLooseDict makes a dictionary whose phrases are found with or without the separators in them.
func newLooseDict[V any](lex *text.Lexicon, mark text.Marks) *looseDict[V] {
	return &looseDict[V]{lex: lex, mark: mark, folded: newTrie[V](), short: map[string]V{}}
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
	for k, w := range words {
		node = d.folded.grow(node, d.lex.Number(w.Fold))
		if k > 0 {
			d.lex.MarkInner(d.mark, w.Fold)
		}
	}
	d.lex.Mark(d.mark, words[0].Fold)
	return d.folded.set(node, v, replace)
}

// words are those of a phrase without the separators.
func (d *looseDict[V]) words(phrase string) (words []text.Token, abbr bool) {
	for _, t := range text.New([]byte(phrase)).Tokens() {
		if !Separator(t) {
			words = append(words, t)
		}
	}
	return words, abbreviation(phrase)
}

// joined is a phrase as its words, with one space between.
func joined(words []text.Token) string {
	var b strings.Builder
	for _, w := range words {
		b.WriteString(w.Norm)
	}
	return b.String()
}

// Separator reports whether a token joins or parts the words of a name: "và", a comma, a dash.
func Separator(t text.Token) bool {
	return t.Kind == text.Punct && t.Is(",", "-", "&", "/") || t.Fold == "và"
}

// Find is as dict.find. A phrase never ends in a separator.
func (d *looseDict[V]) Find(toks []text.Token, i int) (best V, n int) {
	if i >= len(toks) || toks[i].Marks&d.mark == 0 && !toks[i].AllUpperOrSingle() {
		return best, 0
	}
	return d.longest(toks, i)
}

// longest is find, for a word that begins a phrase or perhaps an abbreviation.
func (d *looseDict[V]) longest(toks []text.Token, i int) (best V, n int) {
	node, words := int32(0), true // words: the phrase so far begins one of the list
	var short []byte
	abbr := true // so far all capitals, close together
	for j := i; j < len(toks) && j < i+maxLoose && (words || abbr); j++ {
		t := toks[j]
		if j > i && Separator(t) {
			continue
		}
		if t.Kind == text.Punct {
			break
		}
		if words {
			if j > i && t.Inner&d.mark == 0 {
				words = false
			} else if node = d.folded.step(node, t.ID); node == 0 {
				words = false
			} else if at := &d.folded.nodes[node]; at.ends {
				best, n = at.value, j+1-i
			}
		}
		abbr = abbr && t.AllUpperOrSingle() && (j == i || !t.Space || Separator(toks[j-1]))
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
