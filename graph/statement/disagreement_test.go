package statement

import "testing"

// Decisions that cannot both stand are found, also by way of others.
func TestDisagreement(t *testing.T) {
	same := func(a, b string) Correction { return Correction{Decision: Same, Subject: a, Other: b} }
	different := func(a, b string) Correction { return Correction{Decision: Different, Subject: a, Other: b} }
	value := func(of, property, value string) Correction {
		return Correction{Decision: Value, Subject: of, Property: property, Value: value}
	}
	for _, c := range []struct {
		what string
		all  []Correction
		i, j int
		want string
	}{
		{"nothing", nil, 0, 0, ""},
		{"one pair twice", []Correction{same("a", "b"), same("b", "a")}, 0, 0, ""},
		{"other pairs", []Correction{same("a", "b"), different("b", "c")}, 0, 0, ""},
		{"a pair", []Correction{same("x", "y"), same("a", "b"), different("a", "b")}, 1, 2, "one pair is decided to be the same and different"},
		{"turned round, the other way about", []Correction{different("b", "a"), same("a", "b")}, 0, 1, "one pair is decided to be the same and different"},
		{"by way of others", []Correction{same("a", "b"), different("a", "d"), same("c", "d"), same("b", "c")}, 1, 3, "one pair is decided to be the same and different"},
		{"two values", []Correction{value("a", "from", "2018"), value("a", "to", "2019"), value("a", "from", "2017")}, 0, 2, "two values of from of one statement"},
		{"one value twice", []Correction{value("a", "from", "2018"), value("a", "from", "2018")}, 0, 0, ""},
	} {
		i, j, err := Disagreement(c.all)
		if (err != nil) != (c.want != "") || err != nil && err.Error() != c.want || i != c.i || j != c.j {
			t.Errorf("%s: %d, %d, %v; want %d, %d, %s", c.what, i, j, err, c.i, c.j, c.want)
		}
	}
}
