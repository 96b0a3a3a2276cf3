package relation

import (
	"github.com/nhiemky/nhiemky/extract/gazetteer"
	"github.com/nhiemky/nhiemky/extract/mention"
	"github.com/nhiemky/nhiemky/extract/record"
)

// Page is a document with what its parts have to do with each other: whose careers it tells, which times are over,
// who is of another state.
type Page struct {
	mention.Page
	profiles      []profile                // in order
	told          []int                    // sentence -> the year of which its passage tells, in an encyclopedia
	eras          []bool                   // sentence -> whether the time of its heading is over
	abroad        bool                     // it is about another country
	southern      int                      // how often it names the Republic of Việt Nam
	southernTitle bool                     // it does so in its title
	southernHead  bool                     // it does so in its first sentences
	aliens        map[*mention.Person]bool // people whose offices are those of another state
	lates         map[*mention.Person]bool // people whom the text calls dead
	late          map[*mention.Person]bool // the people of biographies who are dead
	died          map[*mention.Person]bool // people whom a sentence says to have died
	partyOut      map[*mention.Person]bool // people who lose their posts in the Party by a sentence that names none
	gone          map[*mention.Person]int  // people who retired or died -> sentence that says so without a post
	thisYear      int                      // the last year that the dates speak of as past, -1 if there is none, 0 until asked for
	formers       int                      // posts of which a word says that they are over, one more than there are, 0 until asked for
	elected       map[string]bool          // committees to which the document reports an election
	nodes         []node                   // of no sentence any more: their place is used again
}

// NewPage is an empty one.
func NewPage(lists *gazetteer.Lists) *Page { return &Page{Page: mention.NewPage(lists)} }

// Open begins with a document.
func (p *Page) Open(d record.Document) {
	p.Page.Open(d)
	p.elected = map[string]bool{}
}

// Clear makes the page empty.
func (p *Page) Clear() {
	nodes := p.nodes
	clear(nodes[:cap(nodes)])
	p.Page.Clear()
	*p = Page{Page: p.Page, nodes: nodes}
}
