package extract

import "github.com/nhiemky/nhiemky/extract/text"

// rowReader reads the rows of a table one after the other: an empty cell has what the row above it has.
type rowReader struct {
	*linker
	t     *table
	head  listHead // what stands over the rows: a post, a body, a place, a verb
	names []*mention
	cells map[string]span // the last cell that was not empty, by role
	first int             // the first claim of the table

	ofTerms map[int]bool // columns whose years are those of terms of office, once asked for
}

// readTables claims what the tables say whose columns are told.
func (l *linker) readTables() {
	for k := range l.tables {
		t := &l.tables[k]
		if t.columns == nil {
			continue
		}
		r := rowReader{linker: l, t: t, cells: map[string]span{}, ofTerms: map[int]bool{}, first: len(l.claims)}
		r.head = l.headAbove(t.i)
		for _, row := range t.rows[t.body:] {
			if !l.ruled(row) {
				r.row(row)
			}
		}
		r.succeed()
	}
}

// inTold reports whether token i stands in a table whose columns are told.
func (l *linker) inTold(i int) bool {
	t := l.tableAt(i)
	return t != nil && t.columns != nil
}

// ruled reports whether a row is nothing but the line between head and body: "|---|:--|".
func (l *linker) ruled(r tableRow) bool {
	for i := r.i; i < r.j; i++ {
		if l.toks[i].Kind != text.Punct {
			return false
		}
	}
	return true
}

// row claims what a row says.
func (r *rowReader) row(row tableRow) {
	if r.section(row) {
		return
	}
	r.sent = row.span
	names, filled := r.namesIn(row)
	switch {
	case len(names) > 0:
		r.names = names
	case filled:
		r.names = nil // a name that was not recognised is not that of the row above
	}
	told := r.timesIn(row)
	body, place := r.bodyIn(row)
	for _, s := range r.postsIn(row) {
		who := r.names
		if s.seat {
			who = r.peopleIn(s.cell)
		}
		po := r.placed(s.post, body, place)
		if h := r.head.post; h != nil && h != po && (po.org == nil || po.guessed) && po.title.family == h.title.family && h.org != nil {
			own := *po
			own.org, own.guessed = h.org, false // "Phó Chủ tịch" below "Chủ tịch UBND tỉnh Hà Giang qua các thời kỳ"
			po = &own
		}
		for _, m := range who {
			r.claimRow(m, po, s.status, told, row)
		}
	}
}

// claimRow claims a post that a row gives.
func (r *rowReader) claimRow(m *mention, po *post, status Status, told cellPeriod, row tableRow) {
	if po.org == nil {
		return
	}
	if po.status != "" {
		status = po.status
	}
	c := r.claim(m, po, status, "table", row.span)
	st := r.stintIn(told)
	st.step = st.step || r.head.past && !told.lasts && status == Holds
	c.told, c.lasts = &st, told.lasts
}

// section reports whether a row is a heading within the table: all of its cells but one are empty, and that one is not
// in the column of names, or is no name. What it names goes for the rows below.
func (r *rowReader) section(row tableRow) bool {
	var only span
	for _, c := range row.cells {
		if c.i == c.j {
			continue
		}
		if only.j > only.i && !r.numeral(only) {
			return false
		}
		only = c
	}
	if only.j == only.i {
		return true
	}
	if len(r.peopleIn(only)) > 0 || !r.readPeriod(only).isZero() {
		return false
	}
	h := r.headIn(only)
	if h.post == nil && h.body == nil && h.place == nil {
		return len(row.cells) == 1
	}
	if h.post == nil {
		h.post, h.status = r.head.post, r.head.status
	}
	h.past = h.past || r.head.past
	r.head, r.names = h, nil
	r.cells = map[string]span{}
	return true
}

// numeral reports whether a cell has nothing but the number of its row: "12", "IV.", "a)".
func (r *rowReader) numeral(c span) bool {
	for i := c.i; i < c.j; i++ {
		if t := r.toks[i]; t.Kind == text.Word && !r.isOrdinal(i) || r.isYear(i) {
			return false
		}
	}
	return true
}

// isOrdinal reports whether token i is a Roman numeral or one letter.
func (r *rowReader) isOrdinal(i int) bool {
	_, n := r.ordinalAt(i, i+1)
	return n == 1 || len([]rune(r.toks[i].Norm)) == 1
}

// namesIn are the people in the column of names, and whether anything stands there.
func (r *rowReader) namesIn(row tableRow) (names []*mention, filled bool) {
	for k, c := range row.cells {
		if k < len(r.t.columns) && r.t.columns[k].role == "name" && !r.empty(c) {
			return r.peopleIn(c), true
		}
	}
	return nil, r.numbered(row)
}

// numbered reports whether the first cell of a row without a name has a number of its own: then the seat is vacant, and
// the row does not go on with the person above.
func (r *rowReader) numbered(row tableRow) bool {
	return len(row.cells) > 0 && len(r.t.columns) > 0 && r.t.columns[0].role == "other" && !r.empty(row.cells[0]) && r.numeral(row.cells[0])
}

// empty reports whether a cell has nothing, or a sign that repeats what stands above.
func (r *rowReader) empty(c span) bool {
	for i := c.i; i < c.j; i++ {
		if !r.lists.words.Ditto.has(r.toks[i]) && !r.toks[i].Is("\"", "/", "〃", "-", "–", ".", "…") {
			return false
		}
	}
	return true
}

// peopleIn are the people whom a cell names, but for those in brackets.
func (r *rowReader) peopleIn(c span) (out []*mention) {
	depth := 0
	at := c.i
	for n := r.itemFrom(c.i); n < len(r.items) && r.items[n].j <= c.j; n++ {
		depth += r.parens(at, r.items[n].i)
		at = r.items[n].i
		if m := r.items[n].person; m != nil && depth == 0 {
			out = append(out, m)
		}
	}
	return out
}

// seated is a post that a row gives, and the cell of its holders where the head of the column names it.
type seated struct {
	post   *post
	status Status
	seat   bool
	cell   span
}

// postsIn are the posts of a row: those of its cells, of the heads of its columns, or the one over the table. An empty
// cell has the posts of the row above where the table has one column of posts.
func (r *rowReader) postsIn(row tableRow) (out []seated) {
	columns := 0
	for _, c := range r.t.columns {
		if c.role == "post" {
			columns++
		}
	}
	for k, c := range row.cells {
		if k >= len(r.t.columns) {
			break
		}
		col := r.t.columns[k]
		status := col.status
		if status == "" {
			status = r.head.standing()
		}
		switch {
		case col.role == "seat":
			out = append(out, seated{r.items[col.item].post, status, true, c})
			continue
		case col.role == "name":
			for _, po := range r.postsOf(c) { // "Trần Văn A, Phó Bí thư"
				out = append(out, seated{po, Holds, false, c})
			}
			continue
		case col.role != "post":
			continue
		case r.empty(c) && columns == 1:
			c = r.cells["post"]
		case !r.empty(c):
			r.cells["post"] = c
		}
		for _, po := range r.postsOf(c) {
			out = append(out, seated{po, status, false, c})
		}
	}
	if columns == 0 && r.head.post != nil && len(out) == 0 {
		out = append(out, seated{r.head.post, r.head.standing(), false, row.span})
	}
	return out
}

// postsOf are the posts that a cell names.
func (r *rowReader) postsOf(c span) (out []*post) {
	for n := r.itemFrom(c.i); n < len(r.items) && r.items[n].j <= c.j; n++ {
		if po := r.items[n].post; po != nil {
			out = append(out, po)
		}
	}
	return out
}

// timesIn is the time that the columns of a row tell.
func (r *rowReader) timesIn(row tableRow) (t cellPeriod) {
	for k, c := range row.cells {
		if k >= len(r.t.columns) || r.empty(c) {
			continue
		}
		switch r.t.columns[k].role {
		case "period":
			if p := r.readPeriods(c); !r.terms(k) {
				t = p
			} else if r.over(p.to) {
				t.on = p.from // over, and its years are those of the body
			}
		case "from":
			p := r.readPeriod(c)
			t.from = laterOf(p.from, p.on)
		case "to":
			p := r.readPeriod(c)
			t.to, t.lasts = laterOf(laterOf(p.to, p.on), p.from), t.lasts || p.lasts
		}
	}
	return t
}

// terms reports whether the years in column k are those of terms of office: its head says so, and all of them are
// five years without a month.
func (r *rowReader) terms(k int) bool {
	if r.t.body == 0 {
		return false
	}
	if head := r.t.rows[r.t.body-1].cells; k >= len(head) || !r.next(head[k].i, head[k].j, "nhiệm") || !r.next(head[k].i+1, head[k].j, "kỳ") {
		return false
	}
	if known, ok := r.ofTerms[k]; ok {
		return known
	}
	all := true
	for _, row := range r.t.rows[r.t.body:] {
		if k >= len(row.cells) || r.empty(row.cells[k]) {
			continue
		}
		p := r.readPeriod(row.cells[k])
		all = all && p.from.Month == 0 && p.to.Month == 0 && p.to.Year-p.from.Year == termYears
	}
	r.ofTerms[k] = all
	return all
}

// termYears is the length of a term of office in years.
const termYears = 5

func laterOf(a, b Date) Date {
	if a.IsZero() || b.Compare(a) > 0 {
		return b
	}
	return a
}

// bodyIn is the organisation and the place that a row names beside its posts, or what stands over the rows.
func (r *rowReader) bodyIn(row tableRow) (*org, *unit) {
	var o *org
	var u *unit
	for k, c := range row.cells {
		if k >= len(r.t.columns) || r.t.columns[k].role != "body" {
			continue
		}
		if r.empty(c) {
			c = r.cells["body"]
		} else {
			r.cells["body"] = c
		}
		h := r.headIn(c)
		if o == nil {
			o = h.body
		}
		if u == nil {
			u = h.place
		}
	}
	if o == nil && u == nil {
		return r.head.body, r.head.place
	}
	return o, u
}

// succeed ends the posts of those whom a row below follows: of one seat whose rows tell when each began.
func (r *rowReader) succeed() {
	for k := r.first; k+1 < len(r.claims); k++ {
		a, b := r.claims[k], r.claims[k+1]
		if a.told == nil || b.told == nil || !a.post.title.seat || a.post.name != b.post.name || a.post.org.name() != b.post.org.name() || a.who.who == b.who.who {
			continue
		}
		if a.told.to.IsZero() && !a.lasts && !a.told.from.IsZero() && b.told.from.Compare(a.told.from) > 0 {
			a.told.step = true
		}
	}
}
