package extract_test

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/nhiemky/nhiemky/extract"
	"github.com/nhiemky/nhiemky/extract/record"
)

// seats are those who lead four invented communes and wards of Lào Cai: secretary, chair of the council, chair of the committee.
var seats = []struct {
	place string
	names [3]string
}{
	{"phường Sa Pa", [3]string{"Trần Văn Hạo", "Lê Thị Mận", "Giàng A Lử"}},
	{"xã Bảo Thắng", [3]string{"Phạm Đức Cẩn", "Ngô Thị Ẩn", "Cao Bá Lộc"}},
	{"xã Mường Khương", [3]string{"Hoàng Đình Cam", "Vũ Thị Nết", "Mai Xuân Trường"}},
	{"phường Cam Đường", [3]string{"Đinh Công Thấu", "Tạ Kim Oanh", "Lò Văn Pành"}},
}

// seatPosts are the posts as a list writes them, seatBodies the bodies as records name them.
var (
	seatPosts  = [3]string{"Bí thư Đảng ủy", "Chủ tịch HĐND", "Chủ tịch UBND"}
	seatBodies = [3]string{"Bí thư | Đảng ủy", "Chủ tịch | Hội đồng nhân dân", "Chủ tịch | Ủy ban nhân dân"}
)

// perPlace writes the lines of each place.
func perPlace(line func(n int, place string, names [3]string) string) func() string {
	return func() string {
		var lines []string
		for k, s := range seats {
			lines = append(lines, line(k+1, s.place, s.names))
		}
		return strings.Join(lines, "\n")
	}
}

// perPost writes the lines of each post, below its heading.
func perPost(head func(n int, post string) string, line func(n int, place, name string) string) func() string {
	return func() string {
		var lines []string
		for k, post := range seatPosts {
			lines = append(lines, head(k+1, post))
			for n, s := range seats {
				lines = append(lines, line(n+1, s.place, s.names[k]))
			}
		}
		return strings.Join(lines, "\n")
	}
}

// rosters are ways to write them down.
var rosters = map[string]func() string{
	"place over labels": perPlace(func(n int, place string, of [3]string) string {
		return fmt.Sprintf("%d. %s\n- %s: %s\n- %s: %s\n- %s: %s", n, title(place), seatPosts[0], of[0], seatPosts[1], of[1], seatPosts[2], of[2])
	}),
	"place over names": perPlace(func(_ int, place string, of [3]string) string {
		return fmt.Sprintf("%s\n1. %s - %s\n2. %s - %s\n3. %s - %s\n", strings.ToUpper(place), of[0], seatPosts[0], of[1], seatPosts[1], of[2], seatPosts[2])
	}),
	"place with colon": perPlace(func(_ int, place string, of [3]string) string {
		return fmt.Sprintf("%s:\nÔng %s, %s\nÔng %s, %s\nÔng %s, %s\n", title(place), of[0], seatPosts[0], of[1], seatPosts[1], of[2], seatPosts[2])
	}),
	"place in line": perPlace(func(n int, place string, of [3]string) string {
		return fmt.Sprintf("%d. %s: %s %s; %s %s; %s %s.", n, title(place), seatPosts[0], of[0], seatPosts[1], of[1], seatPosts[2], of[2])
	}),
	"posts in brackets": perPlace(func(_ int, place string, of [3]string) string {
		return fmt.Sprintf("- %s: %s (%s), %s (%s), %s (%s).", title(place), of[0], seatPosts[0], of[1], seatPosts[1], of[2], seatPosts[2])
	}),
	"post over names and places": perPost(func(n int, post string) string { return fmt.Sprintf("%d. %s:", n, post) }, func(_ int, place, name string) string { return "- " + name + ", " + place }),
	"post over places and names": perPost(func(_ int, post string) string { return "* " + post + ":" }, func(n int, place, name string) string { return fmt.Sprintf("%d. %s: %s", n, title(place), name) }),
	"names and places in a line": func() string { return inLine(func(place, name string) string { return name + " (" + place + ")" }) },
	"name, post and place": func() string {
		var lines []string
		for k, post := range seatPosts {
			for _, s := range seats {
				lines = append(lines, s.names[k]+" – "+post+" "+s.place)
			}
		}
		return strings.Join(lines, "\n")
	},
	"table of posts": func() string {
		rows := "| TT | Xã, phường | " + strings.Join(seatPosts[:], " | ") + " |\n|---|---|---|---|---|\n"
		for k, s := range seats {
			rows += fmt.Sprintf("| %d | %s | %s |\n", k+1, title(s.place), strings.Join(s.names[:], " | "))
		}
		return rows
	},
	"table with headings": func() string {
		rows := "| TT | Họ và tên | Chức vụ |\n|---|---|---|\n"
		for k, s := range seats {
			rows += fmt.Sprintf("| %d | **%s** | |\n", k+1, title(s.place))
			for n, name := range s.names {
				rows += fmt.Sprintf("| %d | %s | %s |\n", n+1, name, seatPosts[n])
			}
		}
		return rows
	},
	"table with empty cells": func() string {
		rows := "Đơn vị\tChức vụ\tHọ và tên\n"
		for _, s := range seats {
			place := title(s.place)
			for n, name := range s.names {
				rows += place + "\t" + seatPosts[n] + "\t" + name + "\n"
				place = ""
			}
		}
		return rows
	},
	"table with a cell a line": func() string {
		rows := "TT\nXã, phường\n" + strings.Join(seatPosts[:], "\n") + "\n"
		for k, s := range seats {
			rows += fmt.Sprintf("%d\n%s\n%s\n", k+1, title(s.place), strings.Join(s.names[:], "\n"))
		}
		return rows
	},
}

// inLine writes the names of each post in one sentence.
func inLine(item func(place, name string) string) string {
	var lines []string
	for k, post := range seatPosts {
		var items []string
		for _, s := range seats {
			items = append(items, item(s.place, s.names[k]))
		}
		lines = append(lines, post+" các xã, phường gồm: "+strings.Join(items, ", ")+".")
	}
	return strings.Join(lines, "\n")
}

// title is a place at the begin of a line.
func title(place string) string {
	r := []rune(place)
	return strings.ToUpper(string(r[:1])) + string(r[1:])
}

// TestRosters reads those who lead several places in every way to write them down: the records are the same.
func TestRosters(t *testing.T) {
	var want []string
	for _, s := range seats {
		for k, name := range s.names {
			want = append(want, name+" | "+seatBodies[k]+" "+s.place+" | holds |  | ")
		}
	}
	slices.Sort(want)
	x := extract.New(lists(t))
	for _, way := range slices.Sorted(maps.Keys(rosters)) {
		doc := "DANH SÁCH BÍ THƯ ĐẢNG ỦY, CHỦ TỊCH HĐND, CHỦ TỊCH UBND CÁC XÃ, PHƯỜNG TỈNH LÀO CAI\n\n" + rosters[way]() + "\n"
		if got := rowHoldings(x.Extract(record.Document{Name: "roster", Raw: []byte(doc)})); !slices.Equal(got, want) {
			t.Errorf("%s\n%s\ngot\n%s", way, doc, strings.Join(got, "\n"))
		}
	}
}
