package relation

import (
	"github.com/nhiemky/nhiemky/extract/record"
	"github.com/nhiemky/nhiemky/extract/text"
)

// skipPersonal skips age, year of birth, origin, home, rank and education between a name and its posts.
func (l *linker) skipPersonal(i, j int) int {
	for i < j {
		k := i
		if l.Toks[k].Is(",") && l.Next(k+1, j, "(") {
			k++ // "Lê Văn A, (1962 - 2023), quê xã Tân Liên, …"
		}
		if l.Toks[k].Is("(") {
			for k < j && !l.Toks[k].Is(")") {
				k++
			}
			if k < j {
				i = k + 1
				continue
			}
			k = i
		}
		if l.Toks[k].Is(",", "(", "-", ":") {
			k++
		}
		if l.cellOfPerson(k, j) > k {
			i = l.cellOfPerson(k, j)
			continue
		}
		if k >= j || !l.personal(k) {
			return i
		}
		for k < j && !l.Toks[k].Is(",", ";", ")") {
			k = max(k+1, l.unitAround(k))
			for l.Next(k, j, ",") && l.unitAround(k+1) > 0 {
				k = l.unitAround(k + 1) // "trú tại phường 5, quận Gò Vấp, TP.HCM"
			}
		}
		if k < j && l.Toks[k].Is(")") {
			k++
		}
		i = min(k, j)
	}
	return i
}

// cellOfPerson is the token behind a year of birth, a sex or an ethnic group that stands alone between commas in an item of a list, or 0:
// "1. Trần Văn A, 1968, Kinh, Bí thư Tỉnh ủy".
func (l *linker) cellOfPerson(k, j int) int {
	if k >= j || k == 0 || !l.Toks[k-1].Is(",", ";", "-") || !l.ownLine() {
		return 0
	}
	n := k
	switch {
	case l.IsYear(k):
		n++
	default:
		for n < j && l.Lists.Words.PersonalCell.Has(l.Toks[n]) {
			n++
		}
	}
	if n == k || !l.Next(n, j, ",", ";", "-") {
		return 0
	}
	return n
}

// ownLine reports whether the sentence is a line of one person, with whom it begins, perhaps behind a number.
func (l *linker) ownLine() bool {
	if !l.startsLine() {
		return false
	}
	named := false
	for t := range l.nodes {
		n := &l.nodes[t]
		if n.people != nil && (named || len(n.people) > 1 || !l.plainItem(n.people[0].Head)) {
			return false
		}
		named = named || n.people != nil
	}
	return named
}

// unitAround is the token behind the place in which token k stands, or 0.
func (l *linker) unitAround(k int) int {
	n := l.ItemFrom(k + 1)
	if n == 0 || l.Items[n-1].Unit == nil || l.Items[n-1].J <= k {
		return 0
	}
	return l.Items[n-1].J
}

// personal reports whether something is told of a person at token k, and no post: "sinh năm 1970", "52 tuổi", "Thiếu tướng".
func (l *linker) personal(k int) bool {
	if l.Lists.Words.PersonalData.Has(l.Toks[k]) || l.Lists.Words.LivesAt.Has(l.Toks[k]) || l.rankAt(k) {
		return true
	}
	return l.Toks[k].Kind == text.Number && k+1 < len(l.Toks) && l.Toks[k+1].Is("tuổi")
}

// rankAt reports whether a rank or a degree stands at token k.
func (l *linker) rankAt(k int) bool {
	h, n := l.Lists.Honours.Find(l.Toks[:l.sent.J], k)
	return n > 0 && (h.Kind == "rank" || h.Kind == "academic")
}

// rankOfStint reports whether only a rank parts the name of node k from series t in an encyclopedia, which does not say when its
// first post was held: "- 2007-2011: Ông A, Thiếu tướng (2009), Phó Tư lệnh Quân khu 2".
func (l *linker) rankOfStint(k, t int) bool {
	po := l.nodes[t].posts[0]
	term := po.J+1 < l.sent.J && l.Lists.Words.TermNoun.Has(l.Toks[po.J+1]) // "(Khóa 9, 1954-1957)" of a school
	if !l.Encyclopedia || po.Status == record.Former || !term && !l.timeBehind(po).IsZero() {
		return false
	}
	return l.rankIn(l.nodes[k].J, l.nodes[t].I)
}

// rankIn reports whether a rank or a degree stands in the tokens [i, j).
func (l *linker) rankIn(i, j int) bool {
	for ; i < j; i++ {
		if l.rankAt(i) {
			return true
		}
	}
	return false
}

// homeBefore reports whether it is told between the name of node k and series t where somebody lives, and the holder of the post, who
// does something, may be another: "ông A, trú tại huyện Hải Hậu, Chủ tịch UBND huyện cho biết".
func (l *linker) homeBefore(k, t int) bool {
	n := &l.nodes[t]
	if n.posts[0].Status == record.Former || n.J >= l.sent.J || l.Toks[n.J].Kind != text.Word {
		return false
	}
	for i := l.nodes[k].J; i < n.I; i++ {
		if l.Lists.Words.LivesAt.Has(l.Toks[i]) {
			return true
		}
	}
	return false
}
