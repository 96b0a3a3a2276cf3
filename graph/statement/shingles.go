package statement

import (
	"encoding/binary"
	"encoding/hex"
	"math"
	"unicode"
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
	NearlyShare   = 0.8 // from which two are nearly copies
)

// ShingleBands are the bands of a text, none for a short one: the number of the band and its hashes, of
// two bytes each, in hex.
func ShingleBands(text []byte) (out []string) {
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

// SharedPart estimates which share of their shingles two texts have in common, by their bands.
func SharedPart(a, b []string) float64 {
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
