package extract

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// stripMarks drops all accents; Đ becomes D.
func stripMarks(s string) string {
	return strings.Map(func(c rune) rune {
		switch {
		case unicode.Is(unicode.Mn, c):
			return -1
		case c == 'đ':
			return 'd'
		case c == 'Đ':
			return 'D'
		}
		return c
	}, norm.NFD.String(s))
}
