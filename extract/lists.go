package extract

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

	"github.com/nhiemky/nhiemky/extract/text"
)

// Lists is what is known beforehand: places, bodies, posts, names, verbs, document types,
// congresses. It is read once and not changed after.
type Lists struct {
	lex     *text.Lexicon   // of the words of all phrases below
	central map[string]bool // names of the cities under the centre

	areas     *dict[string]        // words behind the kind or the field of a body
	plain     map[string]int       // names of provinces without marks and spaces, as in addresses -> indexes in places
	shares    map[[2]string]string // a title without a body and the title beside it -> whose body it takes: same, served
	fieldPair map[[2]int32]bool    // pairs of syllables that stand together in fields, by Token.ID

	places   []Place
	placeOf  map[string]int         // id -> index in places
	written  map[string][]int       // name as written -> indexes in places
	named    *looseDict[[]int]      // name or alias -> indexes in places
	units    *dict[unitKind]        // words for kinds of unit
	titles   *dict[*title]          // words for posts
	mods     *dict[modifier]        // words that stand with titles
	kinds    *dict[*bodyKind]       // first words of organisations
	kindOf   map[string]*bodyKind   // kinds by name
	orgs     *looseDict[*namedBody] // organisations of the centre
	spoken   map[[2]string][]string // post and the one body in which it exists -> the words for both
	members  map[[2]string]bool     // posts of the family of members, with their body or ""
	oneSeat  map[[2]string]bool     // post with its body or "" -> whether one person holds it at a time
	bodies   map[string]Body        // the same by id
	bodyOf   map[string]string      // name -> id
	fields   *looseDict[string]     // what boards and departments deal with
	boardOf  map[string]string      // fields -> the branch of a board for them: party, assembly
	fieldOK  map[string]bool        // syllables that occur in fields
	events   *dict[meaning]         // what happens to a holding
	honours  *dict[honour]          // words before names
	things   *dict[string]          // words before names of streets; sequences that are no names
	surnames *dict[surnameKind]     // surnames
	given    map[string]bool        // syllables of given names
	foreign  *looseDict[string]     // countries, and what is foreign beside them: their kind
	verbs    *dict[bool]            // verbs of reports, where a name ends
	headings *dict[string]          // headings of notes and literature, words of links for editors
	particle map[string]bool        // small words that end a name
	opens    map[string]bool        // those of them that a sentence may begin with
	docTypes *dict[*docType]        // types of documents
	letters  *dict[*docType]        // words by which a document without a title is known
	types    []*docType             // the same, in the order of the list
	issuers  map[string]issuer      // suffixes of document codes
	signs    *dict[string]          // words of the block with which a text is signed
	laws     *dict[string]          // titles of laws -> their type
	sessions *dict[*session]        // words for numbered sessions
	marks    map[string]bool        // the marks of types in document codes
	terms    []CongressFact
	doubts   []Doubt
	deputies []deputy
	columns  *dict[column] // heads of the columns of tables
	words    wordClasses   // words that a stage treats alike
	frames   *dict[cue]    // how a clause is meant, who acts in it
}

// CongressFact is what the list of congresses says of one congress, plenum or term of an assembly.
type CongressFact struct {
	ID, Kind, Body string
	Ordinal        int
	Term           string // "2020-2025", or ""
	From, To       Date
	Place          string // where it met
}

// Body is an organisation of the centre.
type Body struct {
	ID, Name   string
	From, To   Date     // the days on which it began and ended, zero where not known or still in being
	Successors []string // ids of those that took over from it
}

type title struct {
	post   string   // as written in records
	unit   string   // kind of organisation that the title names, or ""
	body   string   // the one organisation in which it exists, or ""
	near   []string // kinds of organisation that it is of when the text names none
	family string
	seat   bool // one person holds it at a time
}

type modifier struct {
	before, keep bool
	status       Status
	form         string
}

// bodyKind is a kind of organisation; bodies.csv says what its traits mean.
type bodyKind struct {
	name, unit, branch                string
	place, field, parent, own, abroad bool // what may follow
	out                               bool // posts in it are not recorded

	committee, glued, side, board, stands, any, fieldless, part, whole, about, proper, seated, upper, ministry, central, hosted, host bool
	besides                                                                                                                           bool // one sits in it besides one's office

	comma  string // branch of the body that it may be a part of across a comma, "any" or ""
	member string // the post of someone who joins it, or ""
	within string // its name when it is of another body, or ""
	below  string // its name when it is of a unit below the province, or ""
}

// traits are the places of a kind for the words of the columns "takes" and "traits".
func (k *bodyKind) traits() map[string]*bool {
	return map[string]*bool{
		"place": &k.place, "field": &k.field, "parent": &k.parent, "name": &k.own, "foreign": &k.abroad,
		"committee": &k.committee, "glued": &k.glued, "side": &k.side, "board": &k.board, "stands": &k.stands, "any": &k.any,
		"fieldless": &k.fieldless, "part": &k.part, "whole": &k.whole, "about": &k.about,
		"proper": &k.proper, "seated": &k.seated, "upper": &k.upper, "ministry": &k.ministry, "central": &k.central, "hosted": &k.hosted, "host": &k.host, "besides": &k.besides,
	}
}

type namedBody struct {
	id, name, branch string
	out              bool
}

type unitKind struct {
	kind  string
	level int
}

type honour struct{ kind string }

type surnameKind struct{ rare bool }

type docType struct {
	name       string
	codes      []string
	titled     bool   // known by its title
	quoted     bool   // known by a title in quotation marks
	onlyListed bool   // only by one of the list titles.csv
	issuer     string // who issues all of the type, or ""
	variant    bool   // found by another spelling
}

type issuer struct{ name, unit string }

// meaning says what an event word does to a holding.
type meaning string

const (
	mStart    meaning = "start"
	mMove     meaning = "move"
	mEnd      meaning = "end"
	mRetire   meaning = "retire"
	mNominate meaning = "nominate"
	mFormer   meaning = "former"
	mLink     meaning = "link"
	mReplace  meaning = "replace"
	mPresent  meaning = "present"
	mNot      meaning = "not"
	mNone     meaning = "none" // no event though it begins like one: "cử tri"
)

// LoadLists reads every list from a folder of CSV files (the folder "lists" of the seeds). Lines
// that begin with # are comments; the first other line names the columns. Errors name file and
// line, and all of them come back, not only the first.
func LoadLists(lists fs.FS) (*Lists, error) {
	lex := text.NewLexicon()
	l := &Lists{
		lex: lex, central: map[string]bool{}, placeOf: map[string]int{}, written: map[string][]int{}, named: newLooseDict[[]int](lex, ofPlace), units: newDict[unitKind](lex, ofUnit),
		titles: newDict[*title](lex, ofTitle), mods: newDict[modifier](lex, ofModifier), kinds: newDict[*bodyKind](lex, ofBody),
		spoken: map[[2]string][]string{}, members: map[[2]string]bool{}, oneSeat: map[[2]string]bool{}, bodies: map[string]Body{}, bodyOf: map[string]string{}, kindOf: map[string]*bodyKind{}, orgs: newLooseDict[*namedBody](lex, ofOrganization), fields: newLooseDict[string](lex, ofField),
		fieldOK: map[string]bool{}, events: newDict[meaning](lex, ofEvent), honours: newDict[honour](lex, ofHonour),
		frames: newDict[cue](lex, ofFrame),
		things: newDict[string](lex, ofThing), surnames: newDict[surnameKind](lex, ofSurname), given: map[string]bool{},
		foreign: newLooseDict[string](lex, ofCountry), verbs: newDict[bool](lex, ofVerb), headings: newDict[string](lex, ofHeading), particle: map[string]bool{}, opens: map[string]bool{}, columns: newDict[column](lex, ofColumn), docTypes: newDict[*docType](lex, ofDocument), issuers: map[string]issuer{},
		sessions: newDict[*session](lex, convening), marks: map[string]bool{}, letters: newDict[*docType](lex, ofDocument), signs: newDict[string](lex, ofSign), laws: newDict[string](lex, ofLawTitle),
	}
	l.areas, l.fieldPair = newDict[string](lex, ofArea), map[[2]int32]bool{}
	l.plain = map[string]int{}
	l.shares, l.boardOf = map[[2]string]string{}, map[string]string{}
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
	sort.SliceStable(l.places, func(i, j int) bool { return l.places[i].ID < l.places[j].ID })
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

func (r row) date(column string) (Date, error) {
	if r.get(column) == "" {
		return Date{}, nil
	}
	return ParseDate(r.get(column))
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
	return text.NewReader(l.lex).Read([]byte(phrase), nil).Tokens()
}

func (l *Lists) place(r row) error {
	from, err1 := r.date("from")
	to, err2 := r.date("to")
	p := Place{ID: r.get("id"), Name: text.Normalize(r.get("name")), Kind: r.get("kind"),
		Parent: r.get("parent"), From: from, To: to, Successors: r.list("successors"), aliases: r.list("aliases")}
	l.places = append(l.places, p)
	return errors.Join(err1, err2)
}

func (l *Lists) indexPlaces() {
	byName := map[string][]int{}
	for i, p := range l.places {
		l.placeOf[p.ID] = i
		if level(p.ID) == 1 {
			l.plain[plainName(p.Name)] = i
		}
		l.written[p.Name] = append(l.written[p.Name], i)
		if p.Kind == "thành phố trực thuộc trung ương" {
			l.central[p.Name] = true
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
		if !l.named.add(n, byName[n]) { // the same name written in two ways
			toks := l.tokens(n)
			if old, k := l.named.find(toks, 0); k == len(toks) {
				l.named.set(n, append(append([]int{}, old...), byName[n]...))
			}
		}
	}
}

func (l *Lists) unit(r row) error {
	level, err := strconv.Atoi(r.get("level"))
	k := unitKind{r.get("kind"), level}
	for _, w := range append([]string{k.kind}, r.list("variants")...) {
		l.units.add(w, k)
	}
	return err
}

func (l *Lists) body(r row) error {
	k := &bodyKind{name: r.get("name"), unit: r.get("unit"), branch: r.get("branch"), out: r.get("scope") == "no",
		comma: r.get("comma"), member: r.get("member"), within: r.get("within"), below: r.get("below")}
	traits := k.traits()
	for _, column := range [...]string{"takes", "traits"} {
		for _, t := range strings.Fields(r.get(column)) {
			if traits[t] == nil {
				return fmt.Errorf("%s: unknown word %q", column, t)
			}
			*traits[t] = true
		}
	}
	for _, w := range append([]string{k.name}, r.list("variants")...) {
		if !l.kinds.add(w, k) {
			return fmt.Errorf("%q is in the list already", w)
		}
	}
	l.kindOf[k.name] = k
	return nil
}

func (l *Lists) organization(r row) error {
	b := &namedBody{r.get("id"), r.get("name"), r.get("branch"), r.get("scope") == "no"}
	from, err1 := r.date("from")
	to, err2 := r.date("to")
	if err := errors.Join(err1, err2); err != nil {
		return err
	}
	l.bodies[b.id] = Body{b.id, b.name, from, to, r.list("successors")}
	l.bodyOf[b.name] = b.id
	for _, w := range append([]string{b.name}, r.list("variants")...) {
		l.orgs.add(w, b)
	}
	return nil
}

func (l *Lists) field(r row) error {
	for _, w := range append([]string{r.get("field")}, r.list("variants")...) {
		l.fields.add(w, r.get("field"))
	}
	l.boardOf[r.get("field")] = r.get("branch")
	last := int32(0)
	for _, t := range text.New([]byte(r.get("field"))).Tokens() {
		if separator(t) {
			last = 0
			continue
		}
		l.fieldOK[t.Fold] = true
		id := l.lex.Number(t.Fold)
		l.fieldPair[[2]int32{last, id}] = last > 0
		last = id
	}
	return nil
}

// titleBeside reads a row of shares.csv.
func (l *Lists) titleBeside(r row) error {
	if of := r.get("of"); of != "same" && of != "served" {
		return fmt.Errorf("of: %q is neither same nor served", of)
	}
	l.shares[[2]string{r.get("title"), r.get("beside")}] = r.get("of")
	return nil
}

// area reads a row of areas.csv.
func (l *Lists) area(r row) error {
	switch what := r.get("what"); what {
	case "area", "scope", "seat":
		if !l.areas.add(r.get("words"), what) {
			return fmt.Errorf("%q is in the list already", r.get("words"))
		}
		return nil
	default:
		return fmt.Errorf("what: %q is none of area, scope and seat", what)
	}
}

func (l *Lists) post(r row) error {
	t := &title{post: r.get("post"), unit: r.get("unit"), body: r.get("body"), near: r.list("near"), family: r.get("family"), seat: r.get("seat") == "one"}
	if t.post == "" {
		t.post = r.get("title")
	}
	at := [2]string{t.post, t.body}
	if t.body != "" {
		l.spoken[at] = append(l.spoken[at], append([]string{r.get("title")}, r.list("variants")...)...)
	}
	l.oneSeat[at] = l.oneSeat[at] || t.seat
	if t.family == "member" {
		l.members[[2]string{t.post, t.body}] = true
	}
	if t.unit != "" && l.kindOf[t.unit] == nil {
		return fmt.Errorf("unit: no kind of organisation %q in bodies.csv", t.unit)
	}
	for _, w := range append([]string{r.get("title")}, r.list("variants")...) {
		l.titles.add(w, t)
	}
	return nil
}

func (l *Lists) modifier(r row) error {
	m := modifier{r.get("where") == "before", r.get("keep") == "yes", Status(r.get("status")), r.get("form")}
	if !l.mods.add(r.get("words"), m) {
		return fmt.Errorf("%q is in the list already", r.get("words"))
	}
	return nil
}

func (l *Lists) event(r row) error {
	switch m := meaning(r.get("meaning")); m {
	case mStart, mMove, mEnd, mRetire, mNominate, mFormer, mLink, mReplace, mPresent, mNot, mNone:
		if !l.events.add(r.get("phrase"), m) {
			return fmt.Errorf("%q is in the list already", r.get("phrase"))
		}
		return nil
	}
	return fmt.Errorf("unknown meaning %q", r.get("meaning"))
}

func (l *Lists) honorific(r row) error {
	l.honours.add(r.get("words"), honour{r.get("kind")})
	return nil
}

func (l *Lists) notName(r row) error {
	l.things.add(r.get("words"), r.get("what"))
	return nil
}

func (l *Lists) surname(r row) error {
	l.surnames.add(r.get("surname"), surnameKind{r.get("kind") == "rare"})
	return nil
}

func (l *Lists) givenName(r row) error {
	l.given[text.Fold(r.get("syllable"))] = true
	return nil
}

func (l *Lists) country(r row) error {
	l.foreign.add(r.get("name"), r.get("kind"))
	return nil
}

func (l *Lists) smallWord(r row) error {
	l.particle[text.Fold(r.get("word"))] = true
	l.opens[text.Fold(r.get("word"))] = r.get("opens") == "yes"
	return nil
}

func (l *Lists) verb(r row) error {
	l.verbs.add(r.get("verb"), true)
	return nil
}

func (l *Lists) heading(r row) error {
	kind := r.get("kind")
	if !slices.Contains([]string{"notes", "edit", "obituary", "biography", "name", "minutes", "list"}, kind) {
		return fmt.Errorf("kind: %q is none of a heading", kind)
	}
	l.headings.add(r.get("heading"), kind)
	return nil
}

func (l *Lists) document(r row) error {
	d := docType{name: r.get("type"), codes: r.list("code"), titled: r.get("title") == "yes" || r.get("title") == "listed", quoted: r.get("title") == "quoted" || r.get("title") == "listed", onlyListed: r.get("title") == "listed", issuer: r.get("issuer")}
	l.docTypes.add(d.name, &d)
	l.types = append(l.types, &d)
	for _, mark := range d.codes {
		l.marks[mark] = true
	}
	v := d
	v.variant = true
	for _, w := range r.list("variants") {
		l.docTypes.add(w, &v)
	}
	for _, w := range r.list("head") {
		l.letters.add(w, &d)
	}
	return nil
}

// session is a word for a numbered session; sessions.csv says what its traits mean.
type session struct {
	branches, kinds []string
	not             string
	counted         bool // a bare number behind it is its own: "kỳ họp 6"
}

func (l *Lists) session(r row) error {
	s := &session{branches: r.list("branches"), kinds: r.list("kinds"), not: r.get("not"), counted: r.get("counted") == "yes"}
	for _, w := range append([]string{r.get("words")}, r.list("variants")...) {
		l.sessions.add(w, s)
	}
	return nil
}

func (l *Lists) lawTitle(r row) error {
	if !l.laws.add(r.get("title"), r.get("type")) {
		return fmt.Errorf("%q is in the list already", r.get("title"))
	}
	return nil
}

func (l *Lists) sign(r row) error {
	switch m := r.get("meaning"); m {
	case "behalf", "acting", "signed":
		l.signs.add(r.get("words"), m)
		return nil
	}
	return fmt.Errorf("unknown meaning %q", r.get("meaning"))
}

func (l *Lists) issuer(r row) error {
	l.issuers[r.get("suffix")] = issuer{r.get("issuer"), r.get("unit")}
	return nil
}

func (l *Lists) congress(r row) error {
	from, err1 := r.date("from")
	to, err2 := r.date("to")
	n, err3 := strconv.Atoi(r.get("ordinal"))
	if r.get("ordinal") == "" {
		err3 = nil
	}
	l.terms = append(l.terms, CongressFact{r.get("id"), r.get("kind"), r.get("body"), n, r.get("term"), from, to, r.get("place")})
	return errors.Join(err1, err2, err3)
}

// Places are all administrative units in the order of their ids. The slice must not be changed.
func (l *Lists) Places() []Place { return l.places }

// Place is the unit of that id, and whether there is one.
func (l *Lists) Place(id string) (Place, bool) {
	i, ok := l.placeOf[id]
	if !ok {
		return Place{}, false
	}
	return l.places[i], true
}

// Congresses are the known congresses, plenums and terms. The slice must not be changed.
func (l *Lists) Congresses() []CongressFact { return l.terms }

// Body is the organisation of the centre of that name, as records write it, or of that id.
func (l *Lists) Body(name string) (Body, bool) {
	b, ok := l.bodies[name]
	if !ok {
		b, ok = l.bodies[l.bodyOf[name]]
	}
	return b, ok
}

// Spoken are the words that name a post together with its organisation, and no other: "Tổng Bí thư",
// "TBT" for that post in the Central Committee.
func (l *Lists) Spoken(post, organization string) []string {
	return l.spoken[[2]string{post, organization}]
}

// Membership reports whether a post is a seat in a body that is elected for a term: "Ủy viên" of any,
// "Bí thư" of the Central Committee alone.
func (l *Lists) Membership(post, organization string) bool {
	return l.members[[2]string{post}] || l.members[[2]string{post, organization}]
}

// OneSeat reports whether one person at a time holds the post: "Bí thư" of a district, but not of the Central
// Committee, which has several. It says no of a post that posts.csv does not have.
func (l *Lists) OneSeat(post, organization string) bool {
	if one, known := l.oneSeat[[2]string{post, organization}]; known {
		return one
	}
	return l.oneSeat[[2]string{post}]
}

// byName gives the indexes of the places of the name that the tokens are.
func (l *Lists) byName(name []text.Token) []int {
	ids, n := l.named.find(name, 0)
	if n != len(name) {
		return nil
	}
	return ids
}

// provinceOf is the name of the province that a place lies in, its own if it is one.
func (l *Lists) provinceOf(pl Place) string {
	for range 3 {
		if level(pl.ID) == 1 {
			return pl.Name
		}
		up, ok := l.Place(pl.Parent)
		if !ok {
			return ""
		}
		pl = up
	}
	return ""
}
