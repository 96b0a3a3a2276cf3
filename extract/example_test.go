package extract_test

import (
	"fmt"
	"log"

	"github.com/nhiemky/nhiemky/extract"
	"github.com/nhiemky/nhiemky/extract/gazetteer"
	"github.com/nhiemky/nhiemky/extract/record"
	"github.com/nhiemky/nhiemky/seeds"
)

// newExtractor makes an extractor from the lists that come with the program.
func newExtractor() *extract.Extractor {
	files, err := seeds.Lists()
	if err != nil {
		log.Fatal(err)
	}
	lists, err := gazetteer.LoadLists(files)
	if err != nil {
		log.Fatal(err)
	}
	return extract.New(lists)
}

func ExampleExtractor_Extract() {
	x := newExtractor()
	result := x.Extract(record.Document{
		Name: "a.txt",
		Raw:  []byte("Ngày 5/9/2018, bà Lê Thị Mận, Bí thư Quận uỷ Ba Đình, dự lễ khai giảng."),
	})
	for _, r := range result.Records {
		if h, ok := r.(record.Holding); ok {
			fmt.Printf("%s: %s, %s, %s as of %s, by the rule %s\n", h.Person, h.Post, h.Organization, h.Status, h.AsOf, h.Evidence.Rule)
		}
	}
	// Output:
	// Lê Thị Mận: Bí thư, Quận ủy Ba Đình, holds as of 2018-09-05, by the rule apposition-after
}

func ExampleExtractor_Explain() {
	x := newExtractor()
	explained := x.Explain(record.Document{Name: "a.txt", Raw: []byte("Ông Cao Bá Lộc được bầu làm Chủ tịch UBND tỉnh Nghệ An.")})
	for _, s := range explained.Sentences {
		for _, f := range s.Found {
			fmt.Printf("%s %q is %s\n", f.Kind, f.Text, f.Value)
		}
	}
	// Output:
	// person "Ông Cao Bá Lộc" is Cao Bá Lộc
	// event "được bầu" is start
	// event "làm" is link
	// post "Chủ tịch UBND tỉnh Nghệ An" is Chủ tịch
}

func ExampleRules() {
	for _, r := range extract.Rules()[:3] {
		fmt.Printf("%s: %s\n", r.Name, r.Meaning)
	}
	// Output:
	// apposition-before: a post directly before the name of its holder
	// apposition-after: posts behind a name, set apart by a comma, a dash or brackets
	// identity: a post, "là", a name
}
