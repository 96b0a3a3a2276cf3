package queries

import (
	"encoding/json"
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strings"
)

var (
	paramLine  = regexp.MustCompile(`^param (\S+) \((text|key|date|iri)\) = ("(?:[^"\\]|\\.)*"): (.+)$`)
	columnLine = regexp.MustCompile(`^column (\S+): (.+)$`)
	drawLine   = regexp.MustCompile(`^draw (\S+)(?: as (\S+))? -> (\S+)(?: as (\S+))?$`) // read by graph/web/cayley/page/drawing.js
)

// readHeader reads the question, the parameters and the columns from the comments at the beginning. Other
// comments are for people. The error begins with the line number.
func (q *Query) readHeader() error {
	mark := map[string]string{"gizmo": "//", "graphql": "#"}[q.Language]
	for i, line := range strings.Split(q.Text, "\n") {
		comment, ok := strings.CutPrefix(line, mark)
		if !ok {
			break
		}
		if err := q.readComment(strings.TrimSpace(comment)); err != nil {
			return fmt.Errorf("%d: %w", i+1, err)
		}
	}
	switch {
	case q.Question == "":
		return errors.New("1: no question: the first line is a comment with it")
	case len(q.Columns) == 0:
		return errors.New("1: no columns: say them as " + mark + " column NAME: meaning")
	}
	for _, drawn := range q.Drawn {
		if !slices.ContainsFunc(q.Columns, func(c Column) bool { return c.Name == drawn }) {
			return fmt.Errorf("1: it draws %s, which is no column", drawn)
		}
	}
	return nil
}

func (q *Query) readComment(comment string) error {
	if q.Question == "" {
		q.Question = comment
		return nil
	}
	if m := columnLine.FindStringSubmatch(comment); m != nil {
		q.Columns = append(q.Columns, Column{m[1], m[2]})
		return nil
	}
	if m := drawLine.FindStringSubmatch(comment); m != nil {
		q.Drawn = slices.DeleteFunc(m[1:], func(column string) bool { return column == "" })
		return nil
	}
	m := paramLine.FindStringSubmatch(comment)
	if m == nil {
		if strings.HasPrefix(comment, "param ") || strings.HasPrefix(comment, "column ") || strings.HasPrefix(comment, "draw ") {
			return fmt.Errorf("%q is neither param NAME (TYPE) = \"SAMPLE\": MEANING nor column NAME: MEANING nor draw COLUMN as LABEL -> COLUMN as LABEL", comment)
		}
		return nil
	}
	p := Param{Name: m[1], Type: m[2], Meaning: m[4]}
	if err := json.Unmarshal([]byte(m[3]), &p.Sample); err != nil {
		return fmt.Errorf("the sample of %s: %w", p.Name, err)
	}
	q.Params = append(q.Params, p)
	return nil
}
