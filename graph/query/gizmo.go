package query

import (
	"context"
	"errors"
	"fmt"

	"github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/cayley/graph/refs"
	"github.com/cayleygraph/cayley/query"
	"github.com/cayleygraph/cayley/query/gizmo"
	"github.com/cayleygraph/quad"
	"github.com/dop251/goja"
)

// maxCalls is how deep the functions of a script may call each other.
const maxCalls = 2_000

// scriptSession runs Gizmo so that a script cannot end the process. Cayley runs it in a goroutine
// of its own, where a wrong argument (g.V().out(iri)) panics and nobody recovers. Here the script
// is run by a Go function that Cayley's runtime calls, and which recovers.
type scriptSession struct {
	*gizmo.Session
	key *runtimeKey
}

// newScriptSession makes a session on the store that wrap gives.
func newScriptSession(qs graph.QuadStore, b *budget) *scriptSession {
	key := &runtimeKey{}
	return &scriptSession{gizmo.NewSession(boundedStore(qs, b, key)), key}
}

// entry is the name under which the runtime knows the Go function, until the script starts.
const entry = "runScript"

// Execute compiles the script and prepares to run it.
func (s *scriptSession) Execute(ctx context.Context, text string, opt query.Options) (query.Iterator, error) {
	program, err := goja.Compile("", text, false)
	if err != nil {
		return nil, err
	}
	vm, err := s.runtime(ctx)
	if err != nil {
		return nil, err
	}
	vm.SetMaxCallStackSize(maxCalls)
	script := &script{vm: vm, program: program}
	if err := vm.Set(entry, script.run); err != nil {
		return nil, err
	}
	it, err := s.Session.Execute(ctx, entry+"()", opt)
	return &scriptResults{it, script}, err
}

// runtime gets hold of the JavaScript runtime of the session: it asks Gizmo for the value of a
// node whose value is a Go function, and calls it.
func (s *scriptSession) runtime(ctx context.Context) (*goja.Runtime, error) {
	it, err := s.Session.Execute(ctx, `g.V("`+runtimeNode.String()+`").toValue()()`, query.Options{Limit: -1})
	if err != nil {
		return nil, err
	}
	for it.Next(ctx) {
	}
	it.Close()
	if err := it.Err(); err != nil {
		return nil, err
	}
	if s.key.vm == nil {
		return nil, errors.New("gizmo gives no access to its runtime")
	}
	s.key.closed = true
	s.key.vm.ClearInterrupt() // Close interrupts even what has ended
	return s.key.vm, nil
}

// runtimeNode is a node that only newScriptSession looks up.
const runtimeNode = quad.IRI("urn:nhiemky:gizmo:runtime")

// runtimeKey is the reference of that node.
type runtimeKey struct {
	vm     *goja.Runtime
	closed bool // the runtime is known; the node is gone
}

var _ refs.Ref = &runtimeKey{}

// Key identifies the reference.
func (k *runtimeKey) Key() any { return k }

// runtimeValue is the value of that node.
type runtimeValue struct{ *runtimeKey }

var _ quad.Value = runtimeValue{}

// String is the IRI of the node.
func (runtimeValue) String() string { return runtimeNode.String() }

// Native is what Gizmo gives to the script: a function that notes the runtime that calls it.
func (v runtimeValue) Native() any {
	return func(_ goja.FunctionCall, vm *goja.Runtime) goja.Value {
		v.vm = vm
		return goja.Undefined()
	}
}

// script is a program with its outcome.
type script struct {
	vm      *goja.Runtime
	program *goja.Program
	last    any // the value of its last statement; read it after the engine has sent that
	err     error
}

// run is called by the runtime, in Cayley's goroutine.
func (s *script) run(goja.FunctionCall) (result goja.Value) {
	defer func() {
		if p := recover(); p != nil {
			s.err = &QueryError{Message: fmt.Sprintf("wrong argument to a function of Gizmo: %v", p)}
			result = goja.Undefined()
		}
	}()
	if err := s.vm.GlobalObject().Delete(entry); err != nil {
		s.err = err
		return goja.Undefined()
	}
	value, err := s.vm.RunProgram(s.program)
	if err != nil {
		s.err = err
		return goja.Undefined()
	}
	if !goja.IsNull(value) && !goja.IsUndefined(value) {
		s.last = value.Export()
	}
	return value
}

// scriptResults are the results of a script, with its own error.
type scriptResults struct {
	query.Iterator
	script *script
}

// lastValue is the value of the last statement of a script, where Cayley's engine gives nil for it.
type lastValue struct{ value any }

// Result is the current result.
func (r *scriptResults) Result() any {
	if result := r.Iterator.Result(); result != nil {
		return result
	}
	return lastValue{r.script.last}
}

// Err may be called once Next has said that there is no more and the engine has stopped.
func (r *scriptResults) Err() error {
	if err := r.Iterator.Err(); err != nil {
		return err
	}
	return r.script.err
}
