package relation

import (
	"github.com/nhiemky/nhiemky/extract/document"
	"github.com/nhiemky/nhiemky/extract/mention"
	"github.com/nhiemky/nhiemky/extract/record"
)

// mainPerson is the person whom a biography is about, or nil for any other document: its first line is the
// name alone, or its first sentence says when the person was born.
func (p *Page) mainPerson() *mention.Mention {
	for k, it := range p.Items {
		if it.Person == nil {
			continue
		}
		s := p.Sentences[p.SentOf[it.I]]
		if p.SentOf[it.I] > 12 {
			return nil
		}
		alone := p.SentOf[it.I] == 0 && (s.J-it.J <= 2 || p.Toks[it.J].Is("(") && p.Toks[s.J-1].Is(")")) && p.onlySigns(s.I, it.I)
		born := it.I-s.I <= 2 && p.opensLife(it.J, s.J) && p.saysWho(it.J, s.J)
		if alone && (p.Toks[s.I].Is("#") || p.named(it.Person.Who) >= 3) || born {
			return p.Items[k].Person
		}
	}
	return nil
}

// onlySigns reports whether only signs and forms of address stand in tokens [i, j).
func (p *Page) onlySigns(i, j int) bool {
	for ; i < j; i++ {
		if !p.Toks[i].Is("#", "-", "|", "[", "]", "1", ".") {
			return false
		}
	}
	return true
}

// opensLife reports whether a life is told behind a name: "(sinh ngày …", "(1912 – 1999) là".
func (p *Page) opensLife(i, end int) bool {
	if i+2 >= end || !p.Toks[i].Is("(", ",") {
		return false
	}
	for k := i + 1; k < end && k < i+10; k++ {
		if p.Lists.Words.LifeOpener.Has(p.Toks[k]) || p.Toks[i].Is("(") && p.isLifeYear(k) {
			return true
		}
		if p.Toks[k].Is(")") {
			return false
		}
	}
	return false
}

// isLifeYear reports whether token i is a year in which somebody can be born or die.
func (p *Page) isLifeYear(i int) bool { _, ok := p.LifeYear(i); return ok }

// saysWho reports whether a sentence goes on to say what the person is: "… là một chính trị gia".
func (p *Page) saysWho(i, end int) bool {
	depth := 0
	for ; i+1 < end; i++ {
		switch {
		case p.Toks[i].Is("("):
			depth++
		case p.Toks[i].Is(")"):
			depth--
		case depth == 0 && p.Toks[i].Is("là") && p.Lists.Words.Identity.Has(p.Toks[i+1]):
			return true
		}
	}
	return false
}

// named counts the mentions of a person.
func (p *Page) named(who *mention.Person) int {
	n := 0
	for _, it := range p.Items {
		if it.Person != nil && it.Person.Who == who {
			n++
		}
	}
	return n
}

// findLate notes the people who are dead: those of notices of deaths and of biographies, and those whose name has the years
// of a life behind it.
func (p *Page) findLate() {
	p.late = map[*mention.Person]bool{}
	if m := p.mainPerson(); m != nil && p.dead(m.Who) {
		p.late[m.Who] = true
	}
	year, _ := p.now()
	p.bracketedLives(func(who *mention.Person, _ document.Span) *life {
		p.late[who] = true
		return &life{died: record.Date{Year: year}}
	})
	for _, pr := range p.profiles {
		if pr.late {
			p.late[pr.who.Who] = true
		}
	}
	for who := range p.died {
		p.late[who] = true
	}
}

// dead reports whether a biography tells the years of birth and death of its person: "(1912 – 1999)".
func (p *Page) dead(who *mention.Person) bool {
	for _, it := range p.Items {
		if it.Person == nil || it.Person.Who != who || it.J >= len(p.Toks) || !p.Toks[it.J].Is("(") {
			continue
		}
		years := 0
		for k := it.J; k < len(p.Toks) && k < it.J+40 && !p.Toks[k].Is(")"); k++ {
			if p.isLifeYear(k) {
				years++
			}
		}
		if years >= 2 {
			return true
		}
	}
	return false
}
