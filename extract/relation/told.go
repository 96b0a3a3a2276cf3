package relation

import (
	"github.com/nhiemky/nhiemky/extract/document"
	"github.com/nhiemky/nhiemky/extract/gazetteer"
	"github.com/nhiemky/nhiemky/extract/mention"
	"github.com/nhiemky/nhiemky/extract/text"
)

// told says what a verb that only joins people and series t means where it stands: "Trước đó, ông là …" and "từ cương
// vị … về" tell of what is over, "do ông A làm Chủ nhiệm" after an election of who is elected, and "cương vị … là
// nhiệm vụ nặng nề" of nobody.
func (l *linker) told(t int, people []*mention.Mention) gazetteer.Meaning {
	n, link := l.nodes[t], l.nodes[max(0, t-1)]
	noun := link.event == gazetteer.MLink && l.Lists.Words.PostWord.Has(l.Toks[link.I])
	switch {
	case noun && l.Next(n.J, l.sent.J, "là"):
		return gazetteer.MNot
	case noun && link.I > l.sent.I && l.Toks[link.I-1].Is("từ"), l.beforeMove(n.J), l.earlierPart(n.I), l.yearsAs(link.I):
		return gazetteer.MFormer
	case l.thenWas(t):
		return gazetteer.MFormer
	case l.leftFor(t), l.assigned(link, people[0]), people[0].I < n.I && l.takesUpNow(link, people[0], n.J):
		return gazetteer.MStart
	case people[0].Head > l.sent.I && l.Toks[people[0].Head-1].Is("do") && people[0].I < n.I && (l.electedBetween(l.sent.I, people[0].Head) || l.founded(people[0].Head)):
		return gazetteer.MStart
	}
	return gazetteer.MLink
}

// leftFor reports whether a post has been left in the sentence for series t: "miễn nhiệm chức Phó Chủ tịch UBND tỉnh đối với ông A
// để đảm nhiệm chức vụ …".
func (l *linker) leftFor(t int) bool {
	w, k := &l.Lists.Words, t-1
	for k > 0 && l.nodes[k].event == gazetteer.MLink && l.nodes[k-1].event == gazetteer.MLink && l.nodes[k-1].J == l.nodes[k].I {
		k--
	}
	if k <= 0 || l.nodes[k].event != gazetteer.MLink || !w.TakeUp.Has(l.Toks[l.nodes[k].I]) || !w.Aim.Has(l.Toks[l.nodes[k].I-1]) {
		return false
	}
	for k--; k >= 0; k-- {
		if l.nodes[k].posts != nil && l.nodes[k].what == gazetteer.MEnd {
			return true
		}
	}
	return false
}

// assigned reports whether somebody is who a decision before his name lets take up a post by the verb of node link: "Ban Thường vụ Tỉnh ủy
// quyết định ông A giữ chức Bí thư Huyện ủy".
func (l *linker) assigned(link node, who *mention.Mention) bool {
	i := who.Head
	return link.event == gazetteer.MLink && i >= l.sent.I+2 && i < link.I && l.Lists.Words.TakeUp.Has(l.Toks[link.I]) &&
		l.Lists.Words.Decision.Has(l.Toks[i-2], l.Toks[i-1]) && !(i-3 >= l.sent.I && l.Lists.Words.ByDecision.Has(l.Toks[i-3]))
}

// takesUpNow reports whether somebody takes up a post that ends before token j by the verb of node link: by the decision of which the
// sentence tells ("Theo quyết định, ông A giữ chức …"), from a day of these weeks ("giữ chức Giám đốc Sở từ ngày 16/9"), or
// as the news that the title tells ("Ông A làm Giám đốc Sở Y tế").
func (l *linker) takesUpNow(link node, who *mention.Mention, j int) bool {
	w, i := &l.Lists.Words, l.sent.I
	if !w.TakeUp.Has(l.Toks[link.I]) || w.Present.Has(l.Toks[link.I-1]) || l.Published.IsZero() {
		return false
	}
	if d := l.DateFrom(j); d < len(l.Dates) && l.Dates[d].I-j <= nearDate && l.Dates[d].Since && l.Dates[d].Date.Day > 0 && l.Published.Day > 0 {
		n := days(l.Dates[d].Date, l.Published)
		return -newsDays <= n && n <= newsDays
	}
	if at := who.Head; w.ByDecision.Has(l.Toks[i]) && at > i && l.Toks[at-1].Is(",") && (at == i+3 && l.Toks[i+1].Is("đó") || l.Pair(i+1, at, &w.Decision)) {
		return true
	}
	return l.SentOf[i] == 0 && link.I == who.J && who.Head == i && j == l.sent.J
}

// nearDate is the number of tokens between a post and the day that tells from when at most: ", kể từ ngày".
const nearDate = 4

// thenWas reports whether the verb before series t stands behind "khi đó", "lúc ấy", or these open the sentence, as "hồi
// đó" and "lúc bấy giờ" do.
func (l *linker) thenWas(t int) bool {
	w := &l.Lists.Words
	then := func(i int) bool {
		return w.When.Has(l.Toks[i]) && l.NextIn(i+1, l.sent.J, &w.ThatTime) || l.Pair(i, l.sent.J, &w.BackThen) || w.BackThenLead.Has(l.Toks[i]) && l.Pair(i+1, l.sent.J, &w.BackThen)
	}
	i := l.nodes[t-1].I
	return then(l.sent.I) || i >= l.sent.I+2 && then(i-2)
}

// opensWithBefore reports whether the sentence opens with "trước khi" and its clause of time goes on to token i: "Trước khi
// được bầu làm Chủ tịch UBND tỉnh, ông A …".
func (l *linker) opensWithBefore(i int) bool {
	open := l.opensBefore()
	if open < 0 {
		return false
	}
	for k := open; k < i; k++ {
		if l.Toks[k].Kind == text.Punct {
			return false
		}
	}
	return true
}

// opensBefore is the token of "trước khi" at the head of the sentence, perhaps behind a few words and a comma, "Được biết,
// trước khi …"; or -1.
func (l *linker) opensBefore() int {
	for i := l.sent.I; i+1 < l.sent.J && i <= l.sent.I+maxOpener; i++ {
		if i > l.sent.I && !l.Toks[i-1].Is(",") {
			continue
		}
		if l.Toks[i].Is("trước") && l.Lists.Words.When.Has(l.Toks[i+1]) {
			return i
		}
	}
	return -1
}

// maxOpener is the most tokens of the words that open a sentence and tell nothing: "Được biết,", "Theo tìm hiểu,".
const maxOpener = 4

// onceBefore reports whether a verb of the past with its own pronoun leads to series t, and another verb stands before that.
func (l *linker) onceBefore(t int) bool {
	k := t - 1
	for k > 0 && l.nodes[k].event == gazetteer.MLink {
		k--
	}
	return k > 0 && l.nodes[k].event == gazetteer.MFormer && l.nodes[k-1].event != "" && l.barePronoun(l.nodes[k-1].J, l.nodes[k].I)
}

// toldBefore reports whether "trước khi" leads to the verbs before series t: "có 10 năm làm giáo viên trước khi được bầu làm
// Chủ tịch UBND xã".
func (l *linker) toldBefore(t int) bool {
	k := t
	for k > 0 && l.nodes[k-1].event != "" && l.nodes[k].I-l.nodes[k-1].J <= 1 {
		k--
	}
	i := l.nodes[k].I
	if n := l.ItemFrom(i) - 1; n >= 0 && l.Items[n].J == i && l.Items[n].Org != nil && l.Items[n].I > l.sent.I {
		i = l.Items[n].I // "trước khi được Ban Bí thư bổ nhiệm làm …"
	}
	for i > l.sent.I && l.Lists.Words.PassiveMark.Has(l.Toks[i-1]) {
		i--
	}
	return i > l.sent.I+1 && l.Lists.Words.When.Has(l.Toks[i-1]) && l.Toks[i-2].Is("trước")
}

// yearsAs reports whether a number of years that are over leads to the verb at token i: "sau 5 năm làm", "có 3 năm làm Bí thư, 12
// năm giữ chức Giám đốc".
func (l *linker) yearsAs(i int) bool {
	if i < l.sent.I+3 || !l.Toks[i-1].Is("năm") {
		return false
	}
	for k := i - 2; k >= l.sent.I && k > i-6; k-- {
		if l.Toks[k].Is(",") || l.Lists.Words.YearsLead.Has(l.Toks[k]) {
			return true
		}
		if l.Toks[k].Kind == text.Punct {
			return false
		}
	}
	return false
}

// founded reports whether the sentence tells before token i that a body is set up, and no year in which it was:
// "HĐND xã thành lập hai ban: Ban Pháp chế (do ông A làm Trưởng ban)".
func (l *linker) founded(i int) bool {
	found := false
	for k := l.sent.I; k+1 < i; k++ {
		found = found || l.Lists.Words.Founding.Has(l.Toks[k]) && l.Lists.Words.Founding.Has(l.Toks[k+1])
	}
	for _, n := range l.nodes {
		found = found && (n.date == nil || n.date.Date.Year >= l.Published.Year)
	}
	return found
}

// earlierPart reports whether the part of the sentence before token i begins with "trước đó": between commas only
// "ông", "bà" and a name may stand.
func (l *linker) earlierPart(i int) bool {
	for k := i - 1; k >= l.sent.I && k > i-document.MaxSkip; k-- {
		switch {
		case l.Toks[k].Is(";", ":", "."):
			return false
		case l.Lists.Words.Ago.Has(l.Toks[k]) && k > l.sent.I && l.Toks[k-1].Is("trước"):
			return k-1 == l.sent.I || l.Toks[k-2].Is(",", ";", "và", "-", "(")
		}
	}
	return false
}

// beforeMove reports whether the sentence goes on behind token i with what came later: "… trước khi được điều động về
// tỉnh".
func (l *linker) beforeMove(i int) bool {
	for k := i; k+2 < l.sent.J && k < i+4; k++ {
		if l.Toks[k].Is("trước") && l.Lists.Words.When.Has(l.Toks[k+1]) {
			return l.Lists.Words.MoveStart.Has(l.Toks[k+2])
		}
		if l.Toks[k].Kind != text.Word {
			return false
		}
	}
	return false
}

// afterBefore reports whether the events between node k and series t stand behind "trước khi" in a sentence that tells
// of the past: "từng là A trước khi được bầu làm B".
func (l *linker) afterBefore(k, t int) bool {
	if k+1 >= t || k < 0 {
		return false
	}
	i := l.nodes[k+1].I
	for i > l.sent.I && l.Toks[i-1].Is("được") {
		i--
	}
	if i < l.sent.I+2 || !l.Lists.Words.When.Has(l.Toks[i-1]) || !l.Toks[i-2].Is("trước") {
		return false
	}
	for n := 0; n < k; n++ {
		if l.nodes[n].event == gazetteer.MFormer {
			return true
		}
	}
	return false
}
