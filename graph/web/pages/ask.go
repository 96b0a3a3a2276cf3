package pages

import (
	"context"
	"path"
	"slices"
	"strings"

	"github.com/nhiemky/nhiemky/graph/vocab"
	"github.com/nhiemky/nhiemky/graph/web/cayley"
)

// question is a named query as the page offers it.
type question struct {
	cayley.Query
	Said string // what it asks, in the language of the page
}

// queries is the list of the named queries, each with a form for its parameters that opens it in Cayley's
// UI. The values to begin with are things that the store knows.
func (p *Pages) queries(q *request) (reply, error) {
	x, err := p.index(context.WithoutCancel(q.Context()))
	if err != nil {
		return reply{}, err
	}
	known := map[string]string{}
	for name, kind := range map[string]vocab.Kind{"post": vocab.KindPost, "person": vocab.KindPerson, "organisation": vocab.KindOrganization,
		"congress": vocab.KindCongress, "document": vocab.KindDocument, "article": vocab.KindArticle} {
		for _, hit := range x.Known(kind, 1) {
			known[name] = hit.Label
			if kind == vocab.KindArticle { // which are asked for by their names
				known[name] = vocab.ArticleName(hit.IRI)
			}
		}
	}
	var all []question
	for _, named := range p.Queries {
		one := question{named, named.Question}
		if said := q.lang.say("ask." + strings.TrimSuffix(named.Name, path.Ext(named.Name))); !strings.HasPrefix(said, "ask.") {
			one.Said = said
		}
		one.Params = slices.Clone(one.Params)
		for i, param := range one.Params {
			if value := known[param.Name]; value != "" {
				if named.Lang == "graphql" && param.Name != "article" { // which looks things up by their keys
					value = vocab.Key(value)
				}
				one.Params[i].Value = value
			}
		}
		all = append(all, one)
	}
	return q.html("queries", q.lang.say("queries.title"), all)
}
