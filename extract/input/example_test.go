package input_test

import (
	"fmt"
	"log"
	"strings"

	"github.com/nhiemky/nhiemky/extract/input"
)

func ExampleRead() {
	lines := `{"id": 7, "title": "Một", "noidung": "Ông A dự lễ.", "date": "2018-09-05"}
not JSON
`
	fields, err := input.ParseFields([]string{"text=noidung"})
	if err != nil {
		log.Fatal(err)
	}
	source := input.Source{File: "news.jsonl", Name: "news.jsonl", In: strings.NewReader(lines), Named: true}
	err = input.Read(source, input.Options{Fields: fields}, func(i input.Item) error {
		d, err := i.Document()
		if err != nil {
			fmt.Println("problem:", err)
			return nil
		}
		fmt.Printf("%s, %s, %s: %s\n", d.Name, d.Title, d.Published, d.Raw)
		return nil
	})
	if err != nil {
		log.Fatal(err)
	}
	// Output:
	// news.jsonl/7, Một, 2018-09-05: Một
	//
	// Ông A dự lễ.
	// problem: news.jsonl:2:1: not a JSON object: invalid character 'o' in literal null (expecting 'u'); give one object per line
}
