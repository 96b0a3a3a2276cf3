package mention

import (
	"fmt"
	"strings"

	"github.com/nhiemky/nhiemky/extract/gazetteer"
	"github.com/nhiemky/nhiemky/extract/record"
)

// The records of the congresses that a document speaks of.

// CongressRecords makes one record for each congress that the document names.
func (p *Page) CongressRecords() []record.Congress {
	var out []record.Congress
	index := map[string]int{}
	for _, m := range p.Congresses {
		c := record.Congress{Body: gazetteer.Party, Ordinal: m.Ordinal, Evidence: p.Evidence(m.Span, m.rule)}
		if m.ByTerm && !m.National && !m.Body.namesPlace() {
			m.Body = p.bodyOfCongress(m)
		}
		if !m.National {
			u := m.Body.Place()
			if c.Body = PartyOf(m.Body); c.Body == "" {
				continue
			}
			if u != nil {
				c.Place = u.Id
			}
		}
		if m.Years[0] > 0 {
			c.Term = fmt.Sprintf("%d-%d", m.Years[0], m.Years[1])
		}
		if !m.ByTerm {
			c.From, c.To = p.meetingDays(m)
		}
		key := fmt.Sprint(c.Body, c.Ordinal)
		if i, ok := index[key]; ok {
			if out[i].Term == "" {
				out[i].Term = c.Term
			}
			if out[i].From.IsZero() {
				out[i].From, out[i].To = c.From, c.To
			}
			continue
		}
		index[key] = len(out)
		out = append(out, c)
	}
	return out
}

// bodyOfCongress is whose congress the page names in full by the number of a term that stands with a
// committee alone, or else the committee that the text before suggests.
func (p *Page) bodyOfCongress(term congressMention) *Org {
	for _, m := range p.Congresses {
		if !m.ByTerm && !m.National && m.Ordinal == term.Ordinal && m.Body.namesPlace() {
			return m.Body
		}
	}
	return term.Body
}

// PartyOf is the Party organisation (Đảng bộ) whose committee o is.
func PartyOf(o *Org) string {
	place := ""
	if o.Unit != nil {
		place = o.Unit.Full()
	} else if o.Bare != "?" && UnitKinds[o.Bare] {
		place = o.Bare
	}
	switch {
	case o.Kind.Board && o.Parent != nil:
		return PartyOf(o.Parent)
	case o.Kind.Congress && !o.Kind.Stands:
		return strings.Replace(o.Name(), gazetteer.PartyCommittee, gazetteer.PartyBody, 1)
	case o.Parent != nil:
		return gazetteer.PartyBody + " " + o.Parent.Name()
	case o.field != "" || o.own != "" || place != "":
		return Join(gazetteer.PartyBody, o.field, o.own, place)
	}
	return ""
}

// namesPlace reports whether the unit of an organisation stands in its name.
func (o *Org) namesPlace() bool {
	u := o.Place()
	return u != nil && o.I <= u.I && u.J <= o.J
}

// meetingDays are the first and last day of a congress where its sentence states them as the days
// on which it is held: "Từ ngày 2 - 4/6/2020 … tổ chức Đại hội".
func (p *Page) meetingDays(m congressMention) (from, to record.Date) {
	s := p.Sentences[p.SentOf[m.I]]
	held := false
	for k := s.I; k < s.J; k++ {
		if p.Pair(k, s.J, &p.Lists.Words.Held) {
			held = true
		}
	}
	for _, d := range p.DatesIn(s) {
		if d.Date.Day == 0 || d.Date.Year == 0 {
			continue
		}
		beside := !p.Toks[s.I].Is("|") && d.J >= m.I-nearCongress && d.I <= m.J+nearCongress
		first := d.Date
		if k := d.I - 1; k >= s.I+1 && p.Toks[k].Is("-", "đến") {
			if n, ok := p.number(k - 1); ok {
				first.Day = n
				if first.Valid() && first.Day < d.Date.Day && (held || beside && d.Date.Day-first.Day <= longestCongress) {
					return first, d.Date
				}
			}
		}
		if from.IsZero() {
			from = first
			continue
		}
		if d.Until && (held || beside && soon(from, d.Date)) {
			return from, d.Date
		}
	}
	return record.Date{}, record.Date{}
}

// soon reports whether one day is no more than longestCongress behind another.
func soon(from, to record.Date) bool {
	days := from.DaysTo(to)
	return 0 <= days && days <= longestCongress
}

// longestCongress is the number of days that no congress takes: a range of no more that stands within
// nearCongress tokens of one is its time, whatever the words between.
const (
	longestCongress = 14
	nearCongress    = 8
)
