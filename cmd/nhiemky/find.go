package main

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/nhiemky/nhiemky/graph"
)

// most is how many candidates are listed when a name does not match.
const most = 20

// find looks a name up among the posts or persons of the store. When one or more are known by just
// that name, it is nil. When there are others that have all of its words, the error lists them as
// commands to type; else it says that there is none. Both are errNothing.
func (g *global) find(ctx context.Context, s *graph.Store, kind, name, command string) error {
	found, err := askNamed(ctx, s, "find-"+kind, map[string]string{kind: graph.Key(name)})
	if err != nil {
		return err
	}
	match, label := slices.Index(found.columns, "match"), slices.Index(found.columns, "label")
	var candidates []string
	for _, row := range found.cells {
		if plain(row[match]) == "name" {
			return nil
		}
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
