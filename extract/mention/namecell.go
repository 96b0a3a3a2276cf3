package mention

// A cell of a table, or what stands in one between brackets, may have several names without a sign between them: "| Chủ tịch
// nước | Trần Đức Lương Nguyễn Minh Triết Trương Tấn Sang |". Where one ends is told by the whole of them: each begins with a
// surname and has two to five words, mostly three.

// What speaks for a way to part names, and against it.
const (
	partSurname = 4  // a name begins with a surname that many have
	partRarer   = 1  // with another
	partOther   = -6 // or with another word
	partGiven   = 1  // ends in a given name
	partMiddle  = -6 // ends in a middle name
	partWithin  = -3 // has a surname that many have within: behind one that many have, not as its second word
)

// partLength is what the number of words of a name speaks for it.
var partLength = [...]int{2: 0, 3: 3, 4: 3, 5: -1}

// maxCellWords bounds the words of such names.
const maxCellWords = 60

// cellName is the number of words of the name at token i where it is one of several in a cell, or 0.
func (p *Page) cellName(i, end int) int {
	if !p.Barred {
		return 0
	}
	if n, ok := p.cellNames[i]; ok {
		return n
	}
	if i == 0 || !p.Toks[i-1].Is("|", ")", "]") {
		return 0
	}
	j := i
	for j < end && j-i < maxCellWords && p.NameWord(j) && (j == i || p.Toks[j].Space && p.Toks[j].Breaks == 0) && !p.startsTitle(j, end) {
		j++
	}
	glued := j < end && p.NameWord(j) && p.Toks[j].Breaks == 0 && !p.Toks[j].Space // "Tôn Đức ThắngTrường Chinh"
	if j-i < 2*2 || j < end && !glued && !p.Toks[j].Is("|", "(", "[") || p.Toks[i].AllUpper() {
		return 0
	}
	if p.cellNames == nil {
		p.cellNames = map[int]int{}
	}
	p.cellNames[i] = 0
	for k, n := range p.partNames(i, j) {
		p.cellNames[k] = n
	}
	return p.cellNames[i]
}

// partNames parts tokens [i, j), which are names, into them: the first token of each and its number of words; nothing when
// they are no several names that all begin with surnames.
func (p *Page) partNames(i, j int) map[int]int {
	n := j - i
	const never = -1 << 20
	best, took := make([]int, n+1), make([]int, n+1)
	for k := n - 1; k >= 0; k-- {
		best[k] = never
		for size := 2; size < len(partLength) && k+size <= n; size++ {
			if best[k+size] == never {
				continue
			}
			if s := best[k+size] + p.scorePart(i+k, i+k+size, j); s > best[k] {
				best[k], took[k] = s, size
			}
		}
	}
	if best[0] <= 0 || took[0] == n {
		return nil
	}
	out := map[int]int{}
	for k := 0; k < n; k += took[k] {
		if out[i+k] = took[k]; !p.SurnameAt(i+k, j) && k == 0 {
			return nil
		}
	}
	return out
}

// scorePart says how well tokens [i, j) are one name of those that end at token end.
func (p *Page) scorePart(i, j, end int) int {
	s := partLength[j-i]
	switch {
	case j-i == 2 && p.Lists.Words.PenName.Has(p.Toks[i], p.Toks[i+1]):
		return partSurname + partLength[3]
	case p.Lists.Words.MiddleName.Has(p.Toks[i]):
		s += 2 * partOther
	case p.Lists.Words.GreatSurname.Has(p.Toks[i]):
		s += partSurname
	case p.SurnameAt(i, end):
		s += partRarer
	default:
		s += partOther
	}
	if p.Given(j - 1) {
		s += partGiven
	}
	if p.Lists.Words.MiddleName.Has(p.Toks[j-1]) {
		s += partMiddle
	}
	great := p.Lists.Words.GreatSurname.Has(p.Toks[i])
	for k := i + 1; k < j; k++ {
		if (!great || k > i+1) && p.Lists.Words.GreatSurname.Has(p.Toks[k]) {
			s += partWithin
		}
	}
	return s
}
