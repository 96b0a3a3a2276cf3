package vocab

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"github.com/nhiemky/nhiemky/extract/text"
)

// expansions are the press abbreviations that Key writes out, word by word. Both the keys that are
// stored and those that are asked for go through it, so either form finds the other.
var expansions = map[string]string{
	"ubnd": "uy ban nhan dan", "hdnd": "hoi dong nhan dan", "mttq": "mat tran to quoc",
	"bch": "ban chap hanh", "btv": "ban thuong vu", "ubkt": "uy ban kiem tra",
	"ubmttq": "uy ban mat tran to quoc", "tp": "thanh pho", "tw": "trung uong",
	"lhpn": "lien hiep phu nu", "tncs": "thanh nien cong san", "hcm": "ho chi minh", "tphcm": "thanh pho ho chi minh",
	"ldld": "lien doan lao dong", "ccb": "cuu chien binh", "tand": "toa an nhan dan",
	"vksnd": "vien kiem sat nhan dan", "ubtvqh": "uy ban thuong vu quoc hoi", "dcsvn": "dang cong san viet nam",
}

// Key folds a name for looking it up: its letters as texts are read, without diacritics (so old and new tone placement are one),
// đ as d, lower case, abbreviations written out, one space between words, no punctuation.
// Key("Chủ tịch UBND quận Ba Đình") is "chu tich uy ban nhan dan quan ba dinh". The fold of a fold
// is the same; a text without letters and digits gives "".
func Key(s string) string {
	s = strings.NewReplacer("T.Ư", "TW", "T.W", "TW", "TƯ", "TW", "TP.", "TP ", "Tp.", "TP ").Replace(text.Letters(s))
	var b strings.Builder
	for _, r := range norm.NFKD.String(s) {
		switch {
		case unicode.Is(unicode.Mn, r):
		case r == 'đ' || r == 'Đ':
			b.WriteByte('d')
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			b.WriteRune(unicode.ToLower(r))
		default:
			b.WriteByte(' ')
		}
	}
	words := strings.Fields(b.String())
	for i, w := range words {
		if long, ok := expansions[w]; ok {
			words[i] = long
		}
	}
	return strings.Join(words, " ")
}

// placeKinds are the words before a unit's name that people leave out when they ask.
var placeKinds = []string{"thanh pho", "thi xa", "thi tran", "dac khu", "tinh", "quan", "huyen", "phuong", "xa"}

// Keys are the forms under which a name is looked up: its key, the key without the kind of its place
// (place as Key gives it, "ba dinh"), and "trung uong dang" for the Central Committee.
func Keys(name, place string) []string {
	k := Key(name)
	out := []string{k}
	if short := strings.Replace(k, "ban chap hanh trung uong dang", "trung uong dang", 1); short != k {
		out = append(out, short)
	}
	if place == "" {
		return out
	}
	for _, kind := range placeKinds {
		if short := strings.Replace(k, " "+kind+" "+place, " "+place, 1); short != k {
			out = append(out, short)
		}
	}
	return out
}
