package view

import (
	"regexp"
	"strings"
	"unicode/utf8"
)

// ByteOrderMark tells Excel that a file is UTF-8.
const ByteOrderMark = "\ufeff"

// formulaStarts are what a formula begins with in a spreadsheet, also in full width; and the apostrophe, so
// that one which belongs to the text can be told from ours.
const formulaStarts = "=+-@＝＋－＠\t\r\n'"

var aNumber = regexp.MustCompile(`^[+-]?\d+(?:[.,]\d+)?$`)

// Cell is a text as it stands in a cell of CSV: what a spreadsheet would take for a formula has an apostrophe
// before it. Who reads it with a program takes one apostrophe off.
func Cell(text string) string {
	if text == "" || aNumber.MatchString(text) {
		return text
	}
	if first, _ := utf8.DecodeRuneInString(text); strings.ContainsRune(formulaStarts, first) {
		return "'" + text
	}
	return text
}
