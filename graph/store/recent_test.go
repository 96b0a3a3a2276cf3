package store

import (
	"sync"
	"testing"
)

func TestRecent(t *testing.T) {
	r := NewRecent[int, int](100)
	for i := range 1000 {
		r.Put(i, -i, 1)
		if _, known := r.Get(0); !known {
			t.Fatalf("0 is gone after %d more, although it was used", i)
		}
	}
	if v, known := r.Get(999); !known || v != -999 {
		t.Errorf("the last is %d, %v", v, known)
	}
	if _, known := r.Get(500); known {
		t.Error("500 is still there")
	}
	if n := len(r.newer) + len(r.older); n > 100 {
		t.Errorf("%d things are kept", n)
	}
	r.Put(-1, 1, 60)
	if _, known := r.Get(-1); known {
		t.Error("something is kept that drives out most others")
	}
	r.forget()
	if _, known := r.Get(999); known {
		t.Error("999 is not forgotten")
	}
}

func TestRecentOfManyGoroutines(t *testing.T) {
	r := NewRecent[int, int](50)
	var wait sync.WaitGroup
	for g := range 8 {
		wait.Go(func() {
			for i := range 1000 {
				r.Put(i, i*i, 1+i%3)
				if v, known := r.Get(i - g); known && v != (i-g)*(i-g) {
					t.Errorf("%d: %d", i-g, v)
				}
				if i == 500 {
					r.forget()
				}
			}
		})
	}
	wait.Wait()
}
