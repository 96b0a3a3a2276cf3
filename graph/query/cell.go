package query

import (
	"encoding/json"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/cayleygraph/quad"
)

// CellKind says what a Cell is.
type CellKind int

// The kinds of cell.
const (
	KindNone    CellKind = iota // nothing: the zero Cell
	KindIRI                     // Text is the IRI in full, without brackets
	KindBlank                   // Text is the name of a blank node, without "_:"
	KindLiteral                 // Text is the words, with Lang or Datatype where there is one
	KindNumber                  // Text is the number in decimal digits
	KindBool                    // Text is "true" or "false"
	KindList                    // Items are the values
)

// Cell is one cell of a result.
type Cell struct {
	Kind     CellKind
	Text     string
	Lang     string // BCP 47 tag of a literal, or ""
	Datatype string // IRI of the datatype of a literal, or ""
	Items    []Cell // of a List
}

// String is the value as a person reads it: IRIs without brackets, lists with "; " between.
func (c Cell) String() string {
	switch c.Kind {
	case KindBlank:
		return "_:" + c.Text
	case KindList:
		parts := make([]string, len(c.Items))
		for i, item := range c.Items {
			parts[i] = item.String()
		}
		return strings.Join(parts, "; ")
	}
	return c.Text
}

// MarshalJSON gives null, a string, a number, a boolean or an array.
func (c Cell) MarshalJSON() ([]byte, error) {
	switch c.Kind {
	case KindNone:
		return []byte("null"), nil
	case KindNumber, KindBool:
		return []byte(c.Text), nil
	case KindList:
		return json.Marshal(c.Items)
	}
	return json.Marshal(c.String())
}

// fromQuad is the value of a node of the graph.
func fromQuad(v quad.Value) Cell {
	switch v := v.(type) {
	case nil:
		return Cell{}
	case quad.IRI:
		return Cell{Kind: KindIRI, Text: string(v)}
	case quad.BNode:
		return Cell{Kind: KindBlank, Text: string(v)}
	case quad.String:
		return Cell{Kind: KindLiteral, Text: string(v)}
	case quad.LangString:
		return Cell{Kind: KindLiteral, Text: string(v.Value), Lang: v.Lang}
	case quad.TypedString:
		return Cell{Kind: KindLiteral, Text: string(v.Value), Datatype: string(v.Type.Full())}
	case quad.Int, quad.Float, quad.Bool, quad.Time: // parsed by the store
		return fromNative(v.Native())
	}
	return Cell{Kind: KindLiteral, Text: v.String()}
}

// fromNative converts a value of a script. Gizmo represents nodes as text in the notation of N-Quads (<urn:x>,
// "words"@vi, "2018"^^<type>, _:b); such text is read as the node.
func fromNative(v any) Cell {
	switch v := v.(type) {
	case nil:
		return Cell{}
	case quad.Value:
		return fromQuad(v)
	case string:
		return fromText(v)
	case bool:
		return Cell{Kind: KindBool, Text: strconv.FormatBool(v)}
	case int64:
		return Cell{Kind: KindNumber, Text: strconv.FormatInt(v, 10)}
	case float64:
		return fromFloat(v)
	case time.Time:
		return Cell{Kind: KindLiteral, Text: v.Format(time.RFC3339Nano), Datatype: xsdDateTime}
	case []any:
		return listOf(v)
	case []quad.Value: // of GraphQL, in the order in which the store happened to find them
		list := listOf(v)
		slices.SortFunc(list.Items, func(a, b Cell) int { return strings.Compare(a.String(), b.String()) })
		return list
	}
	text, err := json.Marshal(v) // an object of a script
	if err != nil {
		return Cell{Kind: KindLiteral, Text: fmt.Sprint(v)}
	}
	return Cell{Kind: KindLiteral, Text: string(text)}
}

// quadText is text in the notation of N-Quads, as Gizmo writes it.
var quadText = regexp.MustCompile(`^(?:<[A-Za-z][A-Za-z0-9+.-]*:[^<>"\s]*>|"[^"]*"(?:@[A-Za-z0-9-]+|\^\^<[^<>"\s]+>)|_:[^\s"<>]+)$`)

func fromText(s string) Cell {
	if quadText.MatchString(s) {
		return fromQuad(quad.StringToValue(s))
	}
	return Cell{Kind: KindLiteral, Text: s}
}

const xsdDateTime = "http://www.w3.org/2001/XMLSchema#dateTime"

func fromFloat(f float64) Cell {
	text := strconv.FormatFloat(f, 'g', -1, 64)
	if !json.Valid([]byte(text)) { // NaN and the infinities are no JSON numbers
		return Cell{Kind: KindLiteral, Text: text}
	}
	return Cell{Kind: KindNumber, Text: text}
}

func listOf[T any](items []T) Cell {
	out := Cell{Kind: KindList, Items: make([]Cell, len(items))}
	for i, item := range items {
		out.Items[i] = fromNative(item)
	}
	return out
}
