package query

import (
	"errors"
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"github.com/dennwc/graphql/gqlerrors"
	"github.com/dop251/goja"
)

// located turns what the engines say about a mistake into a QueryError with its place.
func located(err error) error {
	var (
		script  *goja.Exception
		deep    *goja.StackOverflowError
		compile *goja.CompilerSyntaxError
		gql     *gqlerrors.Error
		known   *QueryError
	)
	switch {
	case err == nil:
		return nil
	case errors.As(err, &known):
		return known
	case errors.As(err, &compile):
		return fromCompiler(compile)
	case errors.As(err, &deep):
		return fromScript(&deep.Exception, fmt.Sprintf("functions call each other more than %d deep", maxCalls))
	case errors.As(err, &script):
		return fromScript(script, strings.TrimPrefix(script.Value().String(), "GoError: "))
	case errors.As(err, &gql):
		return fromGraphQL(gql)
	}
	return &QueryError{Message: err.Error()}
}

// parsePlace finds the place in what goja's parser says: "(anonymous): Line 2:9 Unexpected …".
var parsePlace = regexp.MustCompile(`^(?:\(anonymous\): )?Line (\d+):(\d+) (.*?)(?: \(and \d+ more errors\))?$`)

func fromCompiler(e *goja.CompilerSyntaxError) error {
	q := &QueryError{Message: firstLine(e.Message)}
	if e.File != nil {
		p := e.File.Position(e.Offset)
		q.Line, q.Column = p.Line, p.Column
	} else if m := parsePlace.FindStringSubmatch(q.Message); m != nil {
		q.Line, q.Column, q.Message = digits(m[1]), digits(m[2]), m[3]
	}
	return q
}

// digits is the number of digits that a pattern has found.
func digits(s string) int {
	n, _ := strconv.Atoi(s)
	return n
}

// scriptPlace finds the place in the query that a frame of goja's stack names: "at f (<eval>:3:14(5))".
var scriptPlace = regexp.MustCompile(`\bat (?:[^\n]*[( ])?(?:<[a-z]+>|\(anonymous\))?:?(\d+):(\d+)\(`)

func fromScript(e *goja.Exception, message string) error {
	q := &QueryError{Message: message}
	if m := scriptPlace.FindStringSubmatch(e.String()); m != nil {
		q.Line, q.Column = digits(m[1]), digits(m[2])
	}
	return q
}

func fromGraphQL(e *gqlerrors.Error) error {
	q := &QueryError{Message: firstLine(e.Message)}
	if len(e.Locations) > 0 {
		q.Line, q.Column = e.Locations[0].Line, e.Locations[0].Column
	}
	if _, after, ok := strings.Cut(q.Message, ") "); ok && strings.HasPrefix(q.Message, "Syntax Error") {
		q.Message = "syntax error: " + after
	}
	return q
}

func firstLine(s string) string {
	line, _, _ := strings.Cut(s, "\n")
	return line
}
