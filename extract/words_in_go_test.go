package extract_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"maps"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode"
)

// wordsInGo are the Vietnamese words that the rules may spell out, by the reason why they do not stand in a list. Words
// that are alike, phrases, names and traits belong into seeds/lists: see CONTRIBUTING.md. The list is there to get shorter.
var wordsInGo = []struct {
	why   string
	words []string
}{
	{"words of grammar without a synonym, on which the construction hangs that one rule reads", []string{
		"và", "của", "là", "các", "cho", "do", "được", "mà", "nếu", "về", "theo", "cùng", "tại", "có", "chưa", "sẽ", "từ",
		"đến", "thuộc", "gồm", "bên", "cạnh", "người", "tiếp", "rồi", "này", "đó", "đây", "một", "đồng",
	}},
	{"words of the calendar: each has a number or a step of time of its own, which code computes", []string{
		"năm", "tháng", "ngày", "quý", "hôm", "buổi", "nay", "hiện", "trước", "sau", "ngoái", "giữa", "hạn", "đoạn", "thời", "tuổi",
	}},
	{"words for numbers, in the order of their values", []string{
		"nhất", "tư", "bốn", "lăm", "sáu", "bảy", "tám", "chín", "mười", "mươi", "mốt",
	}},
	{"what a number behind it counts: documents, congresses, terms", []string{"số", "lần", "thứ", "khóa"}},
	{"syllables of names that are no other words: Đảng Cộng sản, Quốc hội khóa, Trung ương khóa, Việt Nam, xã hội, Luật, Huế, T.Ư", []string{
		"đảng", "Đảng", "quốc", "hội", "ương", "cộng", "việt", "nam", "nước",
		"luật", "huế", "cấp", "xã", "ĐH", "TƯ", "tt", "v",
	}},
	{"verbs and nouns that are told from events of the lists by what stands beside them in one rule", []string{
		"giữ", "ký", "mất", "sinh", "sn", "quê", "bầu", "bãi", "cử", "nhận", "giao", "bàn", "định", "xin", "tăng",
		"quả", "cố", "cũ",
	}},
	{"middle names, by which the gender is known", []string{"thị", "Thị", "Văn"}},
	{"letters and vowels", []string{"ABCDEFGHIKLMNOPQRSTUVXYĐ", "aâuôơ"}},
	{"names that records are made with", []string{
		"Nghị quyết", "Nghị quyết Hội nghị %s lần thứ %d", "Nghị quyết Trung ương %d", "Nghị quyết Trung ương %d khóa %s",
		"Nghị quyết Đại hội %s", "Nghị quyết Đại hội Đảng toàn quốc lần thứ %s", "lần thứ", "nhiệm kỳ %d-%d",
		"nước Cộng hòa xã hội chủ nghĩa Việt Nam", "Việt Nam", "Quyền", "chi nhánh", "cơ quan", "hành động",
	}},
}

// A phrasing touches one place, a list. So the rules spell out no Vietnamese words but those of wordsInGo.
func TestWordsInGo(t *testing.T) {
	allowed := map[string]bool{}
	for _, g := range wordsInGo {
		for _, w := range g.words {
			if _, twice := allowed[w]; twice {
				t.Errorf("%q is in wordsInGo twice", w)
			}
			allowed[w] = false
		}
	}
	for _, dir := range []string{"mention", "relation", "document"} {
		files, err := filepath.Glob(filepath.Join(dir, "*.go"))
		if err != nil || files == nil {
			t.Fatal(dir, err)
		}
		for _, file := range files {
			if strings.HasSuffix(file, "_test.go") {
				continue
			}
			for at, word := range vietnamese(t, file) {
				if _, known := allowed[word]; !known {
					t.Errorf("%s: %q belongs into a list, such as a class of words.csv", at, word)
				}
				allowed[word] = true
			}
		}
	}
	for _, w := range slices.Sorted(maps.Keys(allowed)) {
		if !allowed[w] {
			t.Errorf("no rule spells out %q any more: take it out of wordsInGo", w)
		}
	}
}

// vietnamese are the string literals of a Go file that have a letter with a mark, or that are words to compare a token
// with (p.Toks[i].Is("sau")), by their places.
func vietnamese(t *testing.T, file string) map[string]string {
	t.Helper()
	fset := token.NewFileSet()
	tree, err := parser.ParseFile(fset, file, nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]string{}
	compared := map[ast.Node]bool{}
	ast.Inspect(tree, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.CallExpr:
			if f, ok := n.Fun.(*ast.SelectorExpr); ok && slices.Contains([]string{"Is", "Next", "hasAny"}, f.Sel.Name) {
				words := 0
				for _, a := range n.Args {
					compared[a] = true
					if l, ok := a.(*ast.BasicLit); ok && strings.ContainsFunc(l.Value, unicode.IsLetter) {
						words++
					}
				}
				if words > 1 {
					t.Errorf("%s: words that are alike are a class of words.csv", fset.Position(n.Pos()))
				}
			}
		case *ast.BasicLit:
			s, err := strconv.Unquote(n.Value)
			marked := strings.ContainsFunc(s, func(c rune) bool { return c > unicode.MaxASCII && unicode.IsLetter(c) })
			if err == nil && n.Kind == token.STRING && (marked || compared[n] && strings.ContainsFunc(s, unicode.IsLetter)) {
				out[fset.Position(n.Pos()).String()] = strings.TrimSpace(s)
			}
		}
		return true
	})
	return out
}
