package query

import (
	"context"
	"errors"
	"runtime"
	"runtime/metrics"
	"sync/atomic"
	"time"
)

// budget limits one running query: its time by a context, its memory by sampling the heap. Once it is exhausted it
// stays so, and err says why; later results of the engine are ignored.
type budget struct {
	ctx     context.Context
	stop    context.CancelCauseFunc
	stopped atomic.Bool // true once ctx is done; checked at every step of every iterator
	limits  Limits
	ended   chan struct{} // closed when the engine has stopped
	beyond  chan struct{} // closed when the engine takes so much memory that waiting for it is pointless
}

// newBudget starts watching. The caller must call end when the engine has stopped.
func newBudget(parent context.Context, l Limits) (b *budget, end func()) {
	timed, cancel := context.WithTimeoutCause(parent, l.Time, l.timeError())
	ctx, stop := context.WithCancelCause(timed)
	b = &budget{ctx: ctx, stop: stop, limits: l, ended: make(chan struct{}), beyond: make(chan struct{})}
	context.AfterFunc(ctx, func() { b.stopped.Store(true) })
	go b.watchMemory()
	return b, func() {
		stop(context.Canceled)
		cancel()
		close(b.ended)
	}
}

// err says why the query has to stop; nil while it may run.
func (b *budget) err() error {
	if !b.stopped.Load() && b.ctx.Err() == nil {
		return nil
	}
	return context.Cause(b.ctx)
}

const (
	memoryPeriod = 2 * time.Millisecond   // between two samples of the heap
	memoryPause  = 100 * time.Millisecond // between two garbage collections that the watch triggers
	maxStack     = 64 << 20               // bytes by which stacks may grow; Go ends a process that has one of 1 GB
)

// watchMemory ends the query when the live heap has grown by more than allowed. What is live is known
// from the last garbage collection, so one is run when the heap as a whole has grown by that much.
// A script can double a text with every step, and a step cannot be stopped: a heap that grows on
// although the query was told to stop is a runaway. So are stacks that grow: what recurses without end
// outside of the script's own functions (the engine over an object that holds itself) ends only with
// the process. Queries that run beside each other share the heap, and may be ended for what they hold
// together.
func (b *budget) watchMemory() {
	allowed := heapBase(b.limits.MemoryBytes) + b.limits.MemoryBytes
	stacks := readHeap().stacks + maxStack
	var collecting atomic.Bool
	for b.pause() {
		heap := readHeap()
		if heap.live > allowed {
			b.stop(b.limits.memoryError())
		}
		if heap.stacks > stacks {
			b.stop(b.limits.stackError())
		}
		if heap.live > 4*allowed || heap.stacks > stacks {
			close(b.beyond)
			time.Sleep(lastWord)
			b.runaway()
			return
		}
		if heap.all > allowed && collecting.CompareAndSwap(false, true) {
			go func() {
				runtime.GC()
				time.Sleep(memoryPause)
				collecting.Store(false)
			}()
		}
	}
	if errors.Is(b.err(), ErrMemory) {
		runtime.GC() // so that the next query does not start with this one's garbage
	}
}

// heapBase is the size of the heap at the start of the query, in bytes.
func heapBase(limit uint64) uint64 {
	heap := readHeap()
	if heap.all > heap.live+limit { // much of it is garbage
		runtime.GC()
		heap = readHeap()
	}
	return heap.all
}

// pause waits, and reports false when the engine has stopped.
func (b *budget) pause() bool {
	select {
	case <-b.ended:
		return false
	case <-time.After(memoryPeriod):
		return true
	}
}

// runaway reports that the engine was told to stop and did not.
func (b *budget) runaway() {
	if b.limits.Runaway != nil {
		b.limits.Runaway(b.err())
	}
}

// heap is the memory use according to the Go runtime, in bytes.
type heap struct {
	all    uint64 // objects that are live, or dead and not yet swept
	live   uint64 // objects found live by the last collection
	stacks uint64 // stacks of goroutines
}

func readHeap() heap {
	s := []metrics.Sample{{Name: "/memory/classes/heap/objects:bytes"}, {Name: "/gc/heap/live:bytes"}, {Name: "/memory/classes/heap/stacks:bytes"}}
	metrics.Read(s)
	return heap{s[0].Value.Uint64(), s[1].Value.Uint64(), s[2].Value.Uint64()}
}
