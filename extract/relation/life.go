package relation

import (
	"github.com/nhiemky/nhiemky/extract/document"
	"github.com/nhiemky/nhiemky/extract/gazetteer"
	"github.com/nhiemky/nhiemky/extract/mention"
	"github.com/nhiemky/nhiemky/extract/record"
)

// A life is told by words that stand in one order: the name, then "sinh năm 1967, quê Trảng Bàng", or in
// brackets "(sinh năm 1967)", "(1912 – 1999)"; in a biography also in lines without a name.

// life is what a document says of a person's life.
type life struct {
	who        *mention.Person
	born, died record.Date
	home       *mention.Unit
	at         document.Span // the words that say so
}

const (
	youngest = 15 // years: nobody in the news of a body is younger
	nearWord = 4  // tokens between the name and the word

	surelyLife = 40 // years from which a range behind a name is no tenure
)

// Lives makes a record for each person of whom the document says when or where he or she was born, or died.
func (p *Page) Lives() []record.Person {
	main := p.mainPerson()
	found := map[*mention.Person]*life{}
	var order []*life
	note := func(who *mention.Person, at document.Span) *life {
		l := found[who]
		if l == nil {
			l = &life{who: who, at: at}
			found[who] = l
			order = append(order, l)
		}
		return l
	}
	for i := range p.Toks {
		if i >= p.Notes {
			break
		}
		if !p.Is(i, gazetteer.OfLife) {
			continue
		}
		s := p.Sentences[p.SentOf[i]]
		switch {
		case p.bornAt(i, s):
			who := p.whose(i, s, main)
			if d, j := p.dateBehind(i+1, s.J); who != nil && j > 0 && p.plausible(d) {
				if l := note(who, document.Span{I: i, J: j}); l.born.IsZero() {
					l.born = d
				}
			}
		case p.diedAt(i, s) > 0:
			who := p.whose(i, s, main)
			if d, j := p.dateBehind(i+p.diedAt(i, s), s.J); who != nil && j > 0 {
				if l := note(who, document.Span{I: i, J: j}); l.died.IsZero() {
					l.died = d
				}
			}
		case p.Toks[i].Is("quê") && i+1 < s.J:
			if who := p.whose(i, s, main); who != nil {
				if u := p.unitBehind(i+1, s.J); u != nil {
					if l := note(who, document.Span{I: i, J: u.J}); l.home == nil {
						l.home = u
					}
				}
			}
		}
	}
	p.bracketedLives(note)
	var out []record.Person
	for _, l := range order {
		if l.born.IsZero() && l.died.IsZero() && l.home == nil || !l.died.IsZero() && l.died.Compare(l.born) < 0 {
			continue
		}
		r := record.Person{Name: l.who.Name, Born: l.born, Died: l.died, Evidence: p.Evidence(l.at, "life")}
		if l.home != nil {
			r.Hometown, r.Place = l.home.Full(), l.home.Id
		}
		out = append(out, r)
	}
	return out
}

// bornAt reports whether "sinh" at token i tells a birth: "sinh năm 1967", "sinh ngày …", "SN 1970", and not
// "học sinh năm 2018".
func (p *Page) bornAt(i int, s document.Span) bool {
	if p.Toks[i].Is("sn") {
		return i > s.I && p.Toks[i-1].Is("(", ",")
	}
	if !p.Toks[i].Is("sinh") || i+1 >= s.J || !(p.Lists.Words.DateWord.Has(p.Toks[i+1]) || p.Toks[i+1].Is(":", "|")) && !p.IsYear(i+1) {
		return false
	}
	return i == s.I || p.Lists.Words.BeforeLifeVerb.Has(p.Toks[i-1]) || p.Toks[i-1].Is("(", ",", "-", "–", "|", "*", ":") || p.personEnds(i)
}

// diedAt is the number of tokens of words that tell a death at token i: "từ trần", "qua đời", "mất ngày"; 0 for none.
func (p *Page) diedAt(i int, s document.Span) int {
	switch {
	case p.Pair(i, s.J, &p.Lists.Words.Died):
		return 2
	case p.Toks[i].Is("mất") && (p.NextIn(i+1, s.J, &p.Lists.Words.DateWord) || p.Next(i+1, s.J, "|")) && (i == s.I || p.Lists.Words.BeforeLifeVerb.Has(p.Toks[i-1]) || p.Toks[i-1].Is("(", ",", "|") || p.personEnds(i)):
		return 1
	}
	return 0
}

// personEnds reports whether the name of a person ends at token i.
func (p *Page) personEnds(i int) bool {
	k := p.ItemFrom(i) - 1
	return k >= 0 && p.Items[k].Person != nil && p.Items[k].J == i
}

// whose is the person of whom the words at token i speak: the one whose name stands right before, or alone
// before in the sentence, or for words that open a line or follow a pronoun the person of a biography.
func (p *Page) whose(i int, s document.Span, main *mention.Mention) *mention.Person {
	var near *mention.Mention
	alone := true
	for k := p.ItemFrom(s.I); k < len(p.Items) && p.Items[k].I < i; k++ {
		if m := p.Items[k].Person; m != nil {
			alone = alone && (near == nil || near.Who == m.Who)
			near = m
		}
	}
	switch {
	case near != nil && !near.Plural && (i-near.J <= nearWord || p.bracketOnly(near.J, i) || alone && p.Toks[i-1].Is(",", "(")):
		return near.Who
	case near == nil && main != nil && (i-s.I <= nearWord || p.Lists.Words.Address.Has(p.Toks[i-1]) || p.Toks[i-1].Is("|", ",")):
		return main.Who
	}
	return nil
}

// dateBehind is the date that stands at token i or a few tokens behind: "hồi 10 giờ 5 phút, ngày …".
func (p *Page) dateBehind(i, end int) (record.Date, int) {
	if y, ok := p.Year(i); ok && i < end {
		return record.Date{Year: y}, i + 1
	}
	for k := p.DateFrom(i); k < len(p.Dates) && p.Dates[k].I < min(end, i+10); k++ {
		if d := p.Dates[k]; !d.Partial && d.After == (mention.Lapse{}) && !d.Since && !d.Until {
			return d.Date, d.J
		}
	}
	if y, ok := p.Year(i + 1); ok && i+1 < end && p.Toks[i].Is("năm", ":", "|") {
		return record.Date{Year: y}, i + 2
	}
	return record.Date{}, 0
}

// plausible reports whether somebody in the news can have been born at a date.
func (p *Page) plausible(d record.Date) bool {
	return (p.Published.IsZero() || d.Year <= p.Published.Year-youngest)
}

// unitBehind is the unit that is named at token i, behind "quán", "ở", a colon.
func (p *Page) unitBehind(i, end int) *mention.Unit {
	for i < end && (p.Lists.Words.HomeLead.Has(p.Toks[i]) || p.Toks[i].Is(":", "|")) {
		i++
	}
	for j := i; j < min(end, i+8) && !p.Toks[j].Is(";", "."); j++ {
		for k := p.ItemFrom(j); k < len(p.Items) && p.Items[k].I == j; k++ {
			if u := p.Items[k].Unit; u != nil {
				return u
			}
		}
		if u := p.ReadUnit(j, end); u != nil {
			return u
		}
	}
	return nil
}

// bracketedLives reads "(1912 – 1999)" behind the name of a person of whom the sentence then says who that is.
func (p *Page) bracketedLives(note func(*mention.Person, document.Span) *life) {
	for _, it := range p.Items {
		if it.Person == nil || it.J+4 >= len(p.Toks) || !p.Toks[it.J].Is("(") || it.J >= p.Notes {
			continue
		}
		i := it.J + 1
		if !p.isLifeYear(i) || !p.Toks[i+1].Is("-", "–", "—") || !p.isLifeYear(i+2) || !p.Toks[i+3].Is(")") {
			continue
		}
		s := p.Sentences[p.SentOf[it.I]]
		first, _ := p.LifeYear(i)
		last, _ := p.LifeYear(i + 2)
		if last-first < surelyLife && !p.saysWho(it.J, s.J) {
			continue
		}
		born, died := record.Date{Year: first}, record.Date{Year: last}
		if died.Year-born.Year < youngest || died.Year-born.Year > 120 {
			continue
		}
		l := note(it.Person.Who, document.Span{I: it.I, J: i + 4})
		if l.born.IsZero() {
			l.born = born
		}
		if l.died.IsZero() {
			l.died = died
		}
	}
}

// bracketOnly reports whether nothing but a bracket stands in tokens [i, j).
func (p *Page) bracketOnly(i, j int) bool {
	return i < j && p.Toks[i].Is("(") && p.Closing(i, j) == j
}
