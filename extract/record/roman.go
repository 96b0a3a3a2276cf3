package record

import (
	"strconv"
	"strings"
)

// romanDigits are the signs of Roman numerals below 90, greatest first.
var romanDigits = []struct {
	value int
	sign  string
}{{50, "L"}, {40, "XL"}, {10, "X"}, {9, "IX"}, {5, "V"}, {4, "IV"}, {1, "I"}}

// Roman writes a number from 1 to 89 as a Roman numeral, as ordinals of congresses are written, and any
// other in Arabic digits.
func Roman(n int) string {
	if n < 1 || n > 89 {
		return strconv.Itoa(n)
	}
	var b strings.Builder
	for _, d := range romanDigits {
		for ; n >= d.value; n -= d.value {
			b.WriteString(d.sign)
		}
	}
	return b.String()
}

// FromRoman reads a Roman numeral in capital or small letters; it gives 0 for anything that Roman does not write.
func FromRoman(s string) int {
	upper, n := strings.ToUpper(s), 0
	rest := upper
	for _, d := range romanDigits {
		for strings.HasPrefix(rest, d.sign) {
			n, rest = n+d.value, rest[len(d.sign):]
		}
	}
	if rest != "" || Roman(n) != upper {
		return 0
	}
	return n
}
