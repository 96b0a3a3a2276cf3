package gazetteer

import "github.com/nhiemky/nhiemky/extract/text"

// Bare is the name of a person without the words of address and rank before it: "đồng chí Trần Văn An" is "Trần Văn An".
func (l *Lists) Bare(name string) string {
	x := text.NewReader(l.Lex).Read([]byte(name), nil)
	toks := x.Tokens()
	i := 0
	for i < len(toks) {
		_, n := l.Honours.Find(toks, i)
		if n == 0 || i+n == len(toks) {
			break
		}
		i += n
	}
	if i == 0 {
		return name
	}
	return x.Words(i, len(toks))
}
