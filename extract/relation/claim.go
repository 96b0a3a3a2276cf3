package relation

import (
	"strings"

	"github.com/nhiemky/nhiemky/extract/document"
	"github.com/nhiemky/nhiemky/extract/mention"
	"github.com/nhiemky/nhiemky/extract/record"
)

// claim is a holding in the making.
type claim struct {
	who    *mention.Mention
	post   *mention.Post
	status record.Status
	rule   string
	at     document.Span // tokens of the evidence

	told        *stint        // the time that the columns of a table give
	line        document.Span // the line of a list that names the holder, whose dates count
	elected     bool          // by a vote, whose day is the begin or the end
	assembly    bool          // by the National Assembly, which approves by a vote
	agreed      bool          // by a body that agreed to it, on a day that leads to it
	startedThen bool          // the dates behind the post are those of its begin
	past        bool          // the sentence tells of what lies back
	lasts       bool          // the sentence says that it goes on: "đến nay"
	annexed     bool          // in a table that a decision attaches
	below       *openedList   // the list in whose item it stands
	office      string        // officeOf the post, once somebody asked for it
}

// newInNotes reports whether a claim of the notes counts: one of someone with a post beside the name of whom the text
// says nothing. The title of an article or a book tells how things stood when it was written.
func (l *linker) newInNotes(c claim) bool {
	if c.rule == "signature" {
		return true // "Ghi chú: …" above the signature is none of an article
	}
	if c.status != record.Holds || !strings.HasPrefix(c.rule, "apposition") || l.main != nil && c.who.Who == l.main.Who {
		return false
	}
	if l.plainBefore(c.post.I) && c.who.J == l.sent.J {
		return false // a line of the page's categories
	}
	if l.early == nil {
		l.early = map[*mention.Person]bool{}
		for k := range l.claims {
			if l.claims[k].at.I < l.Notes {
				l.early[l.claims[k].who.Who] = true
			}
		}
	}
	return !l.early[c.who.Who]
}
