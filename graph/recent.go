package graph

import "sync"

// recent keeps what was used lately, up to a size, for several goroutines. It is two maps: what is in
// the older one is dropped when the newer is full, unless it was used meanwhile.
type recent[K comparable, V any] struct {
	lock         sync.Mutex
	newer, older map[K]sized[V]
	size         int // of what is in newer
	most         int // that newer takes
}

type sized[V any] struct {
	value V
	size  int
}

// newRecent makes one for things of a size of most together.
func newRecent[K comparable, V any](most int) *recent[K, V] {
	return &recent[K, V]{newer: map[K]sized[V]{}, most: most / 2}
}

func (r *recent[K, V]) get(key K) (V, bool) {
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

// put keeps a value, unless it is so large that it would drive out too many others.
func (r *recent[K, V]) put(key K, value V, size int) {
	if size > r.most/4 {
		return
	}
	r.lock.Lock()
	defer r.lock.Unlock()
	if _, known := r.newer[key]; !known {
		r.keep(key, sized[V]{value, size})
	}
}

func (r *recent[K, V]) keep(key K, s sized[V]) {
	if r.size+s.size > r.most {
		r.newer, r.older, r.size = map[K]sized[V]{}, r.newer, 0
	}
	r.newer[key] = s
	r.size += s.size
}

// forget drops everything.
func (r *recent[K, V]) forget() {
	r.lock.Lock()
	defer r.lock.Unlock()
	r.newer, r.older, r.size = map[K]sized[V]{}, nil, 0
}
