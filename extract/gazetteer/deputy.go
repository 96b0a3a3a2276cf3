package gazetteer

import (
	"errors"
	"strings"
)

// deputy is a pattern of the list deputies.csv: the words of a deputy's post and those of the head's. In both a star
// at the end stands for the same words: "Phó *" and "*".
type deputy struct{ deputy, head string }

// deputy reads a row of deputies.csv.
func (l *Lists) deputy(r row) error {
	d := deputy{r.get("deputy"), r.get("head")}
	if d.deputy == "" || d.head == "" || strings.HasSuffix(d.deputy, "*") != strings.HasSuffix(d.head, "*") {
		return errors.New("deputy, head: both are said, and a star stands in both or in none")
	}
	l.deputies = append(l.deputies, d)
	return nil
}

// DeputyOf reports whether a post is that of the deputy of a head, perhaps with words behind it: "Phó Giám đốc phụ
// trách" is of "Giám đốc".
func (l *Lists) DeputyOf(post, head string) bool {
	for _, d := range l.deputies {
		prefix, open := strings.CutSuffix(d.deputy, "*")
		want := prefix
		if open {
			before, _ := strings.CutSuffix(d.head, "*")
			rest, ok := strings.CutPrefix(head, before)
			if !ok {
				continue
			}
			want += rest
		} else if head != d.head {
			continue
		}
		if post == want || strings.HasPrefix(post, want+" ") {
			return true
		}
	}
	return false
}

// DeputyTo is the post of the deputy of a head: "Phó Giám đốc" to "Giám đốc"; "" when the list has none.
func (l *Lists) DeputyTo(head string) string {
	for _, d := range l.deputies {
		prefix, open := strings.CutSuffix(d.deputy, "*")
		before, _ := strings.CutSuffix(d.head, "*")
		if rest, ok := strings.CutPrefix(head, before); ok && (open || rest == "") {
			return prefix + rest
		}
	}
	return ""
}

// Deputy reports whether a post is that of a deputy: "Phó Giám đốc".
func (l *Lists) Deputy(post string) bool {
	for _, d := range l.deputies {
		if prefix, open := strings.CutSuffix(d.deputy, "*"); post == prefix || open && strings.HasPrefix(post, prefix) {
			return true
		}
	}
	return false
}
