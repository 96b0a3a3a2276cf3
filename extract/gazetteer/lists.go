package gazetteer

import (
	"fmt"

	"github.com/nhiemky/nhiemky/extract/record"
	"github.com/nhiemky/nhiemky/extract/text"
)

// Lists is what is known beforehand: places, bodies, posts, names, verbs, document types,
// congresses. It is read once and not changed after.
type Lists struct {
	Lex     *text.Lexicon   // of the words of all phrases below
	Central map[string]bool // names of the cities under the centre

	Areas     *dict[string]        // words behind the kind or the field of a body
	Plain     map[string]int       // names of provinces without marks and spaces, as in addresses -> indexes in places
	Shares    map[[2]string]string // a title without a body and the title beside it -> whose body it takes: same, served
	FieldPair map[[2]int32]bool    // pairs of syllables that stand together in fields, by Token.ID

	PlaceList  []Place
	Newest     int                    // the year of the last change that the list of places has: texts without a day are seldom much older
	placeOf    map[string]int         // id -> index in places
	Written    map[string][]int       // name as written -> indexes in places
	Named      *looseDict[[]int]      // name or alias -> indexes in places
	Units      *dict[unitKind]        // words for kinds of unit
	Titles     *dict[*Title]          // words for posts
	Mods       *dict[modifier]        // words that stand with titles
	Kinds      *dict[*BodyKind]       // first words of organisations
	KindOf     map[string]*BodyKind   // kinds by name
	Orgs       *looseDict[*NamedBody] // organisations of the centre
	spoken     map[[2]string][]string // post and the one body in which it exists -> the words for both
	Members    map[[2]string]bool     // posts of the family of members, with their body or ""
	oneSeat    map[[2]string]bool     // post with its body or "" -> whether one person holds it at a time
	bodies     map[string]Body        // the same by id
	bodyOf     map[string]string      // name -> id
	WholeUnion map[string]string      // kinds of union -> the union of the whole country, with its name
	Fields     *looseDict[string]     // what boards and departments deal with
	BoardOf    map[string]string      // fields -> the branch of a board for them: party, assembly
	FieldOK    map[string]bool        // syllables that occur in fields
	Events     *dict[Meaning]         // what happens to a holding
	Honours    *dict[honour]          // words before names
	Things     *dict[string]          // words before names of streets; sequences that are no names
	Surnames   *dict[surnameKind]     // surnames
	Given      map[string]bool        // syllables of given names
	Foreign    *looseDict[string]     // countries, and what is foreign beside them: their kind
	Verbs      *dict[bool]            // verbs of reports, where a name ends
	Headings   *dict[string]          // headings of notes and literature
	EditLinks  *dict[bool]            // words of links for editors
	Particle   map[string]bool        // small words that end a name
	Opens      map[string]bool        // those of them that a sentence may begin with
	DocTypes   *dict[*DocType]        // types of documents
	Letters    *dict[*DocType]        // words by which a document without a title is known
	Types      []*DocType             // the same, in the order of the list
	Issuers    map[string]issuer      // suffixes of document codes
	Signs      *dict[string]          // words of the block with which a text is signed
	Laws       *dict[string]          // titles of laws -> their type
	Sessions   *dict[*Session]        // words for numbered sessions
	Marks      map[string]bool        // the marks of types in document codes
	Terms      []CongressFact
	doubts     []Doubt
	deputies   []deputy
	Columns    *dict[Column] // heads of the columns of tables
	Words      wordClasses   // words that a stage treats alike
	Frames     *dict[Cue]    // how a clause is meant, who acts in it
}

// CongressFact is what the list of congresses says of one congress, plenum or term of an assembly.
type CongressFact struct {
	ID, Kind, Body string
	Ordinal        int
	Term           string // "2020-2025", or ""
	From, To       record.Date
	Place          string // where it met
}

// Body is an organisation of the centre.
type Body struct {
	ID, Name   string
	Branch     string      // party, state, assembly, front, mass, court, police, army
	From, To   record.Date // the days on which it began and ended, zero where not known or still in being
	Successors []string    // ids of those that took over from it
}

// Title is a title of a post, a line of posts.csv: "Phó Giám đốc", with what it says of the body.
type Title struct {
	Post   string   // as written in records
	Unit   string   // kind of organisation that the title names, or ""
	Body   string   // the one organisation in which it exists, or ""
	Near   []string // kinds of organisation that it is of when the text names none
	Family string
	Seat   bool // one person holds it at a time
}

// BodyKind is a kind of organisation; bodies.csv says what its traits mean.
type BodyKind struct {
	Name, Unit, Branch                string
	Place, Field, Parent, Own, Abroad bool // what may follow
	Out                               bool // posts in it are not recorded

	Committee, Glued, Side, Board, Stands, Any, Fieldless, Part, Whole, About, Proper, Seated, Upper, Ministry, Host bool
	Open, Audit, Congress, Again, Short, Secretary, Apart                                                            bool
	Besides                                                                                                          bool // one sits in it besides one's office

	Needs  string // of what it is when the text does not say it: any, committee, ministry, host, board, none or ""
	Comma  string // branch of the body that it may be a part of across a comma, "any" or ""
	Member string // the post of someone who joins it, or ""
	Within string // its name when it is of another body, or ""
	Below  string // its name when it is of a unit below the province, or ""
}

// traits are the places of a kind for the words of the columns "takes" and "traits".
func (k *BodyKind) traits() map[string]*bool {
	return map[string]*bool{
		"place": &k.Place, "field": &k.Field, "parent": &k.Parent, "name": &k.Own, "foreign": &k.Abroad,
		"committee": &k.Committee, "glued": &k.Glued, "side": &k.Side, "board": &k.Board, "stands": &k.Stands, "any": &k.Any,
		"fieldless": &k.Fieldless, "part": &k.Part, "whole": &k.Whole, "about": &k.About,
		"proper": &k.Proper, "seated": &k.Seated, "upper": &k.Upper, "ministry": &k.Ministry, "host": &k.Host, "open": &k.Open, "audit": &k.Audit, "congress": &k.Congress, "again": &k.Again, "short": &k.Short, "secretary": &k.Secretary, "besides": &k.Besides, "apart": &k.Apart,
	}
}

// NamedBody is an organisation known by its own name, a line of organizations.csv: the Bộ Y tế, the Quốc hội.
type NamedBody struct {
	Id, Name, Branch string
	Out              bool
}

type unitKind struct {
	Kind  string
	Level int
}

type honour struct{ Kind string }

type surnameKind struct{ Rare bool }

// DocType is a type of official document, a line of documents.csv: "Nghị quyết", "Luật".
type DocType struct {
	Name       string
	Codes      []string
	Titled     bool   // known by its title
	Quoted     bool   // known by a title in quotation marks
	OnlyListed bool   // only by one of the list titles.csv
	Issuer     string // who issues all of the type, or ""
	Variant    bool   // found by another spelling
}

// Meaning says what an event word does to a holding.
type Meaning string

const (
	MStart    Meaning = "start"    // somebody takes up the post that follows: "bổ nhiệm"
	MMove     Meaning = "move"     // the same, and leaves the post named with the name: "điều động"
	MEnd      Meaning = "end"      // leaves the post that follows: "thôi giữ chức"
	MRetire   Meaning = "retire"   // leaves every post named: "nghỉ hưu"
	MNominate Meaning = "nominate" // is put forward, and not in office yet: "giới thiệu"
	MFormer   Meaning = "former"   // held the post once: "nguyên"
	MLink     Meaning = "link"     // joins a person and a post and says nothing more: "là"
	MReplace  Meaning = "replace"  // the person that follows leaves the post: "thay"
	MPresent  Meaning = "present"  // the person before hands over or attends and is not the one appointed: "trao quyết định"
	MNot      Meaning = "not"      // denies what follows: "không"
	MNone     Meaning = "none"     // no event though it begins like one: "cử tri"
)

func (l *Lists) modifier(r row) error {
	m := modifier{Before: r.get("where") == "before", Keep: r.get("keep") != "no", Task: r.get("keep") == "task", Status: record.Status(r.get("status")), Form: r.get("form")}
	if !l.Mods.add(r.get("words"), m) {
		return fmt.Errorf("%q is in the list already", r.get("words"))
	}
	return nil
}

// Session is a word for a numbered session; sessions.csv says what its traits mean.
type Session struct {
	Branches, Kinds []string
	Not             string
	Counted         bool // a bare number behind it is its own: "kỳ họp 6"
}

func (l *Lists) issuer(r row) error {
	l.Issuers[r.get("suffix")] = issuer{r.get("issuer"), r.get("unit")}
	return nil
}

// Places are all administrative units in the order of their ids. The slice must not be changed.
func (l *Lists) Places() []Place { return l.PlaceList }

// Place is the unit of that id, and whether there is one.
func (l *Lists) Place(id string) (Place, bool) {
	i, ok := l.placeOf[id]
	if !ok {
		return Place{}, false
	}
	return l.PlaceList[i], true
}

// Congresses are the known congresses, plenums and terms. The slice must not be changed.
func (l *Lists) Congresses() []CongressFact { return l.Terms }

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
	return l.Members[[2]string{post}] || l.Members[[2]string{post, organization}]
}

// OneSeat reports whether one person at a time holds the post: "Bí thư" of a district, but not of the Central
// Committee, which has several. It says no of a post that posts.csv does not have.
func (l *Lists) OneSeat(post, organization string) bool {
	if one, known := l.oneSeat[[2]string{post, organization}]; known {
		return one
	}
	return l.oneSeat[[2]string{post}]
}

// ByName gives the indexes of the places of the name that the tokens are.
func (l *Lists) ByName(name []text.Token) []int {
	ids, n := l.Named.Find(name, 0)
	if n != len(name) {
		return nil
	}
	return ids
}

// ProvinceOf is the name of the province that a place lies in, its own if it is one.
func (l *Lists) ProvinceOf(pl Place) string {
	for range 3 {
		if Level(pl.ID) == 1 {
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
