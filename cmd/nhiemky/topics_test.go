package main

import (
	"slices"
	"testing"

	"github.com/nhiemky/nhiemky/extract/record"
)

func TestTopics(t *testing.T) {
	secretary := func(person string) record.Holding {
		return record.Holding{Person: person, Post: "Bí thư", Organization: "Quận ủy Hà Đông"}
	}
	for _, c := range []struct {
		name    string
		records []record.Record
		want    []string
	}{
		{"nothing said", nil, []string{"nhiemky stats"}},
		{"no holding with an organisation", []record.Record{
			record.Congress{Body: "Đảng bộ quận Hà Đông", Ordinal: 21},
			record.Holding{Person: "Lê Văn Thử", Post: "Bí thư"},
		}, []string{"nhiemky stats"}},
		{"the post with most holders, the person with most posts, said twice or not", []record.Record{
			secretary("Trần Thị Mẫu"), secretary("Lê Văn Thử"), secretary("Lê Văn Thử"),
			record.Holding{Person: "Trần Thị Mẫu", Post: "Ủy viên", Organization: "Thành ủy Hà Nội"},
			record.Holding{Person: "Trần Thị Mẫu", Post: "Ủy viên", Organization: "Bộ Chính trị"},
			record.Holding{Person: "Lê Văn Thử", Post: "Ủy viên", Organization: "Bộ Chính trị"}, // not one person's seat
			record.Holding{Person: "Phạm Ví Dụ", Post: "Ủy viên", Organization: "Bộ Chính trị"},
		}, []string{`nhiemky who "Bí thư Quận ủy Hà Đông"`, `nhiemky person "Trần Thị Mẫu"`, "nhiemky stats"}},
	} {
		topics := topics{oneSeat: func(post, _ string) bool { return post == "Bí thư" }}
		for _, r := range c.records {
			topics.add(r)
		}
		if got := topics.questions(""); !slices.Equal(got, c.want) {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

func TestQuote(t *testing.T) {
	for in, want := range map[string]string{
		"Bí thư Quận ủy Hà Đông": `"Bí thư Quận ủy Hà Đông"`,
		"$(rm -r .) `ls` \"a\"":  "'$(rm -r .) `ls` \"a\"'",
		"it's":                   `'it'\''s'`,
	} {
		if got := quote(in); got != want {
			t.Errorf("quote(%s) = %s, want %s", in, got, want)
		}
	}
}
