package view_test

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/nhiemky/nhiemky/extract"
	"github.com/nhiemky/nhiemky/extract/gazetteer"
	"github.com/nhiemky/nhiemky/extract/record"
	"github.com/nhiemky/nhiemky/graph/ingest"
	"github.com/nhiemky/nhiemky/graph/store"
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

// What the derived layer has of posts and of persons is what follows from all statements, worked out anew.
func TestDerivedAgreesWithAnew(t *testing.T) {
	s := open(t)
	names, err := view.Names(t.Context(), s)
	if err != nil {
		t.Fatal(err)
	}
	posts, careers, lines := 0, 0, 0
	compare := func(name, derived, anew string) {
		if lines += strings.Count(anew, "\n"); derived != anew {
			t.Errorf("%s: derived\n%sanew\n%s", name, derived, anew)
		}
	}
	for _, n := range names {
		look(t, s, func(l *view.Look) error {
			switch vocab.KindOf(n.IRI) {
			case vocab.KindPost:
				derived, anew, err := both(func(b view.Basis) ([]view.Post, error) {
					return view.ReadPosts(l, []string{n.IRI}, view.Question{Basis: b})
				})
				if err != nil || len(derived) != len(anew) {
					t.Fatalf("%s: %d posts, anew %d; %v", n.IRI, len(derived), len(anew), err)
				}
				for i := range anew {
					posts++
					compare(n.IRI, told(derived[i].Tenures, derived[i].Loose), told(anew[i].Tenures, anew[i].Loose))
				}
			case vocab.KindPerson:
				derived, anew, err := both(func(b view.Basis) ([]view.Career, error) {
					return view.ReadCareers(l, []string{n.IRI}, n.Label, b)
				})
				if err != nil || len(derived) != len(anew) {
					t.Fatalf("%s: %d careers, anew %d; %v", n.IRI, len(derived), len(anew), err)
				}
				for i := range anew {
					careers++
					compare(n.IRI, told(derived[i].Tenures, derived[i].Loose), told(anew[i].Tenures, anew[i].Loose))
				}
			}
			return nil
		})
	}
	if posts < 100 || careers < 50 || lines < 300 {
		t.Errorf("only %d posts and %d careers with %d tenures and statements", posts, careers, lines)
	}
}

// both reads from either basis.
func both[T any](read func(view.Basis) (T, error)) (derived, anew T, err error) {
	if derived, err = read(view.Basis{}); err == nil {
		anew, err = read(view.Anew(0))
	}
	return derived, anew, err
}

// told are tenures with what they rest on and follow from, and loose statements with what they are against, in an
// order of their own.
func told(tenures []view.Tenure, loose []view.Loose) string {
	var lines []string
	for _, t := range tenures {
		line := fmt.Sprintf("%s, %s: %s, %v", t.Holder.Label, t.Seat.Label, t.Words(), t.Continues)
		for _, h := range t.Said {
			line += " " + h.ID
		}
		for i, r := range t.Reasons {
			line += fmt.Sprintf(" | %s %v", t.Bounds[i].Day, r.Things)
			for _, h := range r.Said {
				line += " " + h.ID
			}
		}
		lines = append(lines, line+"\n")
	}
	for _, s := range loose {
		line := s.ID
		if s.Against != nil {
			line += fmt.Sprintf(", %s, %v", s.Against.Kind, s.Against.Causes)
			var said []string
			for _, h := range s.Against.Said {
				said = append(said, h.ID)
			}
			slices.Sort(said)
			line += strings.Join(said, " ")
		}
		lines = append(lines, line+"\n")
	}
	slices.Sort(lines)
	return strings.Join(lines, "")
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
			p, err := view.ReadPost(l, id+"post/Bí_thư,_Quận_ủy_Ba_Đình,_Hà_Nội", view.At(c.at))
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

		org, err := view.ReadOrganization(l, id+"organization/Thành_ủy_Hà_Nội", view.At(record.Date{Year: 2020, Month: 12}))
		if err != nil {
			return err
		}
		check(t, "above", org.Above[0].Label == "Ban Chấp hành Trung ương Đảng")
		check(t, "seat", org.Posts[0].Label == "Bí thư Thành ủy Hà Nội" && len(org.Posts[0].Then().Tenures) == 1 && org.Posts[0].Then().Tenures[0].Holder.Label == "Vương Đình Huệ")

		place, err := view.ReadPlace(l, id+"place/quận_Ba_Đình,_Hà_Nội/D001.1", view.Question{})
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
