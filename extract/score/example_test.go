package score_test

import (
	"fmt"
	"log"
	"os"

	"github.com/nhiemky/nhiemky/extract/score"
)

// documents are the records of lines.
func documents(lines ...string) score.Documents {
	d := score.Documents{}
	for _, l := range lines {
		if err := d.Add([]byte(l)); err != nil {
			log.Fatal(err)
		}
	}
	return d
}

func ExampleCompare() {
	gold := documents(
		`{"source":"a.txt","kind":"holding","person":"Lê Thị Mận","post":"Bí thư","organization":"Quận ủy Ba Đình","status":"starts"}`,
		`{"source":"a.txt","kind":"holding","person":"Cao Bá Lộc","post":"Chủ tịch","organization":"Ủy ban nhân dân quận Ba Đình","status":"holds"}`,
	)
	system := documents(
		`{"source":"a.txt","kind":"holding","person":"Lê Thị Mận","post":"Bí thư","organization":"Quận ủy Ba Đình","status":"holds"}`,
	)
	report := score.Compare(gold, system, "holding")
	if err := report.Print(os.Stdout, true); err != nil {
		log.Fatal(err)
	}
	for _, f := range report.Figures() {
		if f.Name == "holding" {
			fmt.Printf("half of them found: %.1f\n", f.Recall())
		}
	}
	// Output:
	// - a.txt holding Cao Bá Lộc | Chủ tịch | Ủy ban nhân dân quận Ba Đình | holds
	// ~ a.txt status Lê Thị Mận | Bí thư | Quận ủy Ba Đình | starts: gold starts, got holds
	// documents 1
	// person    P 1.000  R 0.500  F1 0.667  (tp 1, fp 0, fn 1)
	// holding   P 1.000  R 0.500  F1 0.667  (tp 1, fp 0, fn 1)
	// loose     P 1.000  R 0.500  F1 0.667  (tp 1, fp 0, fn 1)
	// status    0.000  (0 of 1)
	// office    1.000  (1 of 1)
	// half of them found: 0.5
}
