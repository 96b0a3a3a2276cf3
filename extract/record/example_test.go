package record_test

import (
	"fmt"
	"log"

	"github.com/nhiemky/nhiemky/extract/record"
)

func ExampleMarshalRecord() {
	h := record.Holding{
		Person: "Lê Thị Mận", Post: "Bí thư", Organization: "Quận ủy Ba Đình", Status: record.Starts,
		From:     record.Date{Year: 2018, Month: 9},
		Evidence: record.Evidence{Text: "bà Lê Thị Mận làm Bí thư Quận ủy Ba Đình từ tháng 9/2018", Rule: "event-link", Confidence: 0.96},
	}
	line, err := record.MarshalRecord("news/a.txt", h)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(string(line))
	// Output:
	// {"source":"a.txt","kind":"holding","person":"Lê Thị Mận","post":"Bí thư","organization":"Quận ủy Ba Đình","status":"starts","from":"2018-09","evidence":"bà Lê Thị Mận làm Bí thư Quận ủy Ba Đình từ tháng 9/2018","span":[0,0],"rule":"event-link","confidence":0.96}
}

func ExampleDate() {
	d, err := record.ParseDate("2020-02")
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(d, "is some day from", d.First(), "to", d.Last())
	// Output:
	// 2020-02 is some day from 2020-02-01 to 2020-02-29
}

func ExampleFromRoman() {
	fmt.Println(record.FromRoman("XXVI"), record.Roman(26))
	// Output:
	// 26 XXVI
}
