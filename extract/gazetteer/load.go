package gazetteer

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"slices"
	"sort"
	"strconv"
	"strings"

	"github.com/nhiemky/nhiemky/extract/record"
	"github.com/nhiemky/nhiemky/extract/text"
)

type modifier struct {
	Before, Keep bool
	Task         bool // no word of the post where the task of a member follows: "Ủy viên phụ trách xã hội"
	Status       record.Status
	Form         string
}

type issuer struct{ Name, Unit string }

// LoadLists reads every list from a folder of CSV files (the folder "lists" of the seeds). Lines
// that begin with # are comments; the first other line names the columns. Errors name file and
// line, and all of them come back, not only the first.
func LoadLists(lists fs.FS) (*Lists, error) {
	lex := text.NewLexicon()
	l := &Lists{
		Lex: lex, Central: map[string]bool{}, placeOf: map[string]int{}, Written: map[string][]int{}, Named: newLooseDict[[]int](lex, ofPlace), Units: newDict[unitKind](lex, ofUnit),
		Titles: newDict[*Title](lex, OfTitle), Mods: newDict[modifier](lex, OfModifier), Kinds: newDict[*BodyKind](lex, OfBody),
		spoken: map[[2]string][]string{}, Members: map[[2]string]bool{}, oneSeat: map[[2]string]bool{}, bodies: map[string]Body{}, bodyOf: map[string]string{}, KindOf: map[string]*BodyKind{}, Orgs: newLooseDict[*NamedBody](lex, OfOrganization), Fields: newLooseDict[string](lex, ofField),
		FieldOK: map[string]bool{}, Events: newDict[Meaning](lex, ofEvent), Honours: newDict[honour](lex, OfHonour),
		Frames: newDict[Cue](lex, OfFrame),
		Things: newDict[string](lex, OfThing), Surnames: newDict[surnameKind](lex, OfSurname), Given: map[string]bool{},
		Foreign: newLooseDict[string](lex, OfCountry), Verbs: newDict[bool](lex, ofVerb), Headings: newDict[string](lex, ofHeading), EditLinks: newDict[bool](lex, ofEditLink), Particle: map[string]bool{}, Opens: map[string]bool{}, Columns: newDict[Column](lex, ofColumn), DocTypes: newDict[*DocType](lex, OfDocument), Issuers: map[string]issuer{},
		Sessions: newDict[*Session](lex, OfSession), Marks: map[string]bool{}, Letters: newDict[*DocType](lex, OfDocument), Signs: newDict[string](lex, OfSign), Laws: newDict[string](lex, ofLawTitle),
	}
	l.Areas, l.FieldPair = newDict[string](lex, ofArea), map[[2]int32]bool{}
	l.Plain = map[string]int{}
	l.WholeUnion = map[string]string{}
	l.Shares, l.BoardOf = map[[2]string]string{}, map[string]string{}
	var errs []error
	for _, f := range []struct {
		name string
		read func(row) error
	}{
		{"places.csv", l.place}, {"communes.csv", l.place}, {"units.csv", l.unit},
		{"bodies.csv", l.body}, {"organizations.csv", l.organization}, {"fields.csv", l.field}, {"areas.csv", l.area}, {"shares.csv", l.titleBeside},
		{"posts.csv", l.post}, {"modifiers.csv", l.modifier}, {"events.csv", l.event},
		{"honorifics.csv", l.honorific}, {"notnames.csv", l.notName}, {"surnames.csv", l.surname},
		{"given.csv", l.givenName}, {"countries.csv", l.country}, {"particles.csv", l.smallWord}, {"verbs.csv", l.verb}, {"headings.csv", l.heading}, {"columns.csv", l.column}, {"documents.csv", l.document},
		{"issuers.csv", l.issuer}, {"congresses.csv", l.congress}, {"doubts.csv", l.doubt}, {"words.csv", l.wordClass}, {"deputies.csv", l.deputy},
		{"frames.csv", l.frameCue}, {"signatures.csv", l.sign}, {"titles.csv", l.lawTitle}, {"sessions.csv", l.session},
	} {
		errs = append(errs, readList(lists, f.name, f.read)...)
	}
	errs = append(errs, l.missingClasses())
	if err := errors.Join(errs...); err != nil {
		return nil, err
	}
	sort.SliceStable(l.PlaceList, func(i, j int) bool { return l.PlaceList[i].ID < l.PlaceList[j].ID })
	l.indexPlaces()
	l.markWords()
	return l, nil
}

// row is one line of a list.
type row struct {
	columns map[string]int
	cells   []string
}

func (r row) get(column string) string {
	i, ok := r.columns[column]
	if !ok || i >= len(r.cells) {
		return ""
	}
	return strings.TrimSpace(r.cells[i])
}

// list splits a cell at semicolons.
func (r row) list(column string) []string {
	var out []string
	for _, s := range strings.Split(r.get(column), ";") {
		if s = strings.TrimSpace(s); s != "" {
			out = append(out, s)
		}
	}
	return out
}

func (r row) date(column string) (record.Date, error) {
	if r.get(column) == "" {
		return record.Date{}, nil
	}
	return record.ParseDate(r.get(column))
}

func readList(lists fs.FS, name string, read func(row) error) (errs []error) {
	f, err := lists.Open(name)
	if err != nil {
		return []error{fmt.Errorf("lists: %w", err)}
	}
	defer f.Close()
	c := csv.NewReader(f)
	c.Comment = '#'
	var columns map[string]int
	for {
		cells, err := c.Read()
		if err == io.EOF {
			return errs
		}
		if err != nil {
			return append(errs, fmt.Errorf("%s: %w", name, err))
		}
		if columns == nil {
			columns = map[string]int{}
			for i, h := range cells {
				columns[h] = i
			}
			continue
		}
		if err := read(row{columns, cells}); err != nil {
			line, col := c.FieldPos(0)
			errs = append(errs, fmt.Errorf("%s:%d:%d: %w", name, line, col, err))
		}
	}
}

// tokens are the words of a phrase, numbered as those of a text.
func (l *Lists) tokens(phrase string) []text.Token {
	return text.NewReader(l.Lex).Read([]byte(phrase), nil).Tokens()
}

func (l *Lists) place(r row) error {
	from, err1 := r.date("from")
	to, err2 := r.date("to")
	p := Place{ID: r.get("id"), Name: text.Normalize(r.get("name")), Kind: r.get("kind"),
		Parent: r.get("parent"), From: from, To: to, Successors: r.list("successors"), aliases: r.list("aliases")}
	l.PlaceList = append(l.PlaceList, p)
	return errors.Join(err1, err2)
}

func (l *Lists) indexPlaces() {
	byName := map[string][]int{}
	for i, p := range l.PlaceList {
		l.Newest = max(l.Newest, p.From.Year)
		l.placeOf[p.ID] = i
		if Level(p.ID) == 1 {
			l.Plain[plainName(p.Name)] = i
		}
		l.Written[p.Name] = append(l.Written[p.Name], i)
		if p.Kind == "thành phố trực thuộc trung ương" {
			l.Central[p.Name] = true
		}
		for _, n := range append([]string{p.Name}, p.aliases...) {
			byName[n] = append(byName[n], i)
		}
	}
	names := make([]string, 0, len(byName))
	for n := range byName {
		names = append(names, n)
	}
	sort.Strings(names)
	for _, n := range names {
		if !l.Named.add(n, byName[n]) { // the same name written in two ways
			toks := l.tokens(n)
			if old, k := l.Named.Find(toks, 0); k == len(toks) {
				l.Named.set(n, append(append([]int{}, old...), byName[n]...))
			}
		}
	}
}

func (l *Lists) unit(r row) error {
	level, err := strconv.Atoi(r.get("level"))
	k := unitKind{r.get("kind"), level}
	for _, w := range append([]string{k.Kind}, r.list("variants")...) {
		l.Units.add(w, k)
	}
	return err
}

func (l *Lists) body(r row) error {
	k := &BodyKind{Name: r.get("name"), Unit: r.get("unit"), Branch: r.get("branch"), Out: r.get("scope") == "no",
		Needs: r.get("needs"), Comma: r.get("comma"), Member: r.get("member"), Within: r.get("within"), Below: r.get("below")}
	traits := k.traits()
	for _, column := range [...]string{"takes", "traits"} {
		for _, t := range strings.Fields(r.get(column)) {
			if traits[t] == nil {
				return fmt.Errorf("%s: unknown word %q", column, t)
			}
			*traits[t] = true
		}
	}
	for _, w := range append([]string{k.Name}, r.list("variants")...) {
		if !l.Kinds.add(w, k) {
			return fmt.Errorf("%q is in the list already", w)
		}
	}
	l.KindOf[k.Name] = k
	return nil
}

func (l *Lists) organization(r row) error {
	b := &NamedBody{r.get("id"), r.get("name"), r.get("branch"), r.get("scope") == "no"}
	from, err1 := r.date("from")
	to, err2 := r.date("to")
	if err := errors.Join(err1, err2); err != nil {
		return err
	}
	l.bodies[b.Id] = Body{ID: b.Id, Name: b.Name, Branch: b.Branch, From: from, To: to, Successors: r.list("successors")}
	l.bodyOf[b.Name] = b.Id
	if kind, ok := cutLast(b.Name, 2); ok && b.Branch == "mass" && l.KindOf[kind] != nil {
		l.WholeUnion[kind] = b.Name // "Hội Nông dân" and "Hội Nông dân Việt Nam"
	}
	for _, w := range append([]string{b.Name}, r.list("variants")...) {
		l.Orgs.add(w, b)
		if short, ok := strings.CutSuffix(w, " Việt Nam"); ok {
			l.Orgs.add(short+" VN", b)
		}
	}
	return nil
}

// cutLast is a name without its last n words, if it has more.
func cutLast(name string, n int) (string, bool) {
	words := strings.Fields(name)
	if len(words) <= n {
		return "", false
	}
	return strings.Join(words[:len(words)-n], " "), true
}

func (l *Lists) field(r row) error {
	for _, w := range append([]string{r.get("field")}, r.list("variants")...) {
		l.Fields.add(w, r.get("field"))
	}
	l.BoardOf[r.get("field")] = r.get("branch")
	last := int32(0)
	for _, t := range text.New([]byte(r.get("field"))).Tokens() {
		if Separator(t) {
			last = 0
			continue
		}
		l.FieldOK[t.Fold] = true
		id := l.Lex.Number(t.Fold)
		l.FieldPair[[2]int32{last, id}] = last > 0
		last = id
	}
	return nil
}

// titleBeside reads a row of shares.csv.
func (l *Lists) titleBeside(r row) error {
	if of := r.get("of"); of != "same" && of != "served" {
		return fmt.Errorf("of: %q is neither same nor served", of)
	}
	l.Shares[[2]string{r.get("title"), r.get("beside")}] = r.get("of")
	return nil
}

// area reads a row of areas.csv.
func (l *Lists) area(r row) error {
	switch what := r.get("what"); what {
	case "area", "joint", "region", "branch", "scope", "seat", "site":
		if !l.Areas.add(r.get("words"), what) {
			return fmt.Errorf("%q is in the list already", r.get("words"))
		}
		return nil
	default:
		return fmt.Errorf("what: %q is none of area, joint, region, branch, scope, seat and site", what)
	}
}

func (l *Lists) post(r row) error {
	t := &Title{Post: r.get("post"), Unit: r.get("unit"), Body: r.get("body"), Near: r.list("near"), Family: r.get("family"), Seat: r.get("seat") == "one"}
	if t.Post == "" {
		t.Post = r.get("title")
	}
	at := [2]string{t.Post, t.Body}
	if t.Body != "" {
		l.spoken[at] = append(l.spoken[at], append([]string{r.get("title")}, r.list("variants")...)...)
	}
	l.oneSeat[at] = l.oneSeat[at] || t.Seat
	if t.Family == "member" {
		l.Members[[2]string{t.Post, t.Body}] = true
	}
	if t.Unit != "" && l.KindOf[t.Unit] == nil {
		return fmt.Errorf("unit: no kind of organisation %q in bodies.csv", t.Unit)
	}
	for _, w := range append([]string{r.get("title")}, r.list("variants")...) {
		l.Titles.add(w, t)
	}
	return nil
}

func (l *Lists) event(r row) error {
	switch m := Meaning(r.get("meaning")); m {
	case MStart, MMove, MEnd, MRetire, MNominate, MFormer, MLink, MReplace, MPresent, MNot, MNone:
		if !l.Events.add(r.get("phrase"), m) {
			return fmt.Errorf("%q is in the list already", r.get("phrase"))
		}
		return nil
	}
	return fmt.Errorf("unknown meaning %q", r.get("meaning"))
}

func (l *Lists) honorific(r row) error {
	l.Honours.add(r.get("words"), honour{r.get("kind")})
	return nil
}

func (l *Lists) notName(r row) error {
	l.Things.add(r.get("words"), r.get("what"))
	if r.get("what") == "phrase" {
		l.Lex.Mark(OfSkipped, l.tokens(r.get("words"))[0].Fold)
	}
	return nil
}

func (l *Lists) surname(r row) error {
	l.Surnames.add(r.get("surname"), surnameKind{r.get("kind") == "rare"})
	return nil
}

func (l *Lists) givenName(r row) error {
	l.Given[text.Fold(r.get("syllable"))] = true
	return nil
}

func (l *Lists) country(r row) error {
	l.Foreign.add(r.get("name"), r.get("kind"))
	return nil
}

func (l *Lists) smallWord(r row) error {
	l.Particle[text.Fold(r.get("word"))] = true
	l.Opens[text.Fold(r.get("word"))] = r.get("opens") == "yes"
	return nil
}

func (l *Lists) verb(r row) error {
	l.Verbs.add(r.get("verb"), true)
	return nil
}

func (l *Lists) heading(r row) error {
	kind := r.get("kind")
	if !slices.Contains([]string{"notes", "edit", "site", "obituary", "biography", "name", "minutes", "list"}, kind) {
		return fmt.Errorf("kind: %q is none of a heading", kind)
	}
	if kind == "edit" {
		l.EditLinks.add(r.get("heading"), true)
	} else {
		l.Headings.add(r.get("heading"), kind)
	}
	return nil
}

func (l *Lists) document(r row) error {
	d := DocType{Name: r.get("type"), Codes: r.list("code"), Titled: r.get("title") == "yes" || r.get("title") == "listed", Quoted: r.get("title") == "quoted" || r.get("title") == "listed", OnlyListed: r.get("title") == "listed", Issuer: r.get("issuer")}
	l.DocTypes.add(d.Name, &d)
	l.Types = append(l.Types, &d)
	for _, mark := range d.Codes {
		l.Marks[mark] = true
	}
	v := d
	v.Variant = true
	for _, w := range r.list("variants") {
		l.DocTypes.add(w, &v)
	}
	for _, w := range r.list("head") {
		l.Letters.add(w, &d)
	}
	return nil
}

func (l *Lists) session(r row) error {
	s := &Session{Branches: r.list("branches"), Kinds: r.list("kinds"), Not: r.get("not"), Counted: r.get("counted") == "yes"}
	for _, w := range append([]string{r.get("words")}, r.list("variants")...) {
		l.Sessions.add(w, s)
	}
	return nil
}

func (l *Lists) lawTitle(r row) error {
	if !l.Laws.add(r.get("title"), r.get("type")) {
		return fmt.Errorf("%q is in the list already", r.get("title"))
	}
	return nil
}

func (l *Lists) sign(r row) error {
	switch m := r.get("meaning"); m {
	case "behalf", "acting", "signed", "interim", "copies":
		l.Signs.add(r.get("words"), m)
		return nil
	}
	return fmt.Errorf("unknown meaning %q", r.get("meaning"))
}

func (l *Lists) congress(r row) error {
	from, err1 := r.date("from")
	to, err2 := r.date("to")
	n, err3 := strconv.Atoi(r.get("ordinal"))
	if r.get("ordinal") == "" {
		err3 = nil
	}
	l.Terms = append(l.Terms, CongressFact{r.get("id"), r.get("kind"), r.get("body"), n, r.get("term"), from, to, r.get("place")})
	return errors.Join(err1, err2, err3)
}
