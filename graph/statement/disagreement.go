package statement

import (
	"fmt"
)

// Disagreement finds two decisions that cannot both stand, the first in the order of the list: the same
// pair is the same and different, also by way of others, or a statement has two right values of one
// property. i is the earlier of the two. The error says what is wrong with the later one.
func Disagreement(all []Correction) (i, j int, err error) {
	same := newUnions()
	for i, c := range all {
		if c.Decision == Same {
			same.join(c.Subject, c.Other, i)
		}
	}
	values := map[[2]string]int{}
	for j, c := range all {
		switch c.Decision {
		case Different:
			if i, joined := same.joinedBy(c.Subject, c.Other); joined {
				return min(i, j), max(i, j), fmt.Errorf("one pair is decided to be the same and different")
			}
		case Value:
			key := [2]string{c.Subject, c.Property}
			if i, known := values[key]; known && all[i].Value != c.Value {
				return i, j, fmt.Errorf("two values of %s of one statement", c.Property)
			}
			values[key] = j
		}
	}
	return 0, 0, nil
}

// unions are things that were decided to be one, with the decision that joined each to the next.
type unions struct {
	up map[string]string
	by map[string]int
}

func newUnions() unions { return unions{map[string]string{}, map[string]int{}} }

// root is what stands for all that are one with a thing, and the last decision on the way to it.
func (u unions) root(of string) (root string, last int) {
	for u.up[of] != "" {
		of, last = u.up[of], u.by[of]
	}
	return of, last
}

func (u unions) join(a, b string, by int) {
	x, _ := u.root(a)
	y, _ := u.root(b)
	if x != y {
		u.up[x], u.by[x] = y, by
	}
}

// joinedBy reports whether two things are one, and the latest decision that has a part in it.
func (u unions) joinedBy(a, b string) (latest int, joined bool) {
	x, i := u.root(a)
	y, j := u.root(b)
	return max(i, j), x == y
}
