package extract

// mainPerson is the person whom a biography is about, or nil for any other document: its first line is the
// name alone, or its first sentence says when the person was born.
func (p *page) mainPerson() *mention {
	for k, it := range p.items {
		if it.person == nil {
			continue
		}
		s := p.sentences[p.sentOf[it.i]]
		if p.sentOf[it.i] > 12 {
			return nil
		}
		alone := p.sentOf[it.i] == 0 && (s.j-it.j <= 2 || p.toks[it.j].Is("(") && p.toks[s.j-1].Is(")")) && p.onlySigns(s.i, it.i)
		born := it.i-s.i <= 2 && p.opensLife(it.j, s.j) && p.saysWho(it.j, s.j)
		if alone && (p.toks[s.i].Is("#") || p.named(it.person.who) >= 3) || born {
			return p.items[k].person
		}
	}
	return nil
}

// onlySigns reports whether only signs and forms of address stand in tokens [i, j).
func (p *page) onlySigns(i, j int) bool {
	for ; i < j; i++ {
		if !p.toks[i].Is("#", "-", "|", "[", "]", "1", ".") {
			return false
		}
	}
	return true
}

// opensLife reports whether a life is told behind a name: "(sinh ngày …", "(1912 – 1999) là".
func (p *page) opensLife(i, end int) bool {
	if i+2 >= end || !p.toks[i].Is("(", ",") {
		return false
	}
	for k := i + 1; k < end && k < i+10; k++ {
		if p.toks[k].Is("sinh", "khai") || p.toks[i].Is("(") && p.isYear(k) {
			return true
		}
		if p.toks[k].Is(")") {
			return false
		}
	}
	return false
}

// saysWho reports whether a sentence goes on to say what the person is: "… là một chính trị gia".
func (p *page) saysWho(i, end int) bool {
	depth := 0
	for ; i+1 < end; i++ {
		switch {
		case p.toks[i].Is("("):
			depth++
		case p.toks[i].Is(")"):
			depth--
		case depth == 0 && p.toks[i].Is("là") && p.toks[i+1].Is("một", "nhà", "chính", "tướng", "sĩ", "vị", "nguyên", "người"):
			return true
		}
	}
	return false
}

// named counts the mentions of a person.
func (p *page) named(who *person) int {
	n := 0
	for _, it := range p.items {
		if it.person != nil && it.person.who == who {
			n++
		}
	}
	return n
}

// findLate notes the people who are dead: those of notices of deaths and of biographies, and those whose name has the years
// of a life behind it.
func (p *page) findLate() {
	p.late = map[*person]bool{}
	if m := p.mainPerson(); m != nil && p.dead(m.who) {
		p.late[m.who] = true
	}
	year, _ := p.now()
	p.bracketedLives(func(who *person, _ span) *life {
		p.late[who] = true
		return &life{died: Date{Year: year}}
	})
	for _, pr := range p.profiles {
		if pr.late {
			p.late[pr.who.who] = true
		}
	}
}

// dead reports whether a biography tells the years of birth and death of its person: "(1912 – 1999)".
func (p *page) dead(who *person) bool {
	for _, it := range p.items {
		if it.person == nil || it.person.who != who || it.j >= len(p.toks) || !p.toks[it.j].Is("(") {
			continue
		}
		years := 0
		for k := it.j; k < len(p.toks) && k < it.j+40 && !p.toks[k].Is(")"); k++ {
			if p.isYear(k) {
				years++
			}
		}
		if years >= 2 {
			return true
		}
	}
	return false
}
