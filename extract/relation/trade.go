package relation

import (
	"github.com/nhiemky/nhiemky/extract/document"
	"github.com/nhiemky/nhiemky/extract/gazetteer"
)

// says reports whether node k is the "là" behind the name that opens a sentence, which says what its bearer is by trade before his
// posts, which begin at token at behind a comma: "Lê Văn A (1924-1982) là một nhà cách mạng Việt Nam, nguyên Bí thư Tỉnh ủy".
func (l *linker) says(k, at int) bool {
	n := l.nodes[k]
	if n.event != gazetteer.MLink || !l.Toks[n.J-1].Is("là") || !l.Toks[at-1].Is(",") || at-n.J > longestTrade {
		return false
	}
	first := k - 1
	for first > 0 && l.nodes[first].date != nil {
		first--
	}
	if first != 0 || l.nodes[0].people == nil || len(l.nodes[0].people) > 1 || l.nodes[0].I-l.sent.I > 2 {
		return false
	}
	return !l.speaksOfKin(n.J, at) && l.noOthers(document.Span{I: n.J, J: at})
}

// noOthers reports whether no person, no post and no event stands in the tokens s.
func (l *linker) noOthers(s document.Span) bool {
	for n := l.ItemFrom(s.I); n < len(l.Items) && l.Items[n].I < s.J; n++ {
		if it := &l.Items[n]; it.Person != nil || it.Post != nil || it.Event != "" {
			return false
		}
	}
	return true
}

// longestTrade is the number of tokens of what somebody is by trade at most.
const longestTrade = 26

// reach is how many tokens an event may stand before what begins at token at: further where a noun for posts sums up
// what "như" opens, as in "từng đảm nhiệm nhiều chức vụ của ngành kiểm sát như Viện trưởng …".
func (l *linker) reach(k, at int) int {
	n := l.nodes[k]
	if (n.event == gazetteer.MLink || n.event == gazetteer.MFormer) && l.Lists.Words.ExampleLead.Has(l.Toks[at-1]) && l.Lists.Words.PostWord.Has(l.Toks[n.J-1]) {
		return 14
	}
	if l.says(k, at) {
		return longestTrade
	}
	return 6
}

// stops reports whether a sign between tokens i and j ends the reach of an event.
func (l *linker) stops(i, j int) bool {
	for ; i < j; i++ {
		if l.Toks[i].Is(";", "(", ")", "\"") {
			return true
		}
	}
	return false
}
