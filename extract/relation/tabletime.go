package relation

import (
	"slices"
	"strconv"

	"github.com/nhiemky/nhiemky/extract/document"
	"github.com/nhiemky/nhiemky/extract/gazetteer"
	"github.com/nhiemky/nhiemky/extract/mention"
	"github.com/nhiemky/nhiemky/extract/record"
	"github.com/nhiemky/nhiemky/extract/text"
)

// The times that the columns of a table tell of the posts in its rows.

// part is the columns that the seat in column k is told in: all, or those up to the next seat where each has its own time, "| Xã |
// Bí thư | Từ | Chủ tịch | Từ |".
func (r *rowReader) part(k int) (from, to int) {
	var seats []int
	timed := map[int]bool{}
	for i, c := range r.t.Columns {
		switch c.Role {
		case "seat":
			seats = append(seats, i)
		case "from", "period":
			timed[len(seats)] = true
		}
	}
	if len(seats) < 2 || len(timed) < len(seats) || timed[0] {
		return 0, len(r.t.Columns)
	}
	to = len(r.t.Columns)
	if n := slices.Index(seats, k); n+1 < len(seats) {
		to = seats[n+1]
	}
	return k, to
}

// timesIn is the time that the columns from one to another tell of a row.
func (r *rowReader) timesIn(row document.TableRow, from, to int) (t mention.CellPeriod) {
	for k, c := range row.Cells {
		if k < from || k >= to || k >= len(r.t.Columns) || r.empty(c) {
			continue
		}
		switch r.t.Columns[k].Role {
		case "period":
			if p := r.ReadPeriods(c); p.IsZero() && !t.IsZero() { // "5 năm, 30 ngày" behind begin and end
			} else if r.fewDays(c) {
				t.On = r.electedOn(c)
			} else if !r.terms(k) {
				p.Lasts = p.Lasts || r.open(c, p)
				if t = p; r.Encyclopedia && t.From.IsZero() && t.To.IsZero() && t.On.Month > 0 && r.onlyDate(c) && r.heldOver(k) {
					t.From, t.On = t.On, record.Date{} // a day is no period
				}
			} else if r.pastEnd(p.To) {
				t.On = p.From // over, and its years are those of the body
			}
		case "from":
			p := r.ReadPeriod(c)
			if t.From = laterOf(p.From, p.On); !p.To.IsZero() || p.Lasts {
				t.To, t.Lasts = p.To, p.Lasts // "2008 – 3/2012"
			}
		case "to":
			p := r.ReadPeriod(c)
			t.To, t.Lasts = laterOf(laterOf(p.To, p.On), p.From), t.Lasts || p.Lasts
		}
	}
	if from == 0 {
		if d := r.groupTime(row); t.IsZero() {
			t.On = d
		}
	}
	if r.lastsOtherwise(row, t) {
		t = mention.CellPeriod{On: t.From}
	}
	return t
}

// lastsOtherwise reports whether a cell of a row tells that its time lasted for longer or shorter than from its begin to its
// end: "1/2/2010 | 3/3/2011 | 3 năm, 30 ngày". Then one of the three is wrong, and nothing tells which.
func (r *rowReader) lastsOtherwise(row document.TableRow, t mention.CellPeriod) bool {
	if t.From.Day == 0 || t.To.Day == 0 {
		return false
	}
	for _, c := range row.Cells {
		if told, ok := r.duration(c); ok {
			off := days(t.From, t.To) - told
			return off > roughly || off < -roughly
		}
	}
	return false
}

// roughly is the number of days by which a time that is told in years and days may be off.
const roughly = 31

// duration is the number of days that a cell tells: "3 năm, 290 ngày", "129 ngày".
func (r *rowReader) duration(c document.Span) (n int, ok bool) {
	years := 0
	for i := c.I; i+1 < c.J; i++ {
		t := r.Toks[i]
		if t.Kind != text.Number || r.Masked[i] {
			continue
		}
		k, err := strconv.Atoi(t.Norm)
		switch {
		case err != nil || k > 36500:
		case r.Toks[i+1].Is("năm"):
			years = k
		case r.Toks[i+1].Is("ngày"):
			return years*365 + years/4 + k, true
		}
	}
	return 0, false
}

// groupTime is a year of the time that the first column tells of several rows together, when it is over: "| 2006 - 2011 | Trần
// Văn A | Trưởng ban |" over "| Lê Văn B | Phó Trưởng ban | |".
func (r *rowReader) groupTime(row document.TableRow) (d record.Date) {
	if !r.Encyclopedia || len(row.Cells) == 0 || r.t.Columns[0].Role != "period" {
		return d
	}
	if c := row.Cells[0]; !r.empty(c) {
		r.cells["period"] = c
		return d
	}
	if p := r.ReadPeriods(r.cells["period"]); r.over(p.To) {
		d = p.From
	}
	return d
}

// onlyDate reports whether a cell is a date and nothing else.
func (r *rowReader) onlyDate(c document.Span) bool {
	d := r.DatesIn(c)
	return len(d) == 1 && d[0].I == c.I && d[0].J == c.J
}

// heldOver reports whether the head of column k says that its times are those for which a post is held: "Thời gian đảm nhiệm".
func (r *rowReader) heldOver(k int) bool {
	if r.t.Body == 0 || k >= len(r.t.Rows[r.t.Body-1].Cells) {
		return false
	}
	head := r.t.Rows[r.t.Body-1].Cells[k]
	for n := r.ItemFrom(head.I); n < len(r.Items) && r.Items[n].I < head.J; n++ {
		if m := r.Items[n].Event; (m == gazetteer.MLink || m == gazetteer.MStart) && r.Items[n].J-r.Items[n].I > 1 {
			return true
		}
	}
	return false
}

// electedOn is the day of the meeting that elected those of a row, "23-25/9/2015", where their term is over by now; else none,
// for the days of a meeting are no time of a post.
func (r *rowReader) electedOn(c document.Span) (d record.Date) {
	if dates := r.DatesIn(c); r.Encyclopedia && len(dates) > 0 && r.years(dates[0].Date) >= termYears {
		d = dates[0].Date
	}
	return d
}

// fewDays reports whether a time is some days that follow one another: "23-25/9/2015", "26/4-1/5/1975".
func (r *rowReader) fewDays(c document.Span) bool {
	if d := r.DatesIn(c); len(d) == 2 && d[0].Date.Day > 0 && d[1].Date.Day > 0 && days(d[0].Date, d[1].Date) <= newsDays {
		return true
	}
	if c.J-c.I < 3 || r.Toks[c.I].Kind != text.Number || len(r.Toks[c.I].Norm) > 2 || !r.Toks[c.I+1].Is("-", "–") {
		return false
	}
	d := r.DatesIn(document.Span{I: c.I + 2, J: c.J})
	return len(d) > 0 && d[0].I == c.I+2 && d[0].Date.Day > 0
}

// timeOf is the time of a post of the row. The day of a row that moves people is the begin of the new post and the end of the
// one of now.
func (r *rowReader) timeOf(s seated, status record.Status, row mention.CellPeriod) mention.CellPeriod {
	if s.status == record.Former || s.holder != nil || r.many != nil && !s.seat && s.post != r.many {
		row = mention.CellPeriod{} // that of what came after, or of the post beside it
	}
	if s.present && !row.From.IsZero() && row.To.IsZero() {
		row = mention.CellPeriod{To: row.From}
		if status != record.Ends {
			row.To = record.Date{}
		}
	}
	return r.ownTime(s, row)
}

// ownTime is the time of a post that has one in brackets behind it, "Thứ trưởng Bộ Quốc phòng (2020–)", or else that of the
// row.
func (r *rowReader) ownTime(s seated, row mention.CellPeriod) mention.CellPeriod {
	j := s.post.J
	if s.seat || j < s.cell.I || j >= s.cell.J || !r.Toks[j].Is("(") {
		return row
	}
	c := document.Span{I: j + 1, J: r.Closing(j, s.cell.J) - 1}
	if t := r.ReadPeriod(c); !t.From.IsZero() && r.TimeCell(c) {
		t.Lasts = t.Lasts || r.open(c, t)
		return t
	}
	return row
}

// open reports whether a time goes on behind the dash that ends its cell: "2020 –".
func (r *rowReader) open(c document.Span, t mention.CellPeriod) bool {
	return t.To.IsZero() && !t.From.IsZero() && c.J > c.I && r.Toks[c.J-1].Is("-", "–", "—")
}

// terms reports whether the years in column k are those of terms of office: its head says so, and all of them are
// five years without a month.
func (r *rowReader) terms(k int) bool {
	if r.t.Body == 0 {
		return false
	}
	if head := r.t.Rows[r.t.Body-1].Cells; k >= len(head) || !r.Pair(head[k].I, head[k].J, &r.Lists.Words.Term) {
		return false
	}
	if known, ok := r.ofTerms[k]; ok {
		return known
	}
	all := true
	for _, row := range r.t.Rows[r.t.Body:] {
		if k >= len(row.Cells) || r.empty(row.Cells[k]) {
			continue
		}
		p := r.ReadPeriod(row.Cells[k])
		all = all && p.From.Month == 0 && p.To.Month == 0 && p.To.Year-p.From.Year == termYears
	}
	r.ofTerms[k] = all
	return all
}

// termYears is the length of a term of office in years.
const termYears = 5

// laterOf is the later of two dates, of which a may be none.
func laterOf(a, b record.Date) record.Date {
	if a.IsZero() || b.Compare(a) > 0 {
		return b
	}
	return a
}

// succeed ends the posts of those whom a row below follows: of one seat whose rows tell when each began, or of one that was left
// again by those of a row below.
func (r *rowReader) succeed() {
	left := map[string]bool{}
	for k := len(r.claims) - 1; r.Encyclopedia && k >= r.first; k-- {
		c := r.claims[k]
		if c.told == nil || !c.post.Title.Seat {
			continue
		}
		at := c.post.Name + " " + c.post.Org.Name()
		if c.told.step {
			left[at] = true
		} else if c.told.from.IsZero() && c.told.to.IsZero() && !c.lasts && left[at] {
			c.told.step = true
		}
	}
	for k := r.first; k+1 < len(r.claims); k++ {
		a, b := r.claims[k], r.claims[k+1]
		if a.told == nil || b.told == nil || !a.post.Title.Seat || a.post.Name != b.post.Name || a.post.Org.Name() != b.post.Org.Name() || a.who.Who == b.who.Who {
			continue
		}
		if a.told.to.IsZero() && !a.lasts && !a.told.from.IsZero() && b.told.from.Compare(a.told.from) > 0 {
			a.told.step = true
		}
	}
}
