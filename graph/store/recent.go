package store

import (
	"sync"
)

// Recent keeps what was used lately, up to a size, for several goroutines. It is two maps: what is in
// the older one is dropped when the newer is full, unless it was used meanwhile.
type Recent[K comparable, V any] struct {
	lock         sync.Mutex
	newer, older map[K]sized[V]
	size         int // of what is in newer
	most         int // that newer takes
}

type sized[V any] struct {
	value V
	size  int
}

// NewRecent makes one for things of a size of most together.
func NewRecent[K comparable, V any](most int) *Recent[K, V] {
	return &Recent[K, V]{newer: map[K]sized[V]{}, most: most / 2}
}

func (r *Recent[K, V]) Get(key K) (V, bool) {
	r.lock.Lock()
	defer r.lock.Unlock()
	if s, known := r.newer[key]; known {
		return s.value, true
	}
	s, known := r.older[key]
	if known {
		r.keep(key, s)
	}
	return s.value, known
}

// Put keeps a value, unless it is so large that it would drive out too many others.
func (r *Recent[K, V]) Put(key K, value V, size int) {
	if size > r.most/4 {
		return
	}
	r.lock.Lock()
	defer r.lock.Unlock()
	if _, known := r.newer[key]; !known {
		r.keep(key, sized[V]{value, size})
	}
}

func (r *Recent[K, V]) keep(key K, s sized[V]) {
	if r.size+s.size > r.most {
		r.newer, r.older, r.size = map[K]sized[V]{}, r.newer, 0
	}
	r.newer[key] = s
	r.size += s.size
}

// forget drops everything.
func (r *Recent[K, V]) forget() {
	r.lock.Lock()
	defer r.lock.Unlock()
	r.newer, r.older, r.size = map[K]sized[V]{}, nil, 0
}
