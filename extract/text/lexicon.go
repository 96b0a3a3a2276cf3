package text

// Marks are bits that say for what a word has to be looked at; whoever makes a Lexicon gives them meanings.
type Marks uint32

// Lexicon numbers words, and marks some.
type Lexicon struct {
	ids   map[string]int32
	marks map[string]Marks
	inner map[string]Marks
	pairs map[[2]int32]bool
}

// NewLexicon makes one without words.
func NewLexicon() *Lexicon {
	return &Lexicon{map[string]int32{}, map[string]Marks{}, map[string]Marks{}, map[[2]int32]bool{}}
}

// Mark adds marks to words in the form of Token.Fold. It must not be called while a Reader reads.
func (l *Lexicon) Mark(m Marks, words ...string) {
	for _, w := range words {
		l.marks[w] |= m
	}
}

// MarkInner adds marks to a word, in the same form, for the phrases in which it stands behind the first word.
func (l *Lexicon) MarkInner(m Marks, word string) { l.inner[word] |= m }

// has reports whether the lexicon, which may be nil, has a word in the form of Token.Fold.
func (l *Lexicon) has(word string) bool { return l != nil && l.ids[Fold(word)] > 0 }

// Number is the number of a word in the form of Token.Norm or Token.Fold, which is given one when it
// has none: 1 for the first. It must not be called while a Reader reads.
func (l *Lexicon) Number(word string) int32 {
	id, known := l.ids[word]
	if !known {
		id = int32(len(l.ids) + 1)
		l.ids[word] = id
	}
	return id
}

// Pair notes that one word, by its number, stands behind another in a phrase.
func (l *Lexicon) Pair(word, next int32) { l.pairs[[2]int32{word, next}] = true }

// Paired reports whether it does in one.
func (l *Lexicon) Paired(word, next *Form) bool {
	return l != nil && word.ID > 0 && next.ID > 0 && l.pairs[[2]int32{word.ID, next.ID}]
}
