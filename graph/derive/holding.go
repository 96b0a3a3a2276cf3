package derive

import (
	"slices"
	"strconv"
	"strings"

	"github.com/cayleygraph/quad"

	"github.com/nhiemky/nhiemky/extract/record"
	"github.com/nhiemky/nhiemky/graph/store"
	"github.com/nhiemky/nhiemky/graph/vocab"
)

// HoldingReader reads holdings and posts beside what a reader reads.
type HoldingReader struct {
	store.Reader
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
	confidence               float64
}

// post is the last of the posts; there is one, unless another program wrote more.
func (s stated) post() quad.IRI {
	if len(s.posts) == 0 {
		return ""
	}
	return s.posts[len(s.posts)-1]
}

// stated reads a holding.
func (r HoldingReader) stated(holding quad.IRI) (s stated, err error) {
	if r.lately != nil {
		if s, known := r.lately.holdings.Get(holding); known {
			return s, nil
		}
	}
	err = r.Each(quad.Subject, holding, func(q quad.Quad) bool {
		object, _ := q.Object.(quad.IRI)
		switch q.Predicate {
		case vocab.PropMember:
			s.mention = object
			if article, ok := q.Label.(quad.IRI); ok {
				s.article = article
			}
		case vocab.PropPost:
			s.posts = append(s.posts, object)
		case vocab.PropOrganization:
			s.organization = object
		case vocab.PropRole:
			s.role = object
		case vocab.PropStatus:
			s.status = record.Status(strings.TrimPrefix(string(object), vocab.NamespaceOwn))
		case vocab.PropStartDate:
			s.from = vocab.DateOf(q.Object)
		case vocab.PropEndDate:
			s.to = vocab.DateOf(q.Object)
		case vocab.PropAsOf:
			s.asOf = vocab.DateOf(q.Object)
		case vocab.PropAgain:
			s.again = q.Object == vocab.Boolean(true)
		case vocab.PropInTerm:
			s.term = object
		case vocab.PropConfidence:
			s.confidence, _ = strconv.ParseFloat(vocab.Words(q.Object), 64)
		}
		return true
	})
	if err == nil && r.lately != nil {
		r.lately.holdings.Put(holding, s, 1)
	}
	return s, err
}

// exclusive reports whether one person at a time holds a post.
func (r HoldingReader) exclusive(post quad.IRI) (bool, error) {
	if r.lately != nil {
		if is, known := r.lately.exclusive.Get(post); known {
			return is, nil
		}
	}
	values, err := r.Objects(post, vocab.PropExclusive)
	is := slices.Contains(values, vocab.Boolean(true))
	if err == nil && r.lately != nil {
		r.lately.exclusive.Put(post, is, 1)
	}
	return is, err
}

// article is what counts of an article when statements are weighed.
type article struct {
	published record.Date
	own       bool     // it is the text of an official document
	nearly    []string // the articles of which it is nearly a copy
}

// article reads what counts of an article.
func (r HoldingReader) article(node quad.IRI) (a article, err error) {
	if r.lately != nil {
		if a, known := r.lately.articles.Get(node); known {
			return a, nil
		}
	}
	for property, take := range map[quad.IRI]func(quad.Value){
		vocab.PropDatePublished: func(v quad.Value) { a.published = vocab.DateOf(v) },
		vocab.PropTextOf:        func(quad.Value) { a.own = true },
		vocab.PropAlternateOf: func(v quad.Value) {
			if other, ok := v.(quad.IRI); ok {
				a.nearly = append(a.nearly, string(other))
			}
		},
	} {
		values, err := r.Objects(node, property)
		if err != nil {
			return a, err
		}
		for _, v := range values {
			take(v)
		}
	}
	slices.Sort(a.nearly)
	if r.lately != nil {
		r.lately.articles.Put(node, a, 1)
	}
	return a, nil
}

// lately is what was read lately of what stays as it is while all is derived: what articles state, and
// which posts are for one.
type lately struct {
	holdings  *store.Recent[quad.IRI, stated]
	exclusive *store.Recent[quad.IRI, bool]
	articles  *store.Recent[quad.IRI, article]
}

// maxHoldings bounds the holdings, and the posts, that are remembered.
const maxHoldings = 100_000

// Remembering adds to a reader a memory of the holdings and posts that were read lately.
func Remembering(r store.Reader) HoldingReader {
	return HoldingReader{r, &lately{store.NewRecent[quad.IRI, stated](maxHoldings), store.NewRecent[quad.IRI, bool](maxHoldings), store.NewRecent[quad.IRI, article](maxHoldings)}}
}
