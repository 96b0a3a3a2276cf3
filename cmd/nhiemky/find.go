package main

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/nhiemky/nhiemky/graph/query"
	"github.com/nhiemky/nhiemky/graph/store"
	"github.com/nhiemky/nhiemky/graph/view"
	"github.com/nhiemky/nhiemky/graph/vocab"
)

// most is the number of candidates that are listed if a name does not match.
const most = 20

// classes are the classes of things that names are looked up in, by the words of the named queries.
var classes = map[string]string{"post": string(vocab.ClassPost), "person": string(vocab.ClassPerson), "organisation": string(vocab.ClassOrganization)}

// known looks up a name in the store and calls use with the posts, persons or organisations of exactly that
// name. If there are none, the error is an errNothing that says what to type instead.
func (g *global) known(ctx context.Context, s *store.Store, kind, name, command string, use func(l *view.Look, nodes []string) error) error {
	none := false
	err := view.Read(ctx, s, func(l *view.Look) error {
		nodes, err := l.Known(classes[kind], vocab.Key(name))
		if err != nil {
			return fail(errStore, err)
		}
		if none = len(nodes) == 0; none {
			return nil
		}
		return use(l, nodes)
	})
	if none {
		if bare := unaddressed(kind, name); bare != name {
			return g.known(ctx, s, kind, bare, command, use)
		}
		return g.meant(ctx, s, kind, name, command)
	}
	return err
}

// unaddressed is the name of a person without words of address before it: "ông Trần Văn An". Other names stay.
func unaddressed(kind, name string) string {
	if kind != "person" {
		return name
	}
	lists, err := loadLists()
	if err != nil {
		return name // without the lists a name is what was typed
	}
	return lists.Bare(name)
}

// meant is an errNothing for an unknown name. It lists the names that have all of its words, as commands to
// type.
func (g *global) meant(ctx context.Context, s *store.Store, kind, name, command string) error {
	found, err := askNamed(ctx, s, "find-"+kind, map[string]string{kind: vocab.Key(name)})
	if err != nil {
		return err
	}
	label := slices.Index(found.columns, "label")
	var candidates []string
	for _, row := range found.cells {
		candidates = append(candidates, plain(row[label]))
	}
	slices.Sort(candidates)
	candidates = slices.Compact(candidates)
	if len(candidates) == 0 {
		return failf(errNothing, "no %s %q in %s, nor one with all of these words", kind, name, g.store)
	}
	lines := []string{fmt.Sprintf("no %s %q; did you mean", kind, name)}
	for _, c := range candidates[:min(most, len(candidates))] {
		lines = append(lines, "  nhiemky "+command+" "+quote(c)+g.storeFlag())
	}
	if more := len(candidates) - most; more > 0 {
		lines = append(lines, fmt.Sprintf("  and %d more: add a word", more))
	}
	return fail(errNothing, errors.New(strings.Join(lines, "\n")))
}

// askNamed runs a named query.
func askNamed(ctx context.Context, s *store.Store, name string, values map[string]string) (rows, error) {
	q, err := namedQuestion(name, values)
	if err != nil {
		return rows{}, err
	}
	return ask(ctx, s, q, query.Limits{})
}
