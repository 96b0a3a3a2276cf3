package dating

import (
	"fmt"
	"math/rand"
	"slices"
	"testing"

	"github.com/nhiemky/nhiemky/extract/record"
)

// TestNeighbours: in each sample a line is a document, with its name, its own day (with "~" where the text tells it) or
// the day that it tells, "--06-09", and the day that its neighbours give it.
func TestNeighbours(t *testing.T) {
	type line struct{ name, day, want string }
	for why, lines := range map[string][]line{
		"between two that state their days": {
			{"tin-1001.txt", "2020-06-05", ""}, {"tin-1004.txt", "--06-09", "2020-06-09"}, {"tin-1009.txt", "2020-06-20", ""},
		},
		"across New Year": {
			{"tin-1001.txt", "2019-12-20", ""}, {"tin-1002.txt", "--12-30", "2019-12-30"}, {"tin-1003.txt", "--01-02", "2020-01-02"}, {"tin-1004.txt", "2020-01-10", ""},
		},
		"a page that was made some days after or before what it tells": {
			{"tin-1001.txt", "2020-06-05", ""}, {"tin-1002.txt", "--06-03", "2020-06-03"}, {"tin-1003.txt", "--06-12", "2020-06-12"}, {"tin-1004.txt", "2020-06-09", ""},
		},
		"a day that does not fit is that of something else": {
			{"tin-1001.txt", "2020-06-05", ""}, {"tin-1002.txt", "--09-02", ""}, {"tin-1003.txt", "2020-06-09", ""},
		},
		"no more than one document has a day that it tells itself": {
			{"tin-1001.txt", "2020-06-05~", ""}, {"tin-1002.txt", "--06-06", ""}, {"tin-1003.txt", "--06-07", ""},
		},
		"three have": {
			{"tin-1001.txt", "2020-06-05~", ""}, {"tin-1002.txt", "--06-06", "2020-06-06"}, {"tin-1003.txt", "2020-06-07~", ""}, {"tin-1004.txt", "2020-06-09~", ""},
		},
		"of which one is wrong": {
			{"tin-1001.txt", "2020-06-05~", ""}, {"tin-1002.txt", "--06-06", "2020-06-06"}, {"tin-1003.txt", "2018-03-01~", ""}, {"tin-1004.txt", "2020-06-09~", ""}, {"tin-1005.txt", "2020-06-10~", ""},
		},
		"a gap in which a year may pass": {
			{"tin-1001.txt", "2020-06-05", ""}, {"tin-1002.txt", "2020-06-06", ""}, {"tin-2001.txt", "--09-06", ""}, {"tin-3001.txt", "2023-06-07", ""}, {"tin-3002.txt", "2023-06-08", ""},
		},
		"nothing is told, and three on each side are of one month": {
			{"tin-1001.txt", "2020-06-05", ""}, {"tin-1002.txt", "2020-06-06", ""}, {"tin-1003.txt", "2020-06-08", ""}, {"tin-1004.txt", "", "2020-06"},
			{"tin-1005.txt", "2020-06-09", ""}, {"tin-1006.txt", "--06-10", "2020-06-10"}, {"tin-1007.txt", "2020-06-12", ""}, {"tin-1008.txt", "", ""},
		},
		"or of two months": {
			{"tin-1001.txt", "2020-05-29", ""}, {"tin-1002.txt", "2020-06-06", ""}, {"tin-1003.txt", "2020-06-08", ""}, {"tin-1004.txt", "", ""},
			{"tin-1005.txt", "2020-06-09", ""}, {"tin-1006.txt", "2020-06-10", ""}, {"tin-1007.txt", "2020-06-12", ""},
		},
		"the pages of a site": {
			{"https://vidu.example/dai-hoi-1001.html", "2020-06-05", ""}, {"https://vidu.example/hoi-nghi-1002.html", "--06-06", "2020-06-06"}, {"https://vidu.example/le-1003.html", "2020-06-07", ""}, {"https://khac.example/le-1002.html", "--06-06", ""},
		},
		"names of other series, and without numbers": {
			{"tin-1001.txt", "2020-06-05", ""}, {"bai-1002.txt", "--06-06", ""}, {"tin.txt", "--06-06", ""}, {"tin-1003.txt", "2020-06-07", ""},
		},
	} {
		var docs []Doc
		for _, l := range lines {
			docs = append(docs, docOf(t, l.name, l.day))
		}
		for i, day := range Neighbours(docs) {
			if day.String() != lines[i].want {
				t.Errorf("%s: %s %s is of %q, want %q", why, lines[i].name, lines[i].day, day, lines[i].want)
			}
		}
	}
}

func docOf(t *testing.T, name, day string) Doc {
	d := Doc{Name: name, Stated: true}
	if day == "" {
		return d
	}
	if day[0] == '-' {
		if _, err := fmt.Sscanf(day, "--%02d-%02d", &d.Told.Month, &d.Told.Day); err != nil {
			t.Fatal(err)
		}
		return d
	}
	if day[len(day)-1] == '~' {
		d.Stated, day = false, day[:len(day)-1]
	}
	var err error
	if d.Day, err = record.ParseDate(day); err != nil {
		t.Fatal(err)
	}
	return d
}

// TestNeighboursOfNoise: a site of four years, of which one document in thirty tells its day with its year, a fifth of
// these wrongly; one in five tells nothing, the others a day near their own, one in ten of them any day. Nearly all who are
// given a day or a month are given the right one, and the order does not matter.
func TestNeighboursOfNoise(t *testing.T) {
	for seed := range int64(10) {
		rnd := rand.New(rand.NewSource(seed))
		begin := record.Date{Year: 2016, Month: 1, Day: 1}
		var docs []Doc
		var own []record.Date
		for i, day := 0, 0; day < 4*365; i, day = i+1, day+rnd.Intn(3) {
			is := begin.Plus(day)
			d := Doc{Name: fmt.Sprintf("tin-%d.txt", 1000+3*i)}
			switch told := is.Plus(rnd.Intn(5) - 3); {
			case rnd.Intn(150) == 0:
				d.Day = begin.Plus(rnd.Intn(4 * 365))
			case rnd.Intn(37) == 0:
				d.Day = told
			case rnd.Intn(5) == 0:
			case rnd.Intn(10) == 0:
				told = begin.Plus(rnd.Intn(365))
				fallthrough
			default:
				d.Told = record.Date{Month: told.Month, Day: told.Day}
			}
			docs, own = append(docs, d), append(own, is)
		}
		given := Neighbours(docs)
		right, wrong := 0, 0
		for i, day := range given {
			switch {
			case day.IsZero():
			case day.Day == 0 && (own[i].Plus(slack).Month == day.Month || own[i].Plus(-slack).Month == day.Month), day.Day != 0 && max(apart(own[i], day), apart(day, own[i])) <= 2*slack:
				right++
			default:
				wrong++
			}
		}
		if wrong*100 > right || right*2 < len(docs) {
			t.Errorf("seed %d: %d right, %d wrong of %d", seed, right, wrong, len(docs))
		}
		slices.Reverse(docs)
		slices.Reverse(given)
		if !slices.Equal(given, Neighbours(docs)) {
			t.Errorf("seed %d: the order matters", seed)
		}
	}
}
