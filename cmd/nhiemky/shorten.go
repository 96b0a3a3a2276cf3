package main

import (
	"crypto/sha256"
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/nhiemky/nhiemky/extract/record"
)

// Bounds of what a source says of a document, in bytes. Each word of it stands in the store, some of it many times.
const (
	maxName    = 1 << 10
	maxAbout   = 2 << 10 // of a title, a publisher, an address
	maxMessage = 4 << 10
)

// shortened is a document whose name and metadata are of a length that can be stored and shown, and what was
// cut, "" for nothing. Names that differ stay different.
func shortened(d record.Document) (record.Document, string) {
	var cut []string
	note := func(what, text, done string) {
		cut = append(cut, fmt.Sprintf("its %s has %d bytes and was %s", what, len(text), done))
	}
	if len(d.Name) > maxName {
		note("name", d.Name, "cut")
		digest := sha256.Sum256([]byte(d.Name))
		d.Name = fmt.Sprintf("%s…%x", firstBytes(d.Name, maxName), digest[:8])
	}
	for _, f := range []struct {
		what string
		text *string
	}{{"title", &d.Title}, {"publisher", &d.Publisher}} {
		if len(*f.text) > maxAbout {
			note(f.what, *f.text, "cut")
			*f.text = firstBytes(*f.text, maxAbout) + "…"
		}
	}
	if len(d.Address) > maxAbout { // a part of it leads elsewhere
		note("address", d.Address, "left out")
		d.Address = ""
	}
	return d, strings.Join(cut, ", ")
}

// firstBytes is the beginning of a text, of that many bytes or a few less: whole characters.
func firstBytes(text string, most int) string {
	if len(text) <= most {
		return text
	}
	for !utf8.RuneStart(text[most]) {
		most--
	}
	return text[:most]
}

// message is a text of at most some kB, for a message.
func message(text string) string {
	if short := firstBytes(text, maxMessage); short != text {
		return short + "…"
	}
	return text
}
