package queries_test

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// sample is a file beside a query: words on what it shows, then a graph, and then arguments with the
// rows that they give, as often as one likes:
//
//	-- graph --
//	[reference]                              the label of the statements below
//	post/S       nk:key "bi thu huyen uy"    relative IRIs are those of things: …/id/post/S
//	[article/1.txt]
//	.            schema:headline "…"@vi      the article itself
//	#h1          nk:post post/S              a part of the article
//
//	-- arguments --
//	post = Bí thư Huyện ủy
//
//	-- rows --
//	name | status                            some columns of the result, and nothing else of it
//	Lê A | holds
//
// Persons are not listed: the store derives them from the names in the articles. A query that has a twin in
// the other language has the graph of the twin's sample:
//
//	-- graph of who-held-post.gizmo.txt --
type sample struct {
	graph string // N-Quads
	cases []sampleCase
}

type sampleCase struct {
	args    map[string]string
	columns []string
	rows    []string // "a | b", in any order
}

var prefixes = map[string]string{
	"nk": "https://nhiemky.github.io/ns#", "org": "http://www.w3.org/ns/org#", "prov": "http://www.w3.org/ns/prov#",
	"skos": "http://www.w3.org/2004/02/skos/core#", "foaf": "http://xmlns.com/foaf/0.1/", "schema": "https://schema.org/",
	"dcterms": "http://purl.org/dc/terms/", "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
	"xsd": "http://www.w3.org/2001/XMLSchema#",
}

const things = "https://nhiemky.github.io/id/"

var (
	section   = regexp.MustCompile(`(?m)^-- (graph|graph of (\S+)|arguments|rows) --\n`)
	statement = regexp.MustCompile(`^(\S+)\s+(\S+)\s+(".*"\S*|\S+)$`)
)

func readSample(t *testing.T, file string) sample {
	t.Helper()
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return parseSample(t, file, string(text))
}

func parseSample(t *testing.T, file, text string) sample {
	t.Helper()
	var s sample
	marks := section.FindAllStringSubmatchIndex(text, -1)
	for i, m := range marks {
		end := len(text)
		if i+1 < len(marks) {
			end = marks[i+1][0]
		}
		body := strings.TrimSpace(text[m[1]:end])
		switch text[m[2]:m[3]] {
		case "graph":
			s.graph += readGraph(t, file, body)
		case "arguments":
			s.cases = append(s.cases, sampleCase{args: readArguments(t, file, body)})
		case "rows":
			if len(s.cases) == 0 {
				t.Fatalf("%s: rows before arguments", file)
			}
			c := &s.cases[len(s.cases)-1]
			lines := strings.Split(body, "\n")
			c.columns = strings.Split(lines[0], " | ")
			c.rows = lines[1:]
		default: // graph of another sample
			s.graph += readSample(t, filepath.Join(filepath.Dir(file), text[m[4]:m[5]])).graph
		}
	}
	if s.graph == "" || len(s.cases) == 0 {
		t.Fatalf("%s: no graph, or no arguments", file)
	}
	return s
}

func readArguments(t *testing.T, file, body string) map[string]string {
	args := map[string]string{}
	for line := range strings.SplitSeq(body, "\n") {
		if line == "" {
			continue // a query without parameters
		}
		name, value, found := strings.Cut(line, " = ")
		if !found {
			t.Fatalf("%s: %q is no argument", file, line)
		}
		args[name] = value
	}
	return args
}

func readGraph(t *testing.T, file, body string) string {
	var out strings.Builder
	label := ""
	for line := range strings.SplitSeq(body, "\n") {
		line = strings.TrimSpace(line)
		if line == "" {
			continue
		}
		if strings.HasPrefix(line, "[") {
			label = things + strings.Trim(line, "[]")
			continue
		}
		m := statement.FindStringSubmatch(line)
		if m == nil || label == "" {
			t.Fatalf("%s: %q is no statement under a label", file, line)
		}
		fmt.Fprintf(&out, "%s %s %s <%s> .\n", longTerm(m[1], label), longTerm(m[2], label), longTerm(m[3], label), label)
	}
	return out.String()
}

// longTerm writes a term of a sample as N-Quads has it.
func longTerm(term, label string) string {
	prefix, local, prefixed := strings.Cut(term, ":")
	literal, datatype, typed := strings.Cut(term, "^^")
	switch {
	case typed:
		return literal + "^^" + longTerm(datatype, label)
	case strings.HasPrefix(term, `"`):
		return term
	case term == ".":
		return "<" + label + ">"
	case strings.HasPrefix(term, "#"):
		return "<" + label + term + ">"
	case prefixed && prefixes[prefix] != "":
		return "<" + prefixes[prefix] + local + ">"
	}
	return "<" + things + term + ">"
}

// shortTerm is how a sample writes an IRI of a result.
func shortTerm(iri string) string {
	if short, ok := strings.CutPrefix(iri, things); ok {
		return short
	}
	for prefix, ns := range prefixes {
		if short, ok := strings.CutPrefix(iri, ns); ok {
			return prefix + ":" + short
		}
	}
	return iri
}
