package main

import (
	"strings"
	"testing"

	"github.com/nhiemky/nhiemky/extract/record"
)

// What a source says of a document has its bounds; names that differ stay different, and characters whole.
func TestShortened(t *testing.T) {
	long := strings.Repeat("ậ", 40_000)
	d, cut := shortened(record.Document{Name: "a/" + long, Title: long, Publisher: long, Address: "https://a.example/" + long, Raw: []byte(long)})
	if want := "its name has 120002 bytes and was cut, its title has 120000 bytes and was cut, its publisher has 120000 bytes and was cut, its address has 120018 bytes and was left out"; cut != want {
		t.Errorf("said %q", cut)
	}
	if len(d.Name) > maxName+20 || len(d.Title) > maxAbout+3 || len(d.Publisher) > maxAbout+3 || d.Address != "" || len(d.Raw) != len(long) {
		t.Errorf("%d, %d, %d bytes, address of %d", len(d.Name), len(d.Title), len(d.Publisher), len(d.Address))
	}
	for _, text := range []string{d.Name, d.Title, d.Publisher} {
		if strings.ToValidUTF8(text, "?") != text {
			t.Errorf("a character was cut: %q", text[len(text)-20:])
		}
	}
	if other, _ := shortened(record.Document{Name: "a/" + long + "b"}); other.Name == d.Name {
		t.Error("two names became one")
	}
	as := record.Document{Name: "a.txt", Title: "b", Publisher: "c", Address: "https://d.example/"}
	if same, cut := shortened(as); same.Name != as.Name || same.Title != as.Title || same.Address != as.Address || cut != "" {
		t.Errorf("%+v, %q", same, cut)
	}
}
