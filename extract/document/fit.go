package document

import (
	"slices"
	"strings"

	"github.com/nhiemky/nhiemky/extract/record"
	"github.com/nhiemky/nhiemky/extract/text"
)

// What may stand in a cell. Posts and names are not yet recognised when tables are looked for; by their first words and
// their form cells are told that cannot stand in a column, so that a row that leaves out a cell, or breaks one in two,
// still comes to stand below its heads.

// headRoles is what the cells of a head row say of their columns, with "seat" for a post; nil when nothing tells where the
// names stand.
func (p *Page) headRoles(cells []Span) []string {
	roles := make([]string, len(cells))
	known, filled, names := 0, 0, 0
	for k, c := range cells {
		if c.I == c.J {
			continue
		}
		filled++
		if roles[k] = p.headRole(c); roles[k] != "" {
			known++
		}
		if roles[k] == "name" || roles[k] == "seat" {
			names++
		}
	}
	if names == 0 || known < 2 || 2*known < filled {
		return nil
	}
	for k, c := range cells {
		if names > 1 && k+1 < len(roles) && roles[k] == "name" && roles[k+1] == "name" && p.addressed(c) {
			roles[k], names = "other", names-1
		}
	}
	return roles
}

// addressed reports whether the head of a column of names has forms of address: "Ông/Bà", beside "Họ và tên".
func (p *Page) addressed(c Span) bool {
	_, n := p.Lists.Honours.Find(p.Toks[:c.J], c.I)
	return n > 0
}

// headRole is what the cell c of a head says of its column, "seat" for a post, "" when it says nothing.
func (p *Page) headRole(c Span) string {
	if col := p.ColumnOf(c); col.Role != "" {
		return col.Role
	}
	if p.seatHead(c) {
		return "seat"
	}
	return ""
}

// seatHead reports whether the head of a column is a post, below which its holders stand: "Chủ tịch", "Bí thư Huyện ủy",
// "CHỦ TỊCH UBND".
func (p *Page) seatHead(c Span) bool {
	if c.I == c.J || !p.Toks[c.I].Upper() {
		return false
	}
	_, n := p.Lists.Titles.Find(p.Toks[:c.J], c.I)
	if n == 0 {
		return false
	}
	for k := c.I + n; k < c.J; k++ {
		if !p.Toks[k].Upper() && !p.bodyAt(c.I+n, c.J) {
			return false
		}
	}
	return true
}

// bodyAt reports whether the name of a body begins at token i.
func (p *Page) bodyAt(i, end int) bool {
	_, n := p.Lists.Kinds.Find(p.Toks[:end], i)
	_, m := p.Lists.Orgs.Find(p.Toks[:end], i)
	return n+m > 0
}

// costs of a row that does not stand as its head does
const (
	costJoin  = 2 // a cell in two pieces
	costEmpty = 1 // a column without a cell
	costName  = 4 // that of names
	bad       = -4
)

// scoreRow says how well the cells of a row stand below the heads: below 0, they do not.
func (p *Page) scoreRow(cells []Span, roles []string) (score int) {
	names := 0
	for k, c := range cells {
		if c.I == c.J || k >= len(roles) {
			continue
		}
		s := p.score(c, roles[k])
		if s > 0 && (roles[k] == "name" || roles[k] == "seat") {
			names++
		}
		score += s
	}
	if names == 0 {
		score -= costName
	}
	return score
}

// score says how well a cell stands in a column of a role: 2 as it should, 0 perhaps, bad when it cannot.
func (p *Page) score(c Span, role string) int {
	date := p.TimeCell(c)
	if role == "birth" && p.lasting(c) {
		return bad
	}
	switch role {
	case "number":
		if p.rowNumber(c) > 0 {
			return 2
		}
		return bad
	case "from", "to", "period", "term", "birth":
		if date && role == "term" {
			return 1 // or of the column of times beside it
		}
		if date || role == "term" && p.numeral(c) {
			return 2
		}
		return bad + 1
	case "name", "seat", "before", "after":
		return p.scoreName(c)
	case "post":
		if date {
			return bad
		}
		if _, n := p.Lists.Titles.Find(p.Toks[:c.J], c.I); n > 0 {
			return 2
		}
	case "body":
		if date {
			return bad
		}
		if p.bodyAt(c.I, c.J) || p.NamesPlace(c.I) {
			return 2
		}
	}
	if date && role != "note" || role == "picture" {
		return -1
	}
	return 0
}

// lasting reports whether a time lasts, so that nobody's birth is told: "01/07/2019 - nay", "5/2020-".
func (p *Page) lasting(c Span) bool {
	for i := c.I; i < c.J; i++ {
		if p.Lists.Words.PeriodNow.Has(p.Toks[i]) {
			return true
		}
	}
	return c.J-c.I > 2 && p.Toks[c.J-1].Is("-", "–", "—")
}

// numeral reports whether a cell is nothing but a Roman numeral, as terms have them: "XXIV".
func (p *Page) numeral(c Span) bool {
	return c.J-c.I == 1 && record.FromRoman(strings.ToUpper(p.Toks[c.I].Norm)) > 0
}

// scoreName says how well a cell stands in a column of names: "Lê Hoài Sứt (Ba Sứt)", "Đ/c TRẦN VĂN HẠO".
func (p *Page) scoreName(c Span) int {
	i := c.I
	for i < c.J {
		_, n := p.Lists.Honours.Find(p.Toks[:c.J], i)
		if n == 0 {
			break
		}
		for i += n; i < c.J && p.Toks[i].Is(".", ":"); i++ {
		}
	}
	if _, n := p.Lists.Titles.Find(p.Toks[:c.J], i); i == c.J || n > 0 || p.bodyAt(i, c.J) && !p.SurnameAt(i, c.J) {
		return bad + 2
	}
	words := 0
	for ; i+words < c.J && p.NameWord(i+words); words++ {
	}
	end := i + words
	switch {
	case words < 2 || words > maxNameWords || end < c.J && !p.Toks[end].Is("(", ",", "-", "[", ";") && !p.footnote(end, c.J):
		return bad
	case p.SurnameAt(i, c.J):
		return 2
	case words == 2 && !p.Given(end-1), len([]rune(p.Toks[end-1].Norm)) < 2:
		return 0 // "Khóa I"
	}
	return 1
}

// footnote reports whether nothing but the mark of a note stands from token i to the end of a cell: "¹", "(*)", "2".
// A colon or a full stop is no such mark: "Đồng chí Trần Văn A:" is a line of its own.
func (p *Page) footnote(i, end int) bool {
	return end-i == 1 && p.Toks[i].Kind != text.Word && len(p.Toks[i].Norm) <= maxMark && !p.Toks[i].Is(":", ".", "?", "!", "…")
}

// maxMark is the number of bytes of such a mark at most.
const maxMark = 3

// maxNameWords is the number of words of a name at most.
const maxNameWords = 6

// TimeCell reports whether a cell has nothing but a time: "2/1961 – 12/1965", "từ 2004 đến nay".
func (p *Page) TimeCell(c Span) bool {
	w := &p.Lists.Words
	found := false
	for i := c.I; i < c.J; i++ {
		t := p.Toks[i]
		switch {
		case t.Kind == text.Number:
			found = found || p.Masked[i] || len(t.Norm) == 4
		case t.Kind == text.Punct:
		case w.PeriodNow.Has(t):
			found = true
		case !p.Masked[i] && !w.TimeLead.Has(t) && !w.PeriodFrom.Has(t) && !w.PeriodTo.Has(t) && !p.startsTerm(i, c.J):
			return false
		}
	}
	return found
}

// startsTerm reports whether the word at token i is one of "nhiệm kỳ".
func (p *Page) startsTerm(i, end int) bool {
	return p.Pair(i, end, &p.Lists.Words.Term) || i > 0 && p.Pair(i-1, end, &p.Lists.Words.Term)
}

// fit puts the pieces of a row below the heads, in their order: a piece may go on with the cell before it, and a column may
// stay empty. It finds the way that scores best, and nil when none puts a name where names stand.
func (p *Page) fit(pieces []Span, roles []string) []Span {
	if cells, score := p.bestFit(pieces, roles); score > 0 {
		return cells
	}
	return nil
}

// bestFit is the way that scores best, and its score.
func (p *Page) bestFit(pieces []Span, roles []string) (cells []Span, score int) {
	n, w := len(pieces), len(roles)
	if n == 0 || n > maxRowCells || w > maxRowCells {
		return nil, 0
	}
	const never = -1 << 20
	best := make([][]int, n+1) // best[a][k]: the first a pieces stand in the first k columns
	took := make([][]int, n+1) // and how many of them in column k-1
	for a := range best {
		best[a], took[a] = make([]int, w+1), make([]int, w+1)
		for k := range best[a] {
			if best[a][k] = never; a == 0 && k == 0 {
				best[a][k] = 0
			}
		}
	}
	for k := 1; k <= w; k++ {
		for a := 0; a <= n; a++ {
			for m := 0; m <= min(a, maxPieces); m++ {
				if before := best[a-m][k-1]; before > never {
					if s := before + p.scoreCell(pieces[a-m:a], roles[k-1], k == w); s > best[a][k] {
						best[a][k], took[a][k] = s, m
					}
				}
			}
		}
	}
	if best[n][w] == never {
		return nil, 0
	}
	cells = make([]Span, w)
	for a, k := n, w; k > 0; k-- {
		m := took[a][k]
		if a -= m; m > 0 {
			cells[k-1] = Span{pieces[a].I, pieces[a+m-1].J}
		} else {
			at := pieces[0].I
			if a > 0 {
				at = pieces[a-1].J
			}
			cells[k-1] = Span{at, at}
		}
	}
	return cells, best[n][w]
}

// maxPieces is the number of pieces in which a cell may be.
const maxPieces = 4

// scoreCell says how well pieces stand together in a column of a role, the last of the table or another.
func (p *Page) scoreCell(pieces []Span, role string, last bool) int {
	named := role == "name" || role == "number"
	switch {
	case len(pieces) == 0 && named:
		return -costName
	case len(pieces) == 0 && (role == "note" || role == "picture" || last):
		return 0
	case len(pieces) == 0:
		return -costEmpty
	}
	score := p.score(Span{pieces[0].I, pieces[0].J}, role)
	for _, c := range pieces[1:] {
		switch {
		case p.Toks[c.I].Is("(") && p.TimeCell(c) == p.TimeCell(pieces[0]), role == "note":
		case p.TimeCell(c) && p.TimeCell(pieces[0]) && slices.Contains([]string{"period", "term"}, role):
			score--
		case named || role == "seat" || p.TimeCell(c):
			score += bad
		default:
			score -= costJoin
		}
	}
	return score
}
