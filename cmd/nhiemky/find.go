package main

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/nhiemky/nhiemky/extract"
	"github.com/nhiemky/nhiemky/extract/record"
	"github.com/nhiemky/nhiemky/extract/text"
	"github.com/nhiemky/nhiemky/graph/query"
	"github.com/nhiemky/nhiemky/graph/search"
	"github.com/nhiemky/nhiemky/graph/statement"
	"github.com/nhiemky/nhiemky/graph/store"
	"github.com/nhiemky/nhiemky/graph/view"
	"github.com/nhiemky/nhiemky/graph/vocab"
)

// most is the number of candidates that are listed if a name does not match.
const most = 20

// classes are the classes of things that names are looked up in, by the words of the named queries.
var classes = map[string]string{"post": string(vocab.ClassPost), "person": string(vocab.ClassPerson), "organisation": string(vocab.ClassOrganization)}

// kinds are the same as the kinds of what a search finds.
var kinds = map[string]vocab.Kind{"post": vocab.KindPost, "person": vocab.KindPerson, "organisation": vocab.KindOrganization}

// known looks up a name in the store and calls use with the posts, persons or organisations of exactly that
// name, or of what a text would mean by it. If there are none, the error is an errNothing that says what to type instead.
func (g *global) known(ctx context.Context, s *store.Store, kind, name, command string, use func(l *view.Look, nodes []string) error) error {
	none := false
	err := view.Read(ctx, s, func(l *view.Look) error {
		nodes, err := l.Known(classes[kind], vocab.Key(name))
		if err == nil && len(nodes) == 0 {
			nodes, err = asRead(l, kind, name)
		}
		if err != nil {
			return fail(errStore, err)
		}
		if none = len(nodes) == 0; none {
			return nil
		}
		if nodes, err = spelt(l, kind, name, nodes); err != nil {
			return fail(errStore, err)
		}
		return use(l, nodes)
	})
	if none {
		return g.meant(ctx, s, kind, name, command)
	}
	return err
}

// asRead finds what a text would mean by a name: the person without words of address ("ông Trần Văn An"), the post or the
// organisation that the extractor takes the words for ("Chủ tịch tỉnh Ninh Thuận").
func asRead(l *view.Look, kind, name string) ([]string, error) {
	lists, err := loadLists()
	if err != nil {
		return nil, err
	}
	if kind == "person" {
		return l.Known(classes[kind], vocab.Key(lists.Bare(name)))
	}
	read := extract.New(lists).Explain(record.Document{Name: "question", Raw: []byte(name)})
	nodeOf := statement.NodesOf(statement.NewAtlas(lists), read.Document.Name, read.Result)
	for _, sentence := range read.Sentences {
		for _, f := range sentence.Found {
			node := string(nodeOf(f.About))
			if strings.TrimSpace(f.Text) != strings.TrimSpace(name) || node == "" {
				continue
			}
			if of, err := l.Objects(node, vocab.PropType); err != nil || slices.Contains(of, classes[kind]) {
				return []string{node}, err
			}
		}
	}
	return nil, nil
}

// meant is an errNothing for an unknown name. It lists the names that have all of its words, or else those from which it
// differs by a letter, as commands to type.
func (g *global) meant(ctx context.Context, s *store.Store, kind, name, command string) error {
	candidates, err := similar(ctx, s, kind, name)
	if err != nil {
		return err
	}
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

// similar are the names with all words of another, in order, or else those that are nearly it.
func similar(ctx context.Context, s *store.Store, kind, name string) (candidates []string, err error) {
	found, err := askNamed(ctx, s, "find-"+kind, map[string]string{kind: vocab.Key(name)})
	if err != nil {
		return nil, err
	}
	label := slices.Index(found.columns, "label")
	for _, row := range found.cells {
		candidates = append(candidates, plain(row[label]))
	}
	if len(candidates) == 0 {
		index, err := search.New(ctx, s)
		if err != nil {
			return nil, fail(errStore, err)
		}
		for _, h := range index.Near(name, kinds[kind], most) {
			candidates = append(candidates, h.Label)
		}
	}
	slices.Sort(candidates)
	return slices.Compact(candidates), nil
}

// spelt leaves only the posts or organisations that are spelt as what was typed, if there are any: Tam Dương and not Tam Đường.
// Of a person the articles' spellings decide; see view.ReadCareers.
func spelt(l *view.Look, kind, typed string, nodes []string) (out []string, err error) {
	for _, n := range nodes {
		thing, err := l.Thing(n)
		if err != nil {
			return nil, err
		}
		if kind != "person" && !respelt(typed, thing.Label) {
			out = append(out, n)
		}
	}
	if len(out) == 0 {
		return nodes, nil
	}
	return out, nil
}

// respelt reports whether a name is that of what was typed in another spelling: a word that was typed with diacritics
// stands in it with others.
func respelt(typed, name string) bool {
	typedWords, words := spelled(typed), spelled(name)
	for _, w := range typedWords {
		key := vocab.Key(w)
		if key == w || slices.Contains(words, w) {
			continue
		}
		if slices.ContainsFunc(words, func(o string) bool { return vocab.Key(o) == key && !slices.Contains(typedWords, o) }) {
			return true
		}
	}
	return false
}

// spelled are the words of a name in small letters, each in its normal form.
func spelled(name string) []string {
	words := strings.Fields(strings.ToLower(text.Letters(name)))
	for i, w := range words {
		words[i] = text.Normalize(w)
	}
	return words
}

// spelling is a remark for an answer about names none of which is spelt as what was typed, "" where one is.
func spelling(typed string, names []string) string {
	if slices.ContainsFunc(names, func(n string) bool { return !respelt(typed, n) }) {
		return ""
	}
	return fmt.Sprintf("no name is spelt %q; this is another spelling", typed)
}

// remarkSpelling says so when the names of an answer are not spelt as what was typed: in a table above the answer, else on
// stderr.
func (g *global) remarkSpelling(b *strings.Builder, format *format, typed string, names []string) {
	remark := spelling(typed, names)
	switch {
	case remark == "":
	case format.value == "table":
		b.WriteString(remark + "\n\n")
	case !g.quiet:
		fmt.Fprintln(g.tell, visible(remark))
	}
}

// askNamed runs a named query.
func askNamed(ctx context.Context, s *store.Store, name string, values map[string]string) (rows, error) {
	q, err := namedQuestion(name, values)
	if err != nil {
		return rows{}, err
	}
	return ask(ctx, s, q, query.Limits{})
}
