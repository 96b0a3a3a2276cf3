package view_test

import (
	"os"
	"strings"
	"testing"

	"github.com/nhiemky/nhiemky/extract"
	"github.com/nhiemky/nhiemky/extract/gazetteer"
	"github.com/nhiemky/nhiemky/extract/record"
	"github.com/nhiemky/nhiemky/graph/ingest"
	"github.com/nhiemky/nhiemky/graph/store"
	"github.com/nhiemky/nhiemky/graph/tenure"
	"github.com/nhiemky/nhiemky/graph/view"
	"github.com/nhiemky/nhiemky/graph/vocab"
)

const id = "https://nhiemky.github.io/id/"

// open makes a store of the articles of seeds.
func open(t *testing.T) *store.Store {
	t.Helper()
	lists, err := gazetteer.LoadLists(os.DirFS("../../seeds/lists"))
	if err != nil {
		t.Fatal(err)
	}
	x := extract.New(lists)
	entries, err := os.ReadDir("../../seeds/articles")
	if err != nil {
		t.Fatal(err)
	}
	var results []record.Result
	for _, e := range entries {
		if strings.HasSuffix(e.Name(), ".txt") {
			raw, err := os.ReadFile("../../seeds/articles/" + e.Name())
			if err != nil {
				t.Fatal(err)
			}
			results = append(results, x.Extract(record.Document{Name: e.Name(), Raw: raw}))
		}
	}
	s, err := store.Open(t.TempDir()+"/db", store.Options{Create: true})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.Close() })
	if _, err := ingest.Add(t.Context(), s, lists, results, nil); err != nil {
		t.Fatal(err)
	}
	return s
}

func look(t *testing.T, s *store.Store, use func(*view.Look) error) {
	t.Helper()
	if err := view.Read(t.Context(), s, use); err != nil {
		t.Fatal(err)
	}
}

// What a page of a post says is what follows from everything that is said of it, worked out anew.
func TestPostsAgreeWithTenures(t *testing.T) {
	s := open(t)
	names, err := view.Names(t.Context(), s)
	if err != nil {
		t.Fatal(err)
	}
	posts, tenures := 0, 0
	for _, n := range names {
		if vocab.KindOf(n.IRI) != vocab.KindPost {
			continue
		}
		look(t, s, func(l *view.Look) error {
			holdings, err := l.Linked(vocab.PropPost, n.IRI)
			if err != nil {
				return err
			}
			want, said, exclusive, err := l.Tenures(n.IRI, holdings)
			if err != nil {
				return err
			}
			got, err := view.ReadPost(l, n.IRI, record.Date{})
			if err != nil {
				return err
			}
			posts, tenures = posts+1, tenures+len(got.Tenures)
			if got.Exclusive != exclusive || len(got.Tenures) != len(want.Tenures) {
				t.Errorf("%s: exclusive %v with %d tenures, want %v with %d", n.Label, got.Exclusive, len(got.Tenures), exclusive, len(want.Tenures))
			}
			statements := len(got.Loose)
			for _, g := range got.Tenures {
				statements += len(g.Said)
				if !hasTenure(want.Tenures, g) {
					t.Errorf("%s: %s %s is not among them", n.Label, g.Holder.Label, g.Words())
				}
			}
			if statements != len(said) {
				t.Errorf("%s: %d statements, want %d", n.Label, statements, len(said))
			}
			return nil
		})
	}
	if posts < 100 || tenures < 100 {
		t.Errorf("only %d posts with %d tenures", posts, tenures)
	}
}

func hasTenure(all []tenure.Tenure, g view.Tenure) bool {
	for _, w := range all {
		if w.Person == g.Person && w.Words() == g.Words() && len(w.Statements) == len(g.Said) {
			return true
		}
	}
	return false
}

func TestPostAtADate(t *testing.T) {
	s := open(t)
	look(t, s, func(l *view.Look) error {
		for _, c := range []struct {
			at   record.Date
			want string
		}{
			{record.Date{Year: 2018}, "Hoàng Minh Dũng Tiến certain"}, {record.Date{Year: 2022}, "Hoàng Minh Dũng Tiến possible"},
			{record.Date{Year: 2026}, "Hoàng Minh Dũng Tiến excluded"}, {record.Date{Year: 2016}, "Hoàng Trọng Quyết possible"},
		} {
			p, err := view.ReadPost(l, id+"post/Bí_thư,_Quận_ủy_Ba_Đình,_Hà_Nội", c.at)
			if err != nil {
				return err
			}
			found := false
			for _, one := range p.Tenures {
				found = found || one.Verdict != nil && one.Holder.Label+" "+string(one.Verdict.Certainty) == c.want
			}
			if !found {
				t.Errorf("%s: nobody is %s", c.at, c.want)
			}
		}
		return nil
	})
}

// Each kind of thing is read with what it has to do with others.
func TestThings(t *testing.T) {
	s := open(t)
	look(t, s, func(l *view.Look) error {
		person, err := view.ReadPerson(l, id+"person/Trần_Lưu_Quang")
		if err != nil {
			return err
		}
		check(t, "posts", len(person.Tenures) >= 15)
		check(t, "home", len(person.Homes) == 1 && person.Homes[0].Label == "phường Trảng Bàng")
		check(t, "born", len(person.Lives) == 1 && person.Lives[0].Born == record.Date{Year: 1967, Month: 8, Day: 30})
		check(t, "companions", len(person.Circles) > 0 && person.Circles[0].People[0].From.Compare(person.Circles[0].People[0].To) <= 0)

		org, err := view.ReadOrganization(l, id+"organization/Thành_ủy_Hà_Nội", record.Date{Year: 2020, Month: 12})
		if err != nil {
			return err
		}
		check(t, "above", org.Above[0].Label == "Ban Chấp hành Trung ương Đảng")
		check(t, "seat", org.Seats[0].Label == "Bí thư Thành ủy Hà Nội" && len(org.Seats[0].At().Tenures) == 1 && org.Seats[0].At().Tenures[0].Holder.Label == "Vương Đình Huệ")

		place, err := view.ReadPlace(l, id+"place/quận_Ba_Đình,_Hà_Nội/D001.1", record.Date{})
		if err != nil {
			return err
		}
		check(t, "what it became", len(place.Successors) == 8 && place.Successors[0].Label == "phường Ba Đình")
		check(t, "where it is", place.Above[0].Label == "thành phố Hà Nội")

		congress, err := view.ReadEvent(l, id+"congress/Đảng_bộ_quận_Ba_Đình,_Hà_Nội/26")
		if err != nil {
			return err
		}
		check(t, "the one before", congress.Before[0].Label == "Đại hội Đảng bộ quận Ba Đình lần thứ XXV" && len(congress.After) == 0)
		check(t, "the committee", congress.Term.Label == "Quận ủy Ba Đình khóa XXVI")
		check(t, "who says so", congress.Said[0].Passages[0].Name == "dai-hoi-quan-ba-dinh-2020.txt")
		check(t, "elected", len(congress.Elected) == 1 && congress.Elected[0].Person.Label == "Hoàng Minh Dũng Tiến")

		document, err := view.ReadDocument(l, id+"document/Chỉ_thị/05-CT/TW/khóa_XII")
		if err != nil {
			return err
		}
		check(t, "issuer", document.Creators[0].Label == "Bộ Chính trị")
		check(t, "articles", len(document.Citing) == 2 && len(document.Beside) > 0)

		article, err := view.ReadArticle(l, id+"article/bi-thu-quan-uy-ba-dinh-2017.txt")
		if err != nil {
			return err
		}
		check(t, "title", article.Label == "Quận Ba Đình có Bí thư Quận uỷ mới")
		check(t, "statements", len(article.Holdings) > 5 && len(article.Passages) > 3)
		return nil
	})
}

func check(t *testing.T, what string, ok bool) {
	t.Helper()
	if !ok {
		t.Errorf("%s: not as it should be", what)
	}
}
