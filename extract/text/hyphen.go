package text

// Texts up to about 1975 join the syllables of a word by hyphens: "Chủ-tịch Ủy-ban Hành-chính", "Trần-văn-Hòa". In such a text
// they are spaces. Others have a hyphen there for names of places, "Bà Rịa-Vũng Tàu", and keep it.

const (
	oldHyphens = 3  // hyphens before a small letter from which a text is in the old spelling,
	oldShare   = 30 // when there is one among so many words
)

// dropHyphens takes the hyphens out of the tokens of a text in the old spelling.
func dropHyphens(tokens []Token) []Token {
	small := 0
	for i := 1; i+1 < len(tokens); i++ {
		if joinsSyllables(tokens, i) && !tokens[i+1].Upper() {
			small++
		}
	}
	if small < oldHyphens || small*oldShare < len(tokens) {
		return tokens
	}
	out := append(make([]Token, 0, len(tokens)), tokens[0])
	for i := 1; i < len(tokens); i++ {
		if i+1 < len(tokens) && joinsSyllables(tokens, i) && !inName(tokens, i) {
			continue
		}
		t := tokens[i]
		t.Space = t.Space || out[len(out)-1].Span.End < t.Span.Start // behind a hyphen that is left out
		out = append(out, t)
	}
	return out
}

// inName reports whether the hyphen at token i is within three words or more that begin with a capital, which are a name:
// "Trần-văn-Hòa". Readers of names know them by their hyphens, as the words between may have small letters.
func inName(tokens []Token, i int) bool {
	switch {
	case i+3 < len(tokens) && joinsSyllables(tokens, i+2):
		return tokens[i-1].Upper() && tokens[i+3].Upper()
	case i > 2 && tokens[i-2].Fold == "-":
		return tokens[i+1].Upper()
	}
	return false
}

// joinsSyllables reports whether token i is a hyphen between two words without spaces.
func joinsSyllables(tokens []Token, i int) bool {
	if tokens[i].Fold != "-" || tokens[i].Space || tokens[i].Breaks > 0 {
		return false
	}
	a, b := &tokens[i-1], &tokens[i+1]
	return a.Kind == Word && b.Kind == Word && !b.Space && b.Breaks == 0 && !a.AllUpper() && !b.AllUpper()
}
