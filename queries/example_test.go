package queries_test

import (
	"fmt"
	"log"
	"strings"

	"github.com/nhiemky/nhiemky/queries"
)

func ExampleQuery_Bind() {
	q, err := queries.Get("who-held-post")
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(q.Question)
	text, err := q.Bind(map[string]string{"post": `Bí thư "X"`})
	if err != nil {
		log.Fatal(err)
	}
	for line := range strings.Lines(text) {
		if strings.HasPrefix(line, "var post") {
			fmt.Print(line)
		}
	}
	_, err = q.Bind(nil)
	fmt.Println(err)
	// Output:
	// Who held a post, when, and which article says so?
	// var post = "Bí thư \"X\"";
	// query who-held-post: no value for post; it takes post=TEXT (as Bí thư Huyện ủy Thanh Ba)
}
