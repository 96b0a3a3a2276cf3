package relation

import (
	"github.com/nhiemky/nhiemky/extract/document"
	"github.com/nhiemky/nhiemky/extract/mention"
)

// The body or the place that a head gives to the posts of the items below it.

// headBody gives a list the body that its heading names and whose posts its items have, "LÃNH ĐẠO UBND TỈNH SƠN LA", and
// the one that is set up with the people below, "thành lập Ban Chỉ đạo … gồm các ông, bà:".
func (l *linker) headBody(list *openedList, colon bool) {
	for n := l.ItemFrom(l.sent.I); n < len(l.Items) && l.Items[n].I < l.sent.J; n++ {
		it := l.Items[n]
		if it.Person != nil || it.Post != nil {
			return
		}
		o := it.Org
		if o == nil || o.Kind == nil && o.Named == nil && o.Literal == "" || o.Generic() && !(o.Side() && l.itemFollows()) || o.Kind != nil && o.Kind.Board && o.Parent == nil {
			continue
		}
		founded := colon && l.founds(o.I) && (l.consists(o.J) || l.leadsOn())
		if !founded && !l.headsBody(o) {
			continue
		}
		list.body, list.founded = steered(o), founded
		return
	}
}

// headsBody reports whether the sentence is a heading that says that the posts of a body follow: "Lãnh đạo UBND tỉnh Sơn La",
// "Thường trực HĐND tỉnh", and not the name of the body alone.
func (l *linker) headsBody(o *mention.Org) bool {
	if o.Kind != nil && o.Kind.Place && o.Parent == nil && o.Place() == nil {
		return false
	}
	end := l.sent.J
	if who := l.personAfter(0); who >= 0 && o.Side() && l.nodes[who].J == end {
		end = l.nodes[who].people[0].Head // "BAN TỔ CHỨC LỄ TANG ĐỒNG CHÍ TRẦN VĂN A"
	}
	if l.Toks[l.sent.J-1].Is(".") || !l.wholeLine() || !l.plainHead(l.sent.I, o.I) || !l.plainHead(o.J, end) || l.Toks[l.sent.I].Is("-", "+", "•") {
		return false
	}
	if o.I > l.sent.I && l.opensHead() {
		return true
	}
	return steered(o) != o || l.labelFollows(o) || o.Side() && l.itemFollows() || l.list == nil && l.namePostFollows()
}

// nextLine is the sentence behind the one that is read and a number that stands alone, its index, and that of the first item
// from there on: len(l.Items) where the text ends.
func (l *linker) nextLine() (k int, s document.Span, n int) {
	k = l.behindNumber(l.SentOf[l.sent.I] + 1)
	if k >= len(l.Sentences) {
		return k, s, len(l.Items)
	}
	s = l.Sentences[k]
	return k, s, l.ItemFrom(s.I)
}

// labelFollows reports whether the line behind the sentence begins with a bare post and a colon or another sign that leads to a name, or is
// nothing but a post and a name: "Chủ tịch: ông A", "Chủ tịch - ông A" below "UBND tỉnh Kon Tum khóa X".
func (l *linker) labelFollows(o *mention.Org) bool {
	k, s, n := l.nextLine()
	if n >= len(l.Items) || l.Items[n].Post == nil || !l.plainHead(s.I, l.Items[n].I) || !l.Next(l.Items[n].J, s.J, ":") && !l.pairLine(k) && !l.postAndName(s) {
		return false
	}
	po := l.Items[n].Post
	return po.Org == nil || po.Guessed || po.Org.Name() == o.Name() // "Huyện đội trưởng: ông A" below "Huyện đội Hải Hậu"
}

// namePostFollows reports whether the line behind the sentence is nothing but a name and a bare post: "Trần Văn A - Chủ tịch" below "UBND xã Tân
// Hội".
func (l *linker) namePostFollows() bool {
	_, s, n := l.nextLine()
	if n+1 >= len(l.Items) || l.Items[n].Person == nil || l.Items[n+1].Post == nil || !l.noWords(s.I, l.Items[n].I) {
		return false
	}
	po := l.Items[n+1].Post
	return l.apposed(l.Items[n].J, po.I) && (po.Org == nil || po.Guessed) && po.J <= s.J && l.noWords(po.J, s.J)
}

// itemFollows reports whether one of the lines behind the sentence is a numbered item that begins with a name: "1. Đ/c Trần Văn A" below "BAN
// LỄ TANG" and the name of the dead.
func (l *linker) itemFollows() bool {
	for k := l.SentOf[l.sent.I] + 1; k+1 < len(l.Sentences) && k <= l.SentOf[l.sent.I]+maxIdle; k++ {
		if !l.numberOnly(k) {
			continue
		}
		s := l.Sentences[k+1]
		n := l.ItemFrom(s.I)
		return n < len(l.Items) && l.Items[n].Person != nil && l.Items[n].I == s.I
	}
	return false
}

// headTasks reads a heading over those of a body and their tasks, which gives them the body: "Phân công nhiệm vụ của Chủ tịch, các Phó
// Chủ tịch UBND huyện Hải Hậu".
func (l *linker) headTasks(list *openedList) bool {
	i := l.sent.I
	for i < l.sent.J && i < l.sent.I+leadingWords && !l.Pair(i, l.sent.J, &l.Lists.Words.TaskHead) {
		i++ // "Về việc phân công …"
	}
	if !l.wholeLine() || l.Toks[l.sent.J-1].Is(".") || !l.Pair(i, l.sent.J, &l.Lists.Words.TaskHead) {
		return false
	}
	var of *mention.Org
	for n := l.ItemFrom(i); n < len(l.Items) && l.Items[n].I < l.sent.J; n++ {
		it := &l.Items[n]
		o := it.Org
		if it.Post != nil && !it.Post.Guessed {
			o = it.Post.Org
		}
		switch {
		case it.Person != nil:
			return false
		case o == nil || o.Generic():
		case of != nil && of.Name() != o.Name():
			return false
		default:
			of = o
		}
	}
	if of == nil {
		return false
	}
	list.posts, list.body, list.heading, list.tasks = nil, steered(of), true, true
	return true
}

// headPlace is the place whose leaders follow a line that names nothing else: "Nhân sự chủ chốt tỉnh Quảng Trị (nhiệm kỳ 2015 - 2020):";
// else nil.
func (l *linker) headPlace() (of *mention.Unit) {
	if !l.wholeLine() || !l.opensHead() {
		return nil
	}
	at := l.sent.I
	for n := l.ItemFrom(l.sent.I); n < len(l.Items) && l.Items[n].I < l.sent.J; n++ {
		it := &l.Items[n]
		if it.Date == nil && (it.Unit == nil || it.Unit.Name == "" || of != nil) || !l.plainHead(at, it.I) {
			return nil
		}
		if it.Unit != nil {
			of = it.Unit
		}
		at = it.J
	}
	if of == nil || !l.plainHead(at, l.sent.J) {
		return nil
	}
	return of
}

// founds reports whether words before token i of the sentence say that a body is set up or made up anew.
func (l *linker) founds(i int) bool {
	return l.foundingIn(document.Span{I: l.sent.I, J: i})
}

// foundingIn reports whether a verb that sets up a body stands in s: "thành lập", "kiện toàn".
func (l *linker) foundingIn(s document.Span) bool {
	for k := s.I; k+1 < s.J; k++ {
		if l.Lists.Words.Founding.Has(l.Toks[k]) && l.Lists.Words.Founding.Has(l.Toks[k+1]) {
			return true
		}
	}
	return false
}

// consists reports whether "gồm" stands behind token i in the sentence.
func (l *linker) consists(i int) bool {
	for ; i < l.sent.J; i++ {
		if l.Toks[i].Is("gồm") {
			return true
		}
	}
	return false
}

// steered is the body of which a board, or those who lead it, is named: of "Ban Lãnh đạo Sở Y tế" the Sở Y tế.
func steered(o *mention.Org) *mention.Org {
	if o.Kind != nil && o.Kind.Committee && !o.Kind.Board {
		return o // the Đảng ủy of a Sở leads itself
	}
	if o.Kind != nil && o.Parent != nil && (o.Kind.Board || !o.Kind.Place && !o.Kind.Field) {
		return o.Parent
	}
	return o
}
