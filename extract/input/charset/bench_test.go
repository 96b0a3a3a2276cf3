package charset

import (
	"strings"
	"testing"
)

// BenchmarkDecode reads an article of usual length in UTF-8, the case of nearly all input.
func BenchmarkDecode(b *testing.B) {
	raw := []byte(strings.Repeat(sampleText, 8))
	b.SetBytes(int64(len(raw)))
	for b.Loop() {
		text, _, err := Decode(raw, Auto)
		if err != nil {
			b.Fatal(err)
		}
		Mend(text)
	}
}
