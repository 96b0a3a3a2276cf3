package graph

import (
	"slices"
	"strings"

	"github.com/cayleygraph/quad"

	"github.com/nhiemky/nhiemky/extract/record"
)

// holdingReader reads holdings and posts beside what a reader reads.
type holdingReader struct {
	reader
	lately *lately // nil where the store may change meanwhile
}

// stated is a holding as an article states it.
type stated struct {
	mention, article         quad.IRI
	posts                    []quad.IRI
	organization, role, term quad.IRI
	status                   record.Status
	from, to, asOf           record.Date
	again                    bool
}

// post is the last of the posts; there is one, unless another program wrote more.
func (s stated) post() quad.IRI {
	if len(s.posts) == 0 {
		return ""
	}
	return s.posts[len(s.posts)-1]
}

// stated reads a holding.
func (r holdingReader) stated(holding quad.IRI) (s stated, err error) {
	if r.lately != nil {
		if s, known := r.lately.holdings.get(holding); known {
			return s, nil
		}
	}
	err = r.each(quad.Subject, holding, func(q quad.Quad) bool {
		object, _ := q.Object.(quad.IRI)
		switch q.Predicate {
		case PropMember:
			s.mention = object
			if article, ok := q.Label.(quad.IRI); ok {
				s.article = article
			}
		case PropPost:
			s.posts = append(s.posts, object)
		case PropOrganization:
			s.organization = object
		case PropRole:
			s.role = object
		case PropStatus:
			s.status = record.Status(strings.TrimPrefix(string(object), nsOwn))
		case PropStartDate:
			s.from = DateOf(q.Object)
		case PropEndDate:
			s.to = DateOf(q.Object)
		case PropAsOf:
			s.asOf = DateOf(q.Object)
		case PropAgain:
			s.again = q.Object == boolean(true)
		case PropInTerm:
			s.term = object
		}
		return true
	})
	if err == nil && r.lately != nil {
		r.lately.holdings.put(holding, s, 1)
	}
	return s, err
}

// exclusive reports whether one person at a time holds a post.
func (r holdingReader) exclusive(post quad.IRI) (bool, error) {
	if r.lately != nil {
		if is, known := r.lately.exclusive.get(post); known {
			return is, nil
		}
	}
	values, err := r.objects(post, PropExclusive)
	is := slices.Contains(values, boolean(true))
	if err == nil && r.lately != nil {
		r.lately.exclusive.put(post, is, 1)
	}
	return is, err
}

// lately is what was read lately of what stays as it is while all is derived: what articles state, and
// which posts are for one.
type lately struct {
	holdings  *recent[quad.IRI, stated]
	exclusive *recent[quad.IRI, bool]
}

// maxHoldings bounds the holdings, and the posts, that are remembered.
const maxHoldings = 100_000

// remembering adds to a reader a memory of the holdings and posts that were read lately.
func remembering(r reader) holdingReader {
	return holdingReader{r, &lately{newRecent[quad.IRI, stated](maxHoldings), newRecent[quad.IRI, bool](maxHoldings)}}
}
