// Package queries holds the named questions about the graph, as files.
//
// In: the name of a question and its arguments. Out: the text of a query in Gizmo (NAME.gizmo) or GraphQL
// (NAME.graphql), the two languages of Cayley. The package does not run queries: store.Store.Query does.
// Each file can be pasted into the web UI as it is. It begins with comments: the question in one line, then
// its parameters and columns:
//
//	// Who held a post, when, and which article says so?
//	//
//	// param post (text) = "Bí thư Tỉnh ủy Hà Giang": the post, with or without diacritics
//	// column name: the person's name as the article has it
//
// The query contains the sample of each parameter as a string literal, in the place of its value. Beside
// each file is NAME.gizmo.txt or NAME.graphql.txt: a small graph, arguments, and the rows that they give. A
// new question consists of these two files and no code.
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
	Drawn    []string // the columns from which Cayley's UI draws its rows; none where nothing is drawn
	Text     string   // the file as it is, with the samples as arguments
}

// Param is a parameter of a question. All parameters must be given.
type Param struct {
	Name    string
	Type    string // "text", "key" (a text as the graph looks it up), "date" (2018, 2018-07 or 2018-07-12) or "iri"
	Sample  string // a value of that type
	Meaning string
}

// Column is a column of a result.
type Column struct{ Name, Meaning string }

// File is the name of the query's file.
func (q Query) File() string { return q.Name + "." + q.Language }

// List gives all queries in the order of their names, Gizmo before GraphQL.
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

// Get gives the query of a name, the one in Gizmo if there are two. The name of a file
// ("who-held-post.graphql") gives exactly that one. The error for an unknown name lists all names.
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
	return Query{}, fmt.Errorf("no query %q; known are %s", name, strings.Join(names(all), ", "))
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
