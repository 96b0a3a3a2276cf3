package text

// Texts up to about 1975 join the syllables of a word by hyphens: "Chủ-tịch Ủy-ban Hành-chính", "Trần-văn-Hòa". In such a text
// they are spaces, and in any text between two words that stand one behind the other in a phrase of the lexicon. Others have a
// hyphen there for names of places, "Bà Rịa-Vũng Tàu", and keep it.

const (
	oldHyphens = 3  // hyphens before a small letter from which a text is in the old spelling,
	oldShare   = 30 // when there is one among so many words
)

// dropHyphens takes the hyphens that are spaces out of the tokens of a text.
func (r *Reader) dropHyphens(tokens []Token) []Token {
	small, known := 0, 0
	for i := 1; i+1 < len(tokens); i++ {
		if !joinsSyllables(tokens, i) {
			continue
		}
		if !tokens[i+1].Upper() {
			small++
		}
		if r.joined(tokens, i) {
			known++
		}
	}
	old := small >= oldHyphens && small*oldShare >= len(tokens)
	if !old && known == 0 {
		return tokens
	}
	out := append(make([]Token, 0, len(tokens)), tokens[0])
	for i := 1; i < len(tokens); i++ {
		if i+1 < len(tokens) && joinsSyllables(tokens, i) && !inName(tokens, i) && (old || r.joined(tokens, i)) {
			continue
		}
		t := tokens[i]
		t.Space = t.Space || out[len(out)-1].Span.End < t.Span.Start // behind a hyphen that is left out
		out = append(out, t)
	}
	return out
}

// joined reports whether the words around the hyphen at token i stand one behind the other in a phrase of the lexicon. Two with capitals may be a name.
func (r *Reader) joined(tokens []Token, i int) bool {
	return !(tokens[i-1].Upper() && tokens[i+1].Upper()) && r.lex.Paired(tokens[i-1].Form, tokens[i+1].Form)
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
