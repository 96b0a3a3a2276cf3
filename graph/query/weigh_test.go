package query

import (
	"encoding/json"
	"errors"
	"strings"
	"testing"

	"github.com/cayleygraph/cayley/graph/memstore"
)

// Little memory, and no end of text.
func TestAnswersAreBounded(t *testing.T) {
	limits := Limits{MemoryBytes: 4 << 20}
	for _, c := range []struct {
		name, text, want string // "" for no error
	}{
		{"a long string in every row", `var s = "x".repeat(1e6); for (var i = 0; i < 100; i++) g.emit(s)`, "its answer would be longer than 4 MiB"},
		{"strings that grow in JSON", `g.emit("\u0001".repeat(1e6))`, "its answer would be longer than 4 MiB"},
		{"an object twice in every object", `var o = {}; for (var i = 0; i < 16; i++) o = {a: o, b: o, c: "0123456789012345678901234567890123456789"}; g.emit(o)`,
			"more memory than it may"},
		{"lists in lists", `var a = []; for (var i = 0; i < 1000; i++) a = [a]; g.emit(a)`, "more than 250 lists and objects in one another"},
		{"as deep as it may be", `var a = []; for (var i = 0; i < 250; i++) a = [a]; g.emit(a)`, ""},
		{"as long as it may be", `var s = "x".repeat(1e6); for (var i = 0; i < 4; i++) g.emit(s)`, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, err := Results(t.Context(), NewGate(), memstore.New(), "gizmo", c.text, limits, false)
			if c.want == "" && err != nil || c.want != "" && (err == nil || !strings.Contains(err.Error(), c.want) || got != nil) {
				t.Errorf("got %v, %v", got != nil, err)
			}
		})
	}
}

// The weight of a text is its length in JSON, or a little more.
func TestWeight(t *testing.T) {
	for _, text := range []string{"", "Bí thư", "<urn:x>", "a\"b\\c\n\x01&"} {
		data, err := json.Marshal(text)
		if err != nil {
			t.Fatal(err)
		}
		length := uint64(len(data))
		if exact := (&scale{left: length + 8}); exact.weigh(text, 0) != nil {
			t.Errorf("%q is %d bytes of JSON and weighs more", text, length)
		}
		if short := (&scale{left: length - 1}); !errors.Is(short.weigh(text, 0), ErrMemory) {
			t.Errorf("%q is %d bytes of JSON and weighs less", text, length)
		}
	}
}
