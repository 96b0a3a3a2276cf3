package extract

// A life is told by words that stand in one order: the name, then "sinh năm 1967, quê Trảng Bàng", or in
// brackets "(sinh năm 1967)", "(1912 – 1999)"; in a biography also in lines without a name.

// life is what a document says of a person's life.
type life struct {
	who        *person
	born, died Date
	home       *unit
	at         span // the words that say so
}

const (
	youngest = 15 // years: nobody in the news of a body is younger
	nearWord = 4  // tokens between the name and the word

	surelyLife = 40 // years from which a range behind a name is no tenure
)

// lives makes a record for each person of whom the document says when or where he or she was born, or died.
func (p *page) lives() []Person {
	main := p.mainPerson()
	found := map[*person]*life{}
	var order []*life
	note := func(who *person, at span) *life {
		l := found[who]
		if l == nil {
			l = &life{who: who, at: at}
			found[who] = l
			order = append(order, l)
		}
		return l
	}
	for i := range p.toks {
		if i >= p.notes {
			break
		}
		if !p.is(i, vital) {
			continue
		}
		s := p.sentences[p.sentOf[i]]
		switch {
		case p.bornAt(i, s):
			who := p.whose(i, s, main)
			if d, j := p.dateBehind(i+1, s.j); who != nil && j > 0 && p.plausible(d) {
				if l := note(who, span{i, j}); l.born.IsZero() {
					l.born = d
				}
			}
		case p.diedAt(i, s) > 0:
			who := p.whose(i, s, main)
			if d, j := p.dateBehind(i+p.diedAt(i, s), s.j); who != nil && j > 0 {
				if l := note(who, span{i, j}); l.died.IsZero() {
					l.died = d
				}
			}
		case p.toks[i].Is("quê") && i+1 < s.j:
			if who := p.whose(i, s, main); who != nil {
				if u := p.unitBehind(i+1, s.j); u != nil {
					if l := note(who, span{i, u.j}); l.home == nil {
						l.home = u
					}
				}
			}
		}
	}
	p.bracketedLives(note)
	var out []Person
	for _, l := range order {
		if l.born.IsZero() && l.died.IsZero() && l.home == nil || !l.died.IsZero() && l.died.Compare(l.born) < 0 {
			continue
		}
		r := Person{Name: l.who.name, Born: l.born, Died: l.died, Evidence: p.evidence(l.at, "life")}
		if l.home != nil {
			r.Hometown, r.Place = l.home.full(), l.home.id
		}
		out = append(out, r)
	}
	return out
}

// bornAt reports whether "sinh" at token i tells a birth: "sinh năm 1967", "sinh ngày …", "SN 1970", and not
// "học sinh năm 2018".
func (p *page) bornAt(i int, s span) bool {
	if p.toks[i].Is("sn") {
		return i > s.i && p.toks[i-1].Is("(", ",")
	}
	if !p.toks[i].Is("sinh") || i+1 >= s.j || !p.toks[i+1].Is("năm", "ngày", "tháng", ":", "|") && !p.isYear(i+1) {
		return false
	}
	return i == s.i || p.toks[i-1].Is("(", ",", "-", "–", "|", "*", ":", "đã", "ông", "bà", "anh", "chị", "ngày") || p.personEnds(i)
}

// diedAt is the number of tokens of words that tell a death at token i: "từ trần", "qua đời", "mất ngày"; 0 for none.
func (p *page) diedAt(i int, s span) int {
	switch {
	case p.next(i, s.j, "từ") && p.next(i+1, s.j, "trần"), p.next(i, s.j, "qua") && p.next(i+1, s.j, "đời"), p.next(i, s.j, "tạ") && p.next(i+1, s.j, "thế"):
		return 2
	case p.toks[i].Is("mất") && p.next(i+1, s.j, "ngày", "năm", "|") && (i == s.i || p.toks[i-1].Is("(", ",", "|", "đã", "ông", "bà") || p.personEnds(i)):
		return 1
	}
	return 0
}

// personEnds reports whether the name of a person ends at token i.
func (p *page) personEnds(i int) bool {
	k := p.itemFrom(i) - 1
	return k >= 0 && p.items[k].person != nil && p.items[k].j == i
}

// whose is the person of whom the words at token i speak: the one whose name stands right before, or alone
// before in the sentence, or for words that open a line or follow a pronoun the person of a biography.
func (p *page) whose(i int, s span, main *mention) *person {
	var near *mention
	alone := true
	for k := p.itemFrom(s.i); k < len(p.items) && p.items[k].i < i; k++ {
		if m := p.items[k].person; m != nil {
			alone = alone && (near == nil || near.who == m.who)
			near = m
		}
	}
	switch {
	case near != nil && !near.plural && (i-near.j <= nearWord || p.bracketOnly(near.j, i) || alone && p.toks[i-1].Is(",", "(")):
		return near.who
	case near == nil && main != nil && (i-s.i <= nearWord || p.toks[i-1].Is("ông", "bà", "|", ",")):
		return main.who
	}
	return nil
}

// dateBehind is the date that stands at token i or a few tokens behind: "hồi 10 giờ 5 phút, ngày …".
func (p *page) dateBehind(i, end int) (Date, int) {
	if y, ok := p.year(i); ok && i < end {
		return Date{Year: y}, i + 1
	}
	for k := p.dateFrom(i); k < len(p.dates) && p.dates[k].i < min(end, i+10); k++ {
		if d := p.dates[k]; !d.partial && d.after == (lapse{}) && !d.since && !d.until {
			return d.date, d.j
		}
	}
	if y, ok := p.year(i + 1); ok && i+1 < end && p.toks[i].Is("năm", ":", "|") {
		return Date{Year: y}, i + 2
	}
	return Date{}, 0
}

// plausible reports whether somebody in the news can have been born at a date.
func (p *page) plausible(d Date) bool {
	return (p.published.IsZero() || d.Year <= p.published.Year-youngest)
}

// unitBehind is the unit that is named at token i, behind "quán", "ở", a colon.
func (p *page) unitBehind(i, end int) *unit {
	for i < end && p.toks[i].Is("quán", "ở", "tại", ":", "|", "nhà", "gốc") {
		i++
	}
	for j := i; j < min(end, i+8) && !p.toks[j].Is(";", "."); j++ {
		for k := p.itemFrom(j); k < len(p.items) && p.items[k].i == j; k++ {
			if u := p.items[k].unit; u != nil {
				return u
			}
		}
		if u := p.readUnit(j, end); u != nil {
			return u
		}
	}
	return nil
}

// bracketedLives reads "(1912 – 1999)" behind the name of a person of whom the sentence then says who that is.
func (p *page) bracketedLives(note func(*person, span) *life) {
	for _, it := range p.items {
		if it.person == nil || it.j+4 >= len(p.toks) || !p.toks[it.j].Is("(") || it.j >= p.notes {
			continue
		}
		i := it.j + 1
		if !p.isYear(i) || !p.toks[i+1].Is("-", "–", "—") || !p.isYear(i+2) || !p.toks[i+3].Is(")") {
			continue
		}
		s := p.sentences[p.sentOf[it.i]]
		first, _ := p.year(i)
		last, _ := p.year(i + 2)
		if last-first < surelyLife && !p.saysWho(it.j, s.j) {
			continue
		}
		born, died := Date{Year: first}, Date{Year: last}
		if died.Year-born.Year < youngest || died.Year-born.Year > 120 {
			continue
		}
		l := note(it.person.who, span{it.i, i + 4})
		if l.born.IsZero() {
			l.born = born
		}
		if l.died.IsZero() {
			l.died = died
		}
	}
}

// bracketOnly reports whether nothing but a bracket stands in tokens [i, j).
func (p *page) bracketOnly(i, j int) bool {
	return i < j && p.toks[i].Is("(") && p.closing(i, j) == j
}
