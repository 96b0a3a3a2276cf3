package web

import (
	"strings"
	"testing"
	"time"

	"github.com/nhiemky/nhiemky/graph/query"
)

func TestShape(t *testing.T) {
	_, ask := start(t, Options{Limits: query.Limits{Time: time.Second, MemoryBytes: 32 << 20}})
	for _, c := range []struct {
		name, path, body string
		status           int
		want             string
	}{
		{"gizmo", "gizmo", `g.V("<urn:an>").out("<urn:holds>").all()`, 200,
			`{"nodes":[{"id":0,"label":"any node","is_link_node":false,"is_fixed":false},` +
				`{"id":1,"label":"urn:holds","values":["\u003curn:holds\u003e"],"is_link_node":true,"is_fixed":true},` +
				`{"id":2,"label":"urn:an","values":["\u003curn:an\u003e"],"is_link_node":false,"is_fixed":true}],` +
				`"links":[{"source":2,"target":1,"role":"subject"},{"source":1,"target":0,"role":"object"}]}`},
		{"graphql", "graphql", `{ nodes { title: <urn:title> } }`, 200, `"label":"as title"`},
		{"language", "mql", "{}", 400, "this server knows gizmo and graphql"},
		{"empty", "gizmo", " ", 400, "the query is empty"},
		{"mistake", "gizmo", "g.V(", 400, "line 1, column 5"},
		{"a loop", "gizmo", "while(true){}", 422, "longer than it may (1s)"},
		{"a loop that emits", "gizmo", "while(true){g.emit(1)}", 422, "ask for less"}, // too many rows, or too long on a slow machine,
		{"a loop that asks", "gizmo", `while(true){g.V("<urn:an>").count()}`, 422, "it asks too much to be drawn"},
		{"a long text", "gizmo", strings.Repeat(" ", 70<<10) + "g.V().all()", 413, "longer or deeper"},
	} {
		t.Run(c.name, func(t *testing.T) {
			status, body := ask("POST", "/api/v1/shape/"+c.path, c.body)
			if status != c.status || !strings.Contains(body, c.want) {
				t.Errorf("got %d %s, want %d …%s…", status, body, c.status, c.want)
			}
		})
	}
	status, body := ask("POST", "/api/v1/shape/gizmo", `var a=[]; while(true){a.push({x:a.length})}`)
	if status != 422 {
		t.Errorf("an array that grows: got %d %s", status, body)
	}
}
