package graph

import (
	"encoding/binary"
	"encoding/hex"
	"math"
	"slices"
	"strings"
	"unicode"

	"github.com/cayleygraph/quad"
)

// Articles that share most of their words are nearly copies: an agency's report as several papers print
// it, cut, with another title or a line added. How much two share is the size of the intersection of
// their sets of shingles, runs of shingleWords words, divided by that of the union (Jaccard). It is
// estimated by min-hashing (Broder 1997): for each of a number of hash functions the least hash of
// all shingles is the same in both with just that probability. The least hashes are kept in bands, each
// a value in the graph, so that articles which share a band are found by it.
const (
	shingleWords  = 4
	leastShingles = 20  // a shorter text says too little
	bands         = 6   // values
	bandHashes    = 6   // in each
	nearlyShare   = 0.8 // from which two are nearly copies
)

// shingleBands are the bands of a text, none for a short one: the number of the band and its hashes, of
// two bytes each, in hex.
func shingleBands(text []byte) (out []string) {
	words := wordHashes(text)
	if len(words) < leastShingles+shingleWords-1 {
		return nil
	}
	var least [bands * bandHashes]uint64
	for i := range least {
		least[i] = math.MaxUint64
	}
	for i := range len(words) - shingleWords + 1 {
		x := uint64(0)
		for _, w := range words[i : i+shingleWords] {
			x = mix(x + w)
		}
		for k := range least {
			x = mix(x)
			least[k] = min(least[k], x)
		}
	}
	for b := range bands {
		value := []byte{byte(b)}
		for _, x := range least[b*bandHashes : (b+1)*bandHashes] {
			value = binary.BigEndian.AppendUint16(value, uint16(x))
		}
		out = append(out, hex.EncodeToString(value))
	}
	return out
}

// wordHashes are the words of a text, runs of letters and digits, in lower case, each as a hash (FNV-1a
// of its characters).
func wordHashes(text []byte) (out []uint64) {
	const offset, prime = 14695981039346656037, 1099511628211
	h := uint64(offset)
	for _, r := range string(text) {
		switch {
		case unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r):
			h = (h ^ uint64(unicode.ToLower(r))) * prime
		case h != offset:
			out = append(out, h)
			h = offset
		}
	}
	if h != offset {
		out = append(out, h)
	}
	return out
}

// mix is the finalizer of SplitMix64 (Steele, Lea and Flood 2014): all bits of the outcome depend on all of x.
func mix(x uint64) uint64 {
	x += 0x9e3779b97f4a7c15
	x = (x ^ x>>30) * 0xbf58476d1ce4e5b9
	x = (x ^ x>>27) * 0x94d049bb133111eb
	return x ^ x>>31
}

// sharedPart estimates which share of their shingles two texts have in common, by their bands.
func sharedPart(a, b []string) float64 {
	if len(a) != bands || len(b) != bands {
		return 0
	}
	same := 0
	for i := range a {
		for k := 2; k+4 <= min(len(a[i]), len(b[i])); k += 4 {
			if a[i][k:k+4] == b[i][k:k+4] {
				same++
			}
		}
	}
	return float64(same) / (bands * bandHashes)
}

// nearly plans to which articles one is tied of which it is nearly a copy. Ties go both ways, so that they
// are the same whatever came first.
func (a *Adding) nearly(article quad.IRI, own []string) error {
	var before, after []quad.Quad
	for _, d := range []quad.Direction{quad.Subject, quad.Object} {
		err := a.read.both(d, article, quad.Predicate, PropAlternateOf, func(q quad.Quad) bool {
			if q.Label == Derived {
				before = append(before, q)
			}
			return true
		})
		if err != nil {
			return err
		}
	}
	others, err := a.sharing(article, own)
	if err != nil {
		return err
	}
	for _, other := range others {
		a.waits(string(other))
		after = append(after, alternate(article, other), alternate(other, article))
	}
	a.exchange(distinct(before), distinct(after))
	return nil
}

func alternate(a, b quad.IRI) quad.Quad {
	return quad.Quad{Subject: a, Predicate: PropAlternateOf, Object: b, Label: Derived}
}

// sharing are the other articles that share enough with one, stored and planned.
func (a *Adding) sharing(article quad.IRI, own []string) (out []quad.IRI, err error) {
	if len(own) == 0 {
		return nil, nil
	}
	var found []quad.IRI
	for _, band := range own {
		stored, err := a.read.subjects(PropShingles, quad.String(band), Derived)
		if err != nil {
			return nil, err
		}
		found = append(found, stored...)
		found = append(found, a.waiting.banded[band]...)
		found = append(found, a.landing.banded[band]...)
	}
	slices.Sort(found)
	for _, other := range slices.Compact(found) {
		if other == article {
			continue
		}
		theirs, planned := a.waiting.bands[other]
		if !planned {
			theirs, planned = a.landing.bands[other]
		}
		if !planned {
			if theirs, err = a.read.bands(other); err != nil {
				return nil, err
			}
		}
		if sharedPart(own, theirs) >= nearlyShare {
			out = append(out, other)
		}
	}
	return out, nil
}

// bands are those that are stored of an article.
func (r reader) bands(article quad.IRI) (out []string, err error) {
	values, err := r.objects(article, PropShingles)
	for _, v := range values {
		out = append(out, Words(v))
	}
	slices.Sort(out)
	return out, err
}

// ArticleOf is the article of which a node is a part.
func ArticleOf(node string) string {
	article, _, _ := strings.Cut(node, "#")
	return article
}

// Alternates are the articles that are copies of one, and those that are nearly.
type Alternates struct {
	Copies []string
	Nearly []string // also those that are nearly copies of these in turn, and the one that this is a copy of
}

// Identifier is the name of an article, "" when it has none.
func (l *Look) Identifier(article string) (string, error) {
	values, err := l.read.objects(quad.IRI(article), PropIdentifier)
	if err != nil || len(values) == 0 {
		return "", err
	}
	return Words(values[0]), nil
}

// Alternates finds the copies of an article by their IRIs, in order.
func (l *Look) Alternates(article string) (out Alternates, err error) {
	copies, err := l.read.copies(quad.IRI(article))
	if err != nil {
		return out, err
	}
	for _, c := range copies {
		out.Copies = append(out.Copies, string(c))
	}
	seen := map[quad.IRI]bool{quad.IRI(article): true}
	for queue := []quad.IRI{quad.IRI(article)}; len(queue) > 0; queue = queue[1:] {
		err := l.read.scanBoth(quad.Subject, queue[0], quad.Predicate, PropAlternateOf, func(q quad.Quad) bool {
			if node, ok := q.Object.(quad.IRI); ok && !seen[node] {
				seen[node] = true
				queue = append(queue, node)
				out.Nearly = append(out.Nearly, string(node))
			}
			return true
		})
		if err != nil {
			return out, err
		}
	}
	slices.Sort(out.Nearly)
	return out, nil
}
