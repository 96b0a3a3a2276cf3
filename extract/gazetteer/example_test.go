package gazetteer_test

import (
	"fmt"
	"log"

	"github.com/nhiemky/nhiemky/extract/gazetteer"
	"github.com/nhiemky/nhiemky/seeds"
)

// shipped are the lists that come with the program.
func shipped() *gazetteer.Lists {
	files, err := seeds.Lists()
	if err != nil {
		log.Fatal(err)
	}
	lists, err := gazetteer.LoadLists(files)
	if err != nil {
		log.Fatal(err)
	}
	return lists
}

func ExampleLoadLists() {
	lists := shipped()
	place, _ := lists.Place("D001.1")
	fmt.Println(place.Kind, place.Name, "until", place.To)
	fmt.Println(lists.OneSeat("Bí thư", "Quận ủy Ba Đình"), lists.OneSeat("Ủy viên", "Quận ủy Ba Đình"))
	// Output:
	// quận Ba Đình until 2025-06-30
	// true false
}

func ExampleLists_Confidence() {
	lists := shipped()
	sure, doubtful := lists.Confidence("holding", nil), lists.Confidence("holding", []string{"list", "body-bare"})
	fmt.Println("the gravest doubt counts:", doubtful < sure, doubtful == lists.Confidence("holding", []string{"body-bare"}))
	// Output:
	// the gravest doubt counts: true true
}
