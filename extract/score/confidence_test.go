package score

import "testing"

// Records with a confidence fall into bands; the right ones are those that gold has with the same status.
func TestBands(t *testing.T) {
	docs := func(lines ...string) Documents {
		d := Documents{}
		for _, l := range lines {
			if err := d.Add([]byte(l)); err != nil {
				t.Fatal(err)
			}
		}
		return d
	}
	gold := docs(
		`{"source":"1.txt","kind":"holding","person":"Lò Văn Sơn","post":"Bí thư","organization":"Huyện ủy Mường La","status":"holds"}`,
		`{"source":"1.txt","kind":"holding","person":"Lò Thị Mai","post":"Chủ tịch","organization":"Ủy ban nhân dân huyện Mường La","status":"starts"}`,
		`{"source":"1.txt","kind":"holding","person":"Cà Văn Chiu","post":"Chủ tịch","organization":"Hội Nông dân huyện Mường La","status":"holds","optional":true}`,
	)
	system := docs(
		`{"source":"1.txt","kind":"holding","person":"Lò Văn Sơn","post":"Bí thư","organization":"Huyện ủy Mường La","status":"holds","confidence":0.97}`,
		`{"source":"1.txt","kind":"holding","person":"Lò Thị Mai","post":"Chủ tịch","organization":"Ủy ban nhân dân huyện Mường La","status":"holds","confidence":0.65}`, // another status
		`{"source":"1.txt","kind":"holding","person":"Quàng Văn A","post":"Bí thư","organization":"Huyện ủy Mường La","status":"holds","confidence":0.65}`,               // a false alarm
		`{"source":"1.txt","kind":"holding","person":"Cà Văn Chiu","post":"Chủ tịch","organization":"Hội Nông dân huyện Mường La","status":"holds","confidence":0.5}`,    // optional: does not count
	)
	r := Compare(gold, system, "")
	for _, c := range []struct {
		from           float64
		records, right int
	}{{0.95, 1, 1}, {0.9, 0, 0}, {0.8, 0, 0}, {0.7, 0, 0}, {0.5, 2, 0}, {0, 0, 0}} {
		for _, b := range r.Bands() {
			if b.From == c.from && (b.Records != c.records || b.Right != c.right) {
				t.Errorf("the band from %v has %d right of %d, want %d of %d", c.from, b.Right, b.Records, c.right, c.records)
			}
		}
	}
	all := r.Confidences()
	if len(all) != 2 || all[0].From != 0.97 || all[1].Records != 2 || all[1].Mean() != 0.65 || all[1].Share() != 0 {
		t.Errorf("the confidences are %+v", all)
	}
}
