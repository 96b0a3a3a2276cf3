package pages

import (
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/nhiemky/nhiemky/graph/tenure"
)

// Every word that templates and code ask for is there, and none is there in vain.
func TestWords(t *testing.T) {
	langs, err := loadLanguages()
	if err != nil {
		t.Fatal(err)
	}
	var all strings.Builder
	for _, folder := range []string{"templates", "."} {
		entries, err := os.ReadDir(folder)
		if err != nil {
			t.Fatal(err)
		}
		for _, e := range entries {
			if strings.HasSuffix(e.Name(), ".html") || strings.HasSuffix(e.Name(), ".go") && !strings.HasSuffix(e.Name(), "_test.go") {
				text, err := os.ReadFile(folder + "/" + e.Name())
				if err != nil {
					t.Fatal(err)
				}
				all.Write(text)
			}
		}
	}
	for _, m := range regexp.MustCompile(`(?:\{\{t|\(t|\bsay\(|"Word") "([a-z.0-9-]+)"`).FindAllStringSubmatch(all.String(), -1) {
		if langs[0].words[m[1]] == "" {
			t.Errorf("words.csv has no %s", m[1])
		}
	}
	made := regexp.MustCompile(`^(kind|kinds|class|what|decision|ask|param|status|verdict|month|finding|aside|begin|end|why|when|date|dated)\.`) // whose names are put together
	for key := range langs[0].words {
		if !made.MatchString(key) && !strings.Contains(all.String(), `"`+key+`"`) {
			t.Errorf("nobody says %s", key)
		}
	}
	for _, kind := range tenure.ConflictKinds {
		for _, key := range []string{"finding." + string(kind), "aside." + string(kind)} {
			if langs[0].words[key] == "" {
				t.Errorf("words.csv has no %s", key)
			}
		}
	}
	questions, err := os.ReadDir("../../../queries")
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range questions {
		if name, ok := strings.CutSuffix(e.Name(), ".gizmo"); ok && langs[0].words["ask."+name] == "" {
			t.Errorf("words.csv has no ask.%s", name)
		}
	}
	for _, l := range langs {
		for key, text := range l.words {
			for _, arg := range regexp.MustCompile(`\{\d\}`).FindAllString(text, -1) {
				if key != "date.day" && key != "date.month" && !strings.Contains(langs[0].words[key], arg) {
					t.Errorf("%s: %s has %s, and the other language not", key, l.Code, arg)
				}
			}
		}
	}
}

// One thing is no plural.
func TestPlural(t *testing.T) {
	langs, err := loadLanguages()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		lang string
		n    int
		want string
	}{{"en", 1, "1 article"}, {"en", 2, "2 articles"}, {"en", 0, "0 articles"}, {"en", 11, "11 articles"}, {"vi", 1, "1 bài"}, {"vi", 2, "2 bài"}} {
		for _, l := range langs {
			if l.Code == c.lang && l.say("document.articles", c.n) != c.want {
				t.Errorf("%s %d: %s, want %s", c.lang, c.n, l.say("document.articles", c.n), c.want)
			}
		}
	}
}
