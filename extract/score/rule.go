package score

import (
	"cmp"
	"slices"
)

// Rule says how the records fared that one rule made in the documents of gold.
type Rule struct {
	Name     string // "" for records that name no rule
	Fired    int    // records it made: Right + Wrong + Optional + Repeated
	Right    int    // match a gold record that is required
	Wrong    int    // false alarms that count
	Optional int    // match an optional gold record, or are about a person who has no other
	Repeated int    // say again what another record said
	Astray   int    // of the right ones, those with another status, begin, end or term than gold
}

// Share is the share of right ones among those that are right or wrong, 1 when there are none.
func (r Rule) Share() float64 { return ratio(r.Right, r.Right+r.Wrong) }

// Rules are all rules that fired, the most frequent first.
func (r *Report) Rules() []Rule {
	var all []Rule
	for _, rule := range r.rules {
		all = append(all, *rule)
	}
	slices.SortFunc(all, func(a, b Rule) int {
		return cmp.Or(cmp.Compare(b.Fired, a.Fired), cmp.Compare(a.Name, b.Name))
	})
	return all
}

// rule is the count of the rule that made a record, which has fired.
func (c *comparison) rule(e *entry) *Rule {
	name := e.text("rule")
	r, ok := c.report.rules[name]
	if !ok {
		r = &Rule{Name: name}
		c.report.rules[name] = r
	}
	r.Fired++
	return r
}

// countRules counts what became of the records of each rule.
func (c *comparison) countRules() {
	for _, p := range c.pairs {
		rule := c.rule(p.system)
		if p.gold.optional() {
			rule.Optional++
			continue
		}
		rule.Right++
		if astray(p) {
			rule.Astray++
		}
	}
	for _, r := range c.repeats {
		c.rule(r).Repeated++
	}
	for _, a := range c.alarms {
		rule := c.rule(a)
		if c.forgiven(a) {
			rule.Optional++
		} else {
			rule.Wrong++
		}
	}
}

// astray reports whether a matched record has another status, begin, end or term than gold states.
func astray(p pair) bool {
	keys := []string{}
	switch p.gold.kind() {
	case "holding":
		if !slices.Contains(p.gold.statuses(), p.system.Record["status"]) {
			return true
		}
		keys = append(keys, "from", "to")
	case "congress":
		keys = append(keys, "term")
	}
	return slices.ContainsFunc(keys, func(k string) bool {
		want := p.gold.Record[k]
		return filled(want) && want != p.system.Record[k]
	})
}
