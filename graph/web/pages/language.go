package pages

import (
	"bytes"
	"embed"
	"encoding/csv"
	"fmt"
	"html/template"
	"io"
	"net/http"
	"strings"
	"unicode"

	"golang.org/x/text/language"
)

//go:embed words.csv
var wordsFile string

//go:embed templates
var templates embed.FS

// The languages of the pages, the one that is meant when a browser asks for neither first.
var matcher = language.NewMatcher([]language.Tag{language.Vietnamese, language.English})

// speech is a language of the pages with everything that is said in it.
type speech struct {
	Code  string // "vi"
	words map[string]string
	pages map[string]*template.Template
}

const languageCookie = "language"

// loadLanguages reads words.csv and the templates. It fails when a language lacks a word.
func loadLanguages() ([]speech, error) {
	rows, err := csv.NewReader(strings.NewReader(wordsFile)).ReadAll()
	if err != nil {
		return nil, fmt.Errorf("words.csv: %w", err)
	}
	langs := make([]speech, len(rows[0])-1)
	for i := range langs {
		l := &langs[i]
		l.Code, l.words = rows[0][i+1], map[string]string{}
		for n, row := range rows[1:] {
			if row[i+1] == "" || l.words[row[0]] != "" {
				return nil, fmt.Errorf("words.csv:%d: %q has no text in %s, or stands twice", n+2, row[0], l.Code)
			}
			l.words[row[0]] = row[i+1]
		}
		if err := l.loadPages(); err != nil {
			return nil, err
		}
	}
	return langs, nil
}

// loadPages makes a template of each page: its own file with the frame and the parts.
func (l *speech) loadPages() error {
	l.pages = map[string]*template.Template{}
	entries, err := templates.ReadDir("templates")
	if err != nil {
		return fmt.Errorf("templates: %w", err)
	}
	for _, e := range entries {
		name := strings.TrimSuffix(e.Name(), ".html")
		if name == "frame" || name == "parts" {
			continue
		}
		t, err := template.New("frame.html").Funcs(l.functions()).
			ParseFS(templates, "templates/frame.html", "templates/parts.html", "templates/"+e.Name())
		if err != nil {
			return fmt.Errorf("templates: %w", err)
		}
		l.pages[name] = t
	}
	return nil
}

// say is a text with {0}, {1} … filled in.
func (l *speech) say(key string, args ...any) string {
	text, known := l.words[key]
	if !known {
		return key
	}
	one := len(args) > 0 && fmt.Sprint(args[0]) == "1"
	for i, a := range args {
		text = strings.ReplaceAll(text, fmt.Sprintf("{%d}", i), fmt.Sprint(a))
	}
	if one { // 1 article, 2 articles
		return strings.ReplaceAll(text, "(s)", "")
	}
	return strings.ReplaceAll(text, "(s)", "s")
}

// frame is what is around every page.
type frame struct {
	Title string
	Path  string // of the page, with its query
	Form  string // what was searched for
	Node  string // IRI of what the page is about, "" for none
	Data  any
}

func (l *speech) render(w io.Writer, page string, f *frame) error {
	if err := l.pages[page].Execute(w, f); err != nil {
		return fmt.Errorf("page %s: %w", page, err)
	}
	return nil
}

// renderPart makes a piece of a page.
func (l *speech) renderPart(page, name string, data any) ([]byte, error) {
	var b bytes.Buffer
	if err := l.pages[page].ExecuteTemplate(&b, name, data); err != nil {
		return nil, fmt.Errorf("page %s: %w", page, err)
	}
	return b.Bytes(), nil
}

// languageOf is the language that was chosen before, or else one that the browser asks for.
func (p *Pages) languageOf(r *http.Request) *speech {
	if c, err := r.Cookie(languageCookie); err == nil {
		for i := range p.langs {
			if p.langs[i].Code == c.Value {
				return &p.langs[i]
			}
		}
	}
	wanted, _, _ := language.ParseAcceptLanguage(r.Header.Get("Accept-Language"))
	_, best, _ := matcher.Match(wanted...)
	return &p.langs[best]
}

// language remembers a choice and goes back to the page on which it was made.
func (p *Pages) language(w http.ResponseWriter, r *http.Request) {
	for _, l := range p.langs {
		if l.Code == r.FormValue("to") {
			http.SetCookie(w, &http.Cookie{Name: languageCookie, Value: l.Code, Path: "/", MaxAge: 365 * 24 * 3600,
				HttpOnly: true, SameSite: http.SameSiteLaxMode})
		}
	}
	back := r.FormValue("back")
	if !strings.HasPrefix(back, "/") || strings.HasPrefix(back, "//") || strings.ContainsRune(back, '\\') || strings.ContainsFunc(back, unicode.IsControl) {
		back = "/" // never to another server
	}
	http.Redirect(w, r, back, http.StatusSeeOther)
}
