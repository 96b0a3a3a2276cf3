package text_test

import (
	"fmt"

	"github.com/nhiemky/nhiemky/extract/text"
)

func ExampleNew() {
	t := text.New([]byte("Thành uỷ, UBND"))
	for _, token := range t.Tokens() {
		fmt.Printf("%s %s %q\n", token.Span, token.Norm, t.Slice(token.Span))
	}
	// Output:
	// [0,6) Thành "Thành"
	// [7,11) ủy "uỷ"
	// [11,12) , ","
	// [13,17) UBND "UBND"
}
