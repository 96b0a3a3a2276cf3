package dating_test

import (
	"fmt"

	"github.com/nhiemky/nhiemky/extract/dating"
	"github.com/nhiemky/nhiemky/extract/record"
)

func ExampleParse() {
	for _, text := range []string{"2018-07-11T20:15:00Z", "Thứ năm, 12/7/2018, 09:30 (GMT+7)", "7/2018", "N/A"} {
		day, ok := dating.Parse(text)
		fmt.Println(day, ok)
	}
	// Output:
	// 2018-07-12 true
	// 2018-07-12 true
	// 2018-07 true
	//  false
}

func ExampleInName() {
	for _, name := range []string{"https://vidu.example/2020/06/09/dai-hoi.htm", "tin/VD_20200609101500123.txt", "tin/20200609.txt"} {
		day, sure := dating.InName(name)
		fmt.Println(day, sure)
	}
	// Output:
	// 2020-06-09 true
	// 2020-06-09 true
	// 2020-06-09 false
}

func ExampleHead() {
	fmt.Println(dating.Head([]byte("# url = https://vidu.example/dai-hoi.htm\n# date = 20200609\nSáng 9/6, đại hội khai mạc.")))
	// Output:
	// 2020-06-09 https://vidu.example/dai-hoi.htm
}

// What was read is asked again: a document that tells a day without a year is of the year of those beside it.
func ExampleNeighbours() {
	read := []record.Result{
		{Document: record.Document{Name: "tin-1001.txt"}, Published: record.Date{Year: 2020, Month: 6, Day: 5}, DatedBy: record.DatedByByline},
		{Document: record.Document{Name: "tin-1004.txt"}, Told: record.Date{Month: 6, Day: 9}},
		{Document: record.Document{Name: "tin-1009.txt"}, Published: record.Date{Year: 2020, Month: 6, Day: 20}, DatedBy: record.DatedByAddress},
	}
	var docs []dating.Doc
	for _, r := range read {
		docs = append(docs, dating.DocOf(r))
	}
	for i, day := range dating.Neighbours(docs) {
		if !day.IsZero() {
			again := read[i].Document // to be read once more, so that its records know the day
			again.Published, again.DatedBy = day, record.DatedByNeighbours
			fmt.Println(again.Name, again.Published, again.DatedBy)
		}
	}
	// Output:
	// tin-1004.txt 2020-06-09 neighbours
}
