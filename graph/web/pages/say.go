package pages

import (
	"fmt"
	"html/template"
	"strings"

	"github.com/nhiemky/nhiemky/extract/record"
	"github.com/nhiemky/nhiemky/graph/search"
	"github.com/nhiemky/nhiemky/graph/store"
	"github.com/nhiemky/nhiemky/graph/tenure"
	"github.com/nhiemky/nhiemky/graph/view"
	"github.com/nhiemky/nhiemky/graph/vocab"
)

// functions are what the templates can say in a language.
func (l *speech) functions() template.FuncMap {
	return template.FuncMap{
		"t": l.say, "lang": func() string { return l.Code }, "day": l.day, "dated": l.dated, "life": l.life, "bounds": l.bounds, "when": l.when,
		"verdict": l.verdict, "reason": l.reason, "aside": l.aside, "path": vocab.Path, "anchor": vocab.Anchor,
		"kind":       func(iri string) string { return l.say("kind." + string(vocab.KindOf(iri))) },
		"percent":    func(share float64) string { return fmt.Sprintf("%.0f %%", share*100) },
		"withSuffix": withSuffix,
		"boundNames": func() []string { return []string{"why.0", "why.1", "why.2", "why.3"} },
		"shortIRI":   shortIRI, "other": func() string { return map[string]string{"vi": "en", "en": "vi"}[l.Code] },
		"lasted": func(h search.Hit) string { return l.life(store.Thing{From: h.From, To: h.To}) }, "dict": dict, "short": short, "join": func(all []string) string { return strings.Join(all, "; ") }, "named": named,
		"oneSource": oneSource, "subjects": subjects,
		"saying":  func(s view.Said) string { return l.when(view.Holding{Statement: s.Holding}) },
		"context": vocab.Whereabouts,
	}
}

// dict is a map for a part of a template: names and values in turn.
func dict(pairs ...any) map[string]any {
	out := map[string]any{}
	for i := 0; i+1 < len(pairs); i += 2 {
		out[fmt.Sprint(pairs[i])] = pairs[i+1]
	}
	return out
}

// withSuffix is an address in another form: the suffix stands before the query.
func withSuffix(address, suffix string) string {
	path, query, found := strings.Cut(address, "?")
	for _, f := range forms[1:] {
		path = strings.TrimSuffix(path, f.suffix)
	}
	if found {
		return path + suffix + "?" + query
	}
	return path + suffix
}

// named is a part of an article as its IRI says it: "Trần Lưu Quang/Bí thư Thành ủy Hải Phòng".
func named(iri string) string {
	_, name, _ := strings.Cut(vocab.Anchor(iri), "/")
	if name == "" {
		name = shortIRI(iri)
	}
	return strings.ReplaceAll(strings.ReplaceAll(name, "_", " "), "/", ", ")
}

// oneSource is the article that says all of something, "" when there are several, or one statement alone.
func oneSource(said []view.Said) string {
	if len(said) < 2 {
		return ""
	}
	for _, s := range said {
		if s.Source != said[0].Source || s.Holding.ID == "" {
			return ""
		}
	}
	return said[0].Source
}

// subjects are the holdings of a list of statements: of one of them, or of all for -1.
func subjects(said []view.Said, only int) (out []string) {
	for i, s := range said {
		if only < 0 || i == only {
			out = append(out, s.Holding.ID)
		}
	}
	return out
}

// shortLabel is how many characters of a label are shown in a list.
const shortLabel = 110

// short is a label cut at a word: headlines can be long.
func short(label string) string {
	runes := []rune(strings.TrimLeft(label, "# "))
	if len(runes) <= shortLabel {
		return string(runes)
	}
	cut := string(runes[:shortLabel])
	if i := strings.LastIndexByte(cut, ' '); i > 0 {
		cut = cut[:i]
	}
	return cut + "…"
}

// shortIRI is the name of a property as one reads it: what is behind the last "#" or "/".
func shortIRI(iri string) string { return iri[strings.LastIndexAny(iri, "#/")+1:] }

// date is a date as people write it.
func (l *speech) date(d record.Date) string {
	switch {
	case d.IsZero():
		return ""
	case d.Month == 0:
		return fmt.Sprint(d.Year)
	case d.Day == 0:
		return l.say("date.month", d.Year, d.Month, l.say(fmt.Sprintf("month.%d", d.Month)))
	}
	return l.say("date.day", d.Year, d.Month, d.Day, l.say(fmt.Sprintf("month.%d", d.Month)))
}

// day is a date as an element of HTML.
func (l *speech) day(d record.Date) template.HTML {
	if d.IsZero() {
		return ""
	}
	return template.HTML(`<time datetime="` + template.HTMLEscapeString(d.String()) + `">` + template.HTMLEscapeString(l.date(d)) + `</time>`)
}

// dated is the day of an article, and where it is inferred, from what.
func (l *speech) dated(d record.Date, by record.DatedBy) template.HTML {
	if d.IsZero() || !by.Inferred() {
		return l.day(d)
	}
	around := template.HTMLEscapeString(l.say("dated." + string(by)))
	return template.HTML(strings.ReplaceAll(around, "{0}", string(l.day(d))))
}

// life is from when until when something was there, or somebody lived; "" when neither is known.
func (l *speech) life(t store.Thing) string {
	began, ended := "life.from", "life.until"
	if vocab.KindOf(t.IRI) == vocab.KindPerson {
		began, ended = "lived.born", "lived.died"
	}
	switch {
	case t.From.IsZero() && t.To.IsZero():
		return ""
	case t.To.IsZero():
		return l.say(began, l.date(t.From))
	case t.From.IsZero():
		return l.say(ended, l.date(t.To))
	}
	return l.say("life.both", l.date(t.From), l.date(t.To))
}

// bounds are the edges of a tenure in words.
func (l *speech) bounds(t view.Tenure) string {
	first, last := t.Edges()
	begin, end := l.edge("begin", first), l.edge("end", last)
	switch {
	case begin == "" && end == "":
		return l.say("bounds.open")
	case first.From.IsZero() && last.From.IsZero() && first.To == last.To:
		return l.say("bounds.before", l.date(last.To))
	case begin == "":
		return end
	case end == "":
		return begin
	}
	return begin + ", " + end
}

func (l *speech) edge(which string, e tenure.Edge) string {
	switch {
	case e == (tenure.Edge{}):
		return ""
	case e.To.IsZero():
		return l.say(which+".later", l.date(e.From))
	case e.From.IsZero():
		return l.say(which+".earlier", l.date(e.To))
	case e.From == e.To:
		return l.say(which+".on", l.date(e.From))
	}
	return l.say(which+".between", l.date(e.From), l.date(e.To))
}

// when is what a statement says, and of which time.
func (l *speech) when(h view.Holding) string {
	from, to, day := h.From, h.To, h.AsOf
	word, status := "on", string(h.Status)
	switch {
	case h.Status == record.Former && (!from.IsZero() || !to.IsZero()):
		day = record.Date{} // that of the article says nothing more
	case h.Status == record.Starts && !from.IsZero():
		day, from = from, record.Date{}
	case h.Status == record.Ends && !to.IsZero():
		day, to = to, record.Date{}
	case h.Status == record.Starts || h.Status == record.Ends:
		word = "reported"
	}
	if h.Again {
		status = "again"
	}
	said := l.say("status." + status)
	if !day.IsZero() {
		said = l.say("when."+word, said, l.date(day))
	}
	if span := l.life(store.Thing{From: from, To: to}); span != "" {
		said += ", " + span
	}
	return said
}

// verdict is the answer for a date, with who excludes whom.
func (l *speech) verdict(t view.Tenure) string {
	if t.Verdict == nil {
		return ""
	}
	said := l.say("verdict." + string(t.Verdict.Certainty))
	if t.Verdict.Because != nil {
		said += ": " + l.say("verdict.other", t.Verdict.Because.Holder.Label)
	}
	return said
}

// reason says what a bound follows from, as far as it is no statement of the person.
func (l *speech) reason(t view.Tenure, i int) []string {
	var out []string
	for _, thing := range t.Reasons[i].Things {
		said := thing.Label
		if life := l.life(thing); life != "" {
			said += " (" + life + ")"
		}
		out = append(out, said)
	}
	for _, h := range t.Reasons[i].Said {
		if h.Statement.Person != t.Person {
			out = append(out, l.say("why.rival", h.Person.Label))
		}
		if day := t.Bounds[i].Day; i == int(tenure.BeginOfBegin) && h.Status == record.Starts && h.From.IsZero() && day.Compare(h.AsOf.First()) < 0 ||
			i == int(tenure.BeginOfEnd) && h.Status == record.Ends && h.To.IsZero() && day.Compare(h.AsOf.First()) < 0 {
			out = append(out, l.say("why.report"))
		}
	}
	return out
}

// aside says why a statement is part of no tenure.
func (l *speech) aside(h view.Loose) string {
	switch {
	case h.Withdrawn:
		return l.say("aside.withdrawn")
	case h.Against != nil && len(h.Against.Beside) > 0:
		return l.say("aside.outvoted")
	case h.Against != nil:
		return l.say("aside." + h.Against.Kind)
	case h.Status == record.Nominated:
		return l.say("aside.nominated")
	case !h.From.IsZero() && h.From.First().Compare(h.AsOf.Last()) > 0:
		return l.say("aside.announced", l.date(h.From))
	}
	return l.say("aside.time")
}
