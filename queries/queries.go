// Package queries holds the named questions that one can ask of the graph, as files.
//
// What comes in are the names of questions and their arguments; what goes out are the texts of
// queries in Gizmo (NAME.gizmo) or GraphQL (NAME.graphql), Cayley's two languages. It does not run
// them: store.Store.Query does. Each file can be pasted into the web UI as it is. It begins with
// comments: the question in one line, then its parameters and columns:
//
//	// Who held a post, when, and which article says so?
//	//
//	// param post (text) = "Bí thư Tỉnh ủy Hà Giang": the post, with or without diacritics
//	// column name: the person's name as the article has it
//
// A parameter's sample stands in the query, as a string literal, where its value goes. Beside each
// file lies NAME.gizmo.txt or NAME.graphql.txt: a small graph, arguments, and the rows that come of
// them. A new question is these two files and no code.
package queries

import (
	"embed"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"
)

//go:embed *.gizmo *.graphql
var files embed.FS

// Query is one named question.
type Query struct {
	Name     string   // "who-held-post"
	Language string   // "gizmo" or "graphql"
	Question string   // in one line
	Params   []Param  // in the order of the file
	Columns  []Column // of its result, in their order
	Text     string   // the file as it is, with the samples as arguments
}

// Param is a parameter of a question. All have to be given.
type Param struct {
	Name    string
	Type    string // "text", "date" (2018, 2018-07 or 2018-07-12) or "iri"
	Sample  string // a value of that type
	Meaning string
}

// Column is a column of the result.
type Column struct{ Name, Meaning string }

// File is the name of the query's file.
func (q Query) File() string { return q.Name + "." + q.Language }

// List gives all queries by name, Gizmo before GraphQL.
func List() ([]Query, error) {
	entries, err := fs.ReadDir(files, ".")
	if err != nil {
		return nil, fmt.Errorf("reading the named queries: %w", err)
	}
	out := make([]Query, 0, len(entries))
	for _, e := range entries {
		q, err := read(e.Name())
		if err != nil {
			return nil, err
		}
		out = append(out, q)
	}
	slices.SortFunc(out, func(a, b Query) int {
		return strings.Compare(a.Name+"."+a.Language, b.Name+"."+b.Language)
	})
	return out, nil
}

// Get gives the query of a name, in Gizmo where it is there in both languages. The name of a file
// ("who-held-post.graphql") gives just that one. The error for a name that is not there lists all.
func Get(name string) (Query, error) {
	for _, file := range []string{name, name + ".gizmo", name + ".graphql"} {
		if _, err := fs.Stat(files, file); err == nil {
			return read(file)
		}
	}
	all, err := List()
	if err != nil {
		return Query{}, err
	}
	return Query{}, fmt.Errorf("no query %q: there are %s", name, strings.Join(names(all), ", "))
}

func names(all []Query) []string {
	var out []string
	for _, q := range all {
		out = append(out, q.Name)
	}
	return slices.Compact(out)
}

func read(file string) (Query, error) {
	text, err := files.ReadFile(file)
	if err != nil {
		return Query{}, fmt.Errorf("reading the named query: %w", err)
	}
	return parse(file, string(text))
}

// parse reads a query from the text of its file.
func parse(file, text string) (Query, error) {
	ext := path.Ext(file)
	q := Query{Name: strings.TrimSuffix(file, ext), Language: ext[1:], Text: text}
	if err := q.readHeader(); err != nil {
		return Query{}, fmt.Errorf("queries/%s:%w", file, err)
	}
	return q, nil
}
