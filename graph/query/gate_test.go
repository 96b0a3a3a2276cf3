package query

import (
	"context"
	"testing"
	"time"
)

func TestWriterThatGivesUpLetsQueriesIn(t *testing.T) {
	g := NewGate()
	leave, err := g.Turn(t.Context(), nil, time.Second)
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := g.Alone(ctx); err == nil {
		t.Fatal("alone beside a query")
	}
	leave()
	if leave, err = g.Alone(t.Context()); err != nil {
		t.Fatal(err)
	}
	leave()
}
