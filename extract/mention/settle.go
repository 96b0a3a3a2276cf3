package mention

import (
	"strings"
	"unicode/utf8"

	"github.com/nhiemky/nhiemky/extract/gazetteer"
	"github.com/nhiemky/nhiemky/extract/text"
)

// settleNames mends the full names of a document by one another, before they are joined to people: a word of the next
// sentence at the end of a name that stands elsewhere without it ("Lê Văn Nam Theo"), and two spellings of one name.
func (p *Page) settleNames(all []*Mention) {
	count := map[string]int{}
	for _, m := range all {
		if !m.Short {
			count[strings.ToLower(m.name)]++
		}
	}
	spelling := map[string]string{} // key of the sound -> the form that stands most often
	keys := make([]string, len(all))
	for i, m := range all {
		if m.Short {
			continue
		}
		if longer := p.withOpener(m, count); longer != "" {
			m.name = longer
		}
		if shorter := p.withoutOpener(m); shorter != "" && count[strings.ToLower(shorter)] > 0 && count[strings.ToLower(shorter)] >= count[strings.ToLower(m.name)] || p.runsOn(m, &shorter, count) {
			m.name, m.J = shorter, m.J-1
			continue
		}
		key := soundKey(m.name)
		keys[i] = key
		if best, ok := spelling[key]; !ok || m.name != best && p.betterSpelling(m.name, best, count) {
			spelling[key] = m.name
		}
	}
	for i, m := range all {
		if m.Short {
			continue
		}
		if keys[i] == "" {
			keys[i] = soundKey(m.name)
		}
		if best := spelling[keys[i]]; best != "" && !strings.EqualFold(best, m.name) {
			m.name = best
		}
	}
}

// withoutOpener is the name of a mention without its last word, if that may open a sentence; "" if it may not.
func (p *Page) withoutOpener(m *Mention) string {
	last := p.Toks[m.J-1]
	if m.syllables > 0 || !p.Lists.Words.SentenceOpener.Has(last) && !p.Lists.Opens[last.Fold] {
		return ""
	}
	words := strings.Fields(m.name)
	if len(words) < 3 {
		return ""
	}
	return strings.Join(words[:len(words)-1], " ")
}

// withOpener is the name of a mention with the word behind it, which may open a sentence, where the text has it so more often:
// "Huỳnh Tấn" of one who is called Huỳnh Tấn Phát elsewhere; else "".
func (p *Page) withOpener(m *Mention, count map[string]int) string {
	if m.J >= len(p.Toks) || !p.Toks[m.J].Upper() || p.Toks[m.J].Breaks > 0 || !p.opener(m.J) {
		return ""
	}
	longer := m.name + " " + p.Toks[m.J].Norm
	if count[strings.ToLower(longer)] <= count[strings.ToLower(m.name)] {
		return ""
	}
	return longer
}

// runsOn reports whether the last word of a mention begins a word of the next sentence, for which the full stop is missing: "… Trần
// Văn Nam Chất vấn", where the text has "Trần Văn Nam" more than once and the longer name never again. It gives the name without
// the word.
func (p *Page) runsOn(m *Mention, shorter *string, count map[string]int) bool {
	words := strings.Fields(m.name)
	if len(words) < 4 || m.syllables > 0 || m.J-m.I != len(words) || count[strings.ToLower(m.name)] > 1 || !p.compound(m.J, len(p.Toks)) {
		return false
	}
	*shorter = strings.Join(words[:len(words)-1], " ")
	return count[strings.ToLower(*shorter)] > 1
}

// betterSpelling reports whether the first of two spellings of a name is the one to keep: its surname is in the list
// and the other's is not, or it stands more often.
func (p *Page) betterSpelling(a, b string, count map[string]int) bool {
	if x, y := p.hasSurname(a), p.hasSurname(b); x != y {
		return x
	}
	return count[strings.ToLower(a)] > count[strings.ToLower(b)]
}

// hasSurname reports whether a name begins with a listed surname.
func (p *Page) hasSurname(name string) bool {
	_, n := p.Lists.Surnames.Find(p.Words(name), 0)
	return n > 0
}

// soundKey is a name in small letters as many say it: hỏi and ngã are one, and so are i and y at the end of a word.
// "Nguyển" and "Nguyễn", "Sĩ" and "Sỹ" are written for each other.
func soundKey(name string) string {
	r := []rune(strings.ToLower(name))
	for i, c := range r {
		if c < utf8.RuneSelf && c != 'y' {
			continue
		}
		if to, ok := sameTone[c]; ok {
			r[i] = to
		}
		if last := i+1 == len(r) || r[i+1] == ' '; last && i > 0 && !strings.ContainsRune("aâuôơ ", r[i-1]) {
			if to, ok := finalY[r[i]]; ok {
				r[i] = to
			}
		}
	}
	return string(r)
}

// sameTone has letters with the tone ngã and the same with hỏi.
var sameTone = map[rune]rune{'ã': 'ả', 'ẵ': 'ẳ', 'ẫ': 'ẩ', 'ẽ': 'ẻ', 'ễ': 'ể', 'ĩ': 'ỉ', 'õ': 'ỏ', 'ỗ': 'ổ', 'ỡ': 'ở', 'ũ': 'ủ', 'ữ': 'ử', 'ỹ': 'ỷ'}

// finalY has y with each tone, and i with it.
var finalY = map[rune]rune{'y': 'i', 'ý': 'í', 'ỳ': 'ì', 'ỷ': 'ỉ', 'ỵ': 'ị'}

// lowered is the number of words of a name at token i, of which n are read, with a given name in small letters behind
// it: "Võ Bá trí và …". A middle name cannot be the last; elsewhere a sign or a conjunction has to follow.
func (p *Page) lowered(i, n, end int) int {
	k := i + n
	if n < 2 || n > 3 || k >= end || p.Toks[k].Kind != text.Word || p.Toks[k].Upper() || p.Toks[k].Breaks > 0 || !p.Given(k) {
		return n
	}
	w := &p.Lists.Words
	if p.Lists.Particle[p.Toks[k].Fold] || w.AfterName.Has(p.Toks[k]) || p.actAt(k, end) || p.startsTerm(k, end) || !p.Is(i, gazetteer.OfSurname) {
		return n
	}
	middle := w.MiddleName.Has(p.Toks[k-1])
	closed := k+1 >= end || p.Toks[k+1].Kind == text.Punct || w.Conjunction.Has(p.Toks[k+1])
	if middle || n == 2 && closed {
		return n + 1
	}
	return n
}

// smallMiddle reports whether token k, in small letters, is a middle name: behind a surname and before a given name,
// as in "Nguyễn văn Tấn", and behind a title or a form of address any, as in "Đại tá Trần ngọc Hạ".
func (p *Page) smallMiddle(i, k, end int) bool {
	if k != i+1 || k+1 >= end || p.Toks[k].Kind != text.Word || p.Toks[k].Upper() || p.Toks[k].Breaks > 0 || !p.SurnameAt(i, end) {
		return false
	}
	if !p.NameWord(k+1) || p.Toks[k+1].Breaks > 0 || p.noName(k+1, end) {
		return false
	}
	if p.Lists.Words.MiddleName.Has(p.Toks[k]) {
		return p.Toks[k].Is("thị") || !p.fieldFollows(k, end)
	}
	return p.Given(k) && p.Given(k+1) && p.headed(i) && !p.Lists.Particle[p.Toks[k].Fold] && !p.Lists.Words.AfterName.Has(p.Toks[k]) && !p.actAt(k, end) && !p.startsTerm(k, end)
}

// aliasBehind is another name that stands behind a mention: "(tức Bảy An)", ", bí danh Sáu Hòa,", or in brackets one
// that begins with the order of birth: "(Ba Định)".
func (p *Page) aliasBehind(m *Mention) string {
	j := m.J
	end := len(p.Toks)
	if j+1 >= end || !p.Toks[j].Is("(", ",") {
		return ""
	}
	bracket := p.Toks[j].Is("(")
	h, n := p.Lists.Honours.Find(p.Toks, j+1)
	said := n > 0 && h.Kind == "alias"
	k := j + 1
	if said {
		k += n
	} else if !bracket || !p.Lists.Words.BirthOrder.Has(p.Toks[k]) {
		return ""
	}
	first := k
	for k < end && k < first+4 && p.NameWord(k) && p.Toks[k].Breaks == 0 {
		k++
	}
	if k == first || k >= end || !p.Toks[k].Is(")", ",") || !said && k-first < 2 {
		return ""
	}
	return p.spelledOut(first, k)
}

// dropAliases takes other names in brackets out of the items, "Sáu Hòa (tức Võ Văn Khiết)": they are said by the way,
// and what stands behind them goes on about whoever stands before.
func (p *Page) dropAliases() {
	kept := p.Items[:0]
	for _, it := range p.Items {
		if m := it.Person; m != nil && m.alias && len(kept) > 0 && it.I > 0 && p.Toks[it.I-1].Is("(") {
			if last := kept[len(kept)-1]; last.Person != nil && last.Person.Who == m.Who && last.J == it.I-1 {
				continue
			}
		}
		kept = append(kept, it)
	}
	clear(p.Items[len(kept):])
	p.Items = kept
}
