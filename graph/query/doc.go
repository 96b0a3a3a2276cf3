// Package query runs Gizmo and GraphQL on a quad store with limits of time, rows and memory, and draws
// what a query asks for.
//
//	run.go      the turn of a query, its rows, or its results as Cayley's HTTP API gives them
//	engine.go   one query in its engine, watched (budget.go) and stopped
//	bounded.go  the quad store as a query sees it: every step asks whether it may go on
//	rows.go     results as a table; tree.go those of GraphQL, cell.go a value
//	sketch.go   the shape of a query, drawn without asking the store
//	match.go    quads by their parts
//
// It knows nothing of the domain: any quad store of Cayley will do. A mistake in a query is a *QueryError
// that says where; a limit that was hit is one of ErrTime, ErrRows, ErrMemory, ErrText, ErrBusy, ErrStuck.
package query
