package relation

import (
	"github.com/nhiemky/nhiemky/extract/document"
	"github.com/nhiemky/nhiemky/extract/gazetteer"
	"github.com/nhiemky/nhiemky/extract/mention"
	"github.com/nhiemky/nhiemky/extract/record"
)

// Some sentences tell the end of all posts of somebody and name none: that of a death, a retirement, an expulsion from the
// Party.

// subjectDies notes that the one whom the sentence speaks of by a pronoun died: "Ông mất ngày 2-6-2003, thọ 79 tuổi".
func (l *linker) subjectDies() {
	if l.subject == nil {
		return
	}
	for i := l.sent.I + 1; i < min(l.sent.J, l.sent.I+document.MaxSkip); i++ {
		if !l.Is(i, gazetteer.OfLife) || !l.pronounBetween(l.sent.I, i+1) {
			continue
		}
		n := l.diedAt(i, l.sent)
		if n == 0 {
			continue
		}
		if _, j := l.dateBehind(i+n, l.sent.J); j > 0 {
			l.noteDead(l.subject.Who)
		}
		return
	}
}

// noteDead notes that somebody died.
func (l *linker) noteDead(who *mention.Person) {
	if l.died == nil {
		l.died = map[*mention.Person]bool{}
	}
	l.died[who] = true
}

// leavesAll notes whom a sentence without a post says to have retired or died: "Tháng 5/2016, bà nghỉ hưu".
func (l *linker) leavesAll() {
	who := l.subject
	for _, n := range l.nodes {
		switch {
		case n.posts != nil:
			return
		case n.people != nil:
			who = n.people[0]
		case n.event == gazetteer.MRetire && who != nil && (who.I >= l.sent.I || l.pronounBetween(l.sent.I, n.I+1)):
			if l.gone == nil {
				l.gone = map[*mention.Person]int{}
			}
			l.gone[who.Who] = l.SentOf[l.sent.I]
		}
	}
}

// dies notes whom a sentence says to have died, perhaps behind the posts: "Nguyên Bí thư Tỉnh ủy A đã từ trần", "Ông B, Bí
// thư Huyện ủy, qua đời sáng 2/10".
func (l *linker) dies() {
	for k := 1; k < len(l.nodes); k++ {
		n := l.nodes[k]
		if n.event != gazetteer.MRetire || !l.tellsDeath(n.Span) {
			continue
		}
		t := k - 1
		for t > 0 && l.nodes[t].people == nil && l.nodes[t].event == "" {
			t--
		}
		if w := &l.nodes[t]; len(w.people) == 1 && w.role == "" && l.oneSubject(w.J, n.I) {
			l.noteDead(w.people[0].Who)
		}
	}
}

// tellsDeath reports whether an event is a death: "đã từ trần", "anh dũng hy sinh".
func (l *linker) tellsDeath(s document.Span) bool {
	for i := s.I; i < s.J; i++ {
		if l.Pair(i, s.J, &l.Lists.Words.Died) {
			return true
		}
	}
	return false
}

// oneSubject reports whether hardly more than posts stands between a name that ends at token i and a verb at token j.
func (l *linker) oneSubject(i, j int) bool {
	loose := 0
	for n := l.ItemFrom(i); i < j; i++ {
		for n < len(l.Items) && l.Items[n].J <= i {
			n++
		}
		if n < len(l.Items) && l.Items[n].I <= i {
			continue
		}
		if loose++; loose > maxLoose || l.Toks[i].Is(";", ":", "\"") || l.Lists.Words.When.Has(l.Toks[i]) {
			return false
		}
	}
	return true
}

// maxLoose is the number of words between a name and the verb that tells the death: ", 72 tuổi, vừa".
const maxLoose = 6

// losesParty notes whom a sentence says to have lost the posts in the Party, without naming them: "cách chức tất cả các chức
// vụ trong Đảng đối với ông A", "Bà B bị khai trừ khỏi Đảng".
func (l *linker) losesParty() {
	for k, n := range l.nodes {
		if n.event != gazetteer.MEnd || !l.ofParty(n.Span) {
			continue
		}
		if k+1 < len(l.nodes) && l.nodes[k+1].people != nil && l.plainTo(n.J, k+1) {
			l.notePartyOut(l.nodes[k+1].people)
			continue
		}
		m := k - 1
		for m > 0 && l.nodes[m].posts != nil && l.Lists.Words.FormOf.Has(l.Toks[n.I-1]) {
			m-- // "kỷ luật ông A, Bí thư Huyện ủy, bằng hình thức khai trừ khỏi Đảng"
		}
		if m >= 0 && l.nodes[m].people != nil && (l.Lists.Words.PassiveMark.Has(l.Toks[n.I-1]) || l.Lists.Words.FormOf.Has(l.Toks[n.I-1])) {
			l.notePartyOut(l.nodes[m].people)
		}
	}
}

// notePartyOut notes people who have lost their membership of the Party.
func (l *linker) notePartyOut(who []*mention.Mention) {
	if l.partyOut == nil {
		l.partyOut = map[*mention.Person]bool{}
	}
	for _, m := range who {
		l.partyOut[m.Who] = true
	}
}

// endParty ends the posts in the Party of those who lost all of them.
func (p *Page) endParty(drafts []draft) {
	for i := range drafts {
		d := &drafts[i]
		if p.partyOut[d.claim.who.Who] && d.Status == record.Holds && d.claim.post.Org.InParty() {
			d.Status = record.Ends
		}
	}
}
