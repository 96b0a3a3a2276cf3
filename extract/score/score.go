// Package score compares extracted records with gold records, which people made by reading.
//
// In: two sets of records by document, gold and system, in the JSON form of package record. Out: a Report with
// precision, recall and F1 of each kind of record, the shares of right statuses, dates and terms, every difference, and
// how each rule fared. The figures and the lines of differences are those of score.py, the scorer of the evaluation set.
//
// The package extracts nothing and reads no article: it ignores evidence and spans.
package score

import (
	"slices"
)

// Kinds are the kinds of record that can be scored alone.
func Kinds() []string { return kinds() }

// Compare scores the system's records of the documents that gold names; other documents of the
// system are ignored. kind is one of Kinds, or "" for all.
func Compare(gold, system Documents, kind string) *Report {
	s := scoring{forms: newForms(), kind: kind, report: &Report{Documents: len(gold), rules: map[string]*Rule{}}}
	for _, name := range gold.Names() {
		s.document(name, gold[name], system[name])
	}
	return s.report
}

// scoring is the work of comparing.
type scoring struct {
	forms  *forms
	kind   string
	report *Report
}

// document scores the records of one document, kind by kind.
func (s scoring) document(name string, gold, system []Record) {
	for _, kind := range kinds() {
		if s.kind != "" && s.kind != kind {
			continue
		}
		c := comparison{document: name, kind: kind, report: s.report}
		c.gold = s.entries(gold, kind)
		c.system = s.entries(system, kind)
		c.match()
		c.countRecords()
		switch kind {
		case "holding":
			c.countStatus()
			c.countPersons()
		case "congress":
			c.countTerms()
		}
		c.countRules()
		c.judge()
	}
}

// entry is a record with the keys under which it may match.
type entry struct {
	Record
	keys  map[key]bool
	names []string // of the person, in normal form: the first is that of "person"
}

// entries are the records of one kind.
func (s scoring) entries(records []Record, kind string) []*entry {
	var all []*entry
	for _, r := range records {
		if r.kind() == kind {
			all = append(all, &entry{r, s.forms.keys(r), names(r)})
		}
	}
	return all
}

// pair is a gold record and the system's that matched it.
type pair struct{ gold, system *entry }

// comparison is one kind of record in one document.
type comparison struct {
	document, kind string
	gold, system   []*entry
	pairs          []pair
	misses         []*entry // gold that nothing matched
	alarms         []*entry // of the system, without any gold, in order
	repeats        []*entry // of the system, whose gold was taken already
	report         *Report
}

// match pairs each record of the system, in order, with the first gold record that shares a key
// and is not taken: a required one, or else an optional one.
func (c *comparison) match() {
	c.misses = slices.Clone(c.gold)
	for _, s := range c.system {
		shares := func(g *entry) bool { return meet(g.keys, s.keys) }
		i := slices.IndexFunc(c.misses, func(g *entry) bool { return !g.optional() && shares(g) })
		if i < 0 {
			i = slices.IndexFunc(c.misses, shares)
		}
		switch {
		case i >= 0:
			c.pairs = append(c.pairs, pair{c.misses[i], s})
			c.misses = slices.Delete(c.misses, i, i+1)
		case slices.ContainsFunc(c.gold, shares):
			c.repeats = append(c.repeats, s)
		default:
			c.alarms = append(c.alarms, s)
		}
	}
}

// meet reports whether two sets share a member.
func meet[K comparable](a, b map[K]bool) bool {
	for k := range a {
		if b[k] {
			return true
		}
	}
	return false
}

// forgiven reports whether a false alarm is not counted: it is about a person all of whose gold
// records are optional.
func (c *comparison) forgiven(e *entry) bool {
	found := false
	for _, g := range c.gold {
		if c.kind != "holding" || !slices.Contains(g.names, e.names[0]) {
			continue
		}
		if !g.optional() {
			return false
		}
		found = true
	}
	return found
}

// countRecords counts hits, misses and false alarms of the kind.
func (c *comparison) countRecords() {
	f := c.report.figure(c.kind)
	for _, p := range c.pairs {
		if !p.gold.optional() {
			f.Right++
		}
	}
	for _, m := range c.misses {
		if !m.optional() {
			f.Missed++
			c.differ(Difference{Sign: "-", What: c.kind, Record: m.String()})
		}
	}
	for _, a := range c.alarms {
		if !c.forgiven(a) {
			f.False++
			c.differ(Difference{Sign: "+", What: c.kind, Record: a.String(), Rule: a.text("rule")})
		}
	}
}

// differ notes a difference.
func (c *comparison) differ(d Difference) {
	d.Document = c.document
	c.report.Differences = append(c.report.Differences, d)
}

// countStatus counts the right statuses and dates of the matched holdings.
func (c *comparison) countStatus() {
	for _, p := range c.pairs {
		if p.gold.optional() {
			continue
		}
		may, got := p.gold.statuses(), p.system.Record["status"]
		right := slices.Contains(may, got)
		c.report.share("status").count(right)
		c.report.share("office").count(slices.Contains(offices(may), offices([]any{got})[0]))
		if !right {
			c.disagree(p, "status", shown(p.gold.Record["status"]))
		}
		for _, end := range []string{"from", "to"} {
			c.countDate(p, end)
		}
	}
}

// countDate counts whether a date that gold states is found, and whether one that the system states is right.
func (c *comparison) countDate(p pair, end string) {
	want, got := p.gold.Record[end], p.system.Record[end]
	if filled(want) {
		c.report.share("dates").count(want == got)
		if want != got {
			c.disagree(p, end, shown(want))
		}
	}
	if filled(got) {
		c.report.share("stated").count(want == got)
		if !filled(want) {
			c.disagree(p, end, "none")
		}
	}
}

// disagree notes that a matched record has another value than gold under a key.
func (c *comparison) disagree(p pair, key, gold string) {
	c.differ(Difference{Sign: "~", What: key, Record: p.gold.String(),
		Gold: gold, Got: shown(p.system.Record[key]), Rule: p.system.text("rule")})
}

// countTerms counts the right terms of the matched congresses.
func (c *comparison) countTerms() {
	for _, p := range c.pairs {
		if want := p.gold.Record["term"]; filled(want) && !p.gold.optional() {
			c.report.share("term").count(want == p.system.Record["term"])
		}
	}
}

// countPersons counts persons, and persons with their posts whatever the organisation, each once
// for the document.
func (c *comparison) countPersons() {
	first := c.firstNames()
	who := func(e *entry) string {
		if n, ok := first[e.names[0]]; ok {
			return n
		}
		return e.names[0]
	}
	c.countSets("loose", func(e *entry) key { return key{who(e), plain(e.text("post"))} })
	c.countSets("person", func(e *entry) key { return key{who(e)} })
}

// firstNames gives each name that gold allows for a person the one that stands for all of them.
func (c *comparison) firstNames() map[string]string {
	first := map[string]string{}
	for _, g := range slices.Backward(c.gold) {
		for _, n := range g.names {
			first[n] = g.names[0]
		}
	}
	for _, g := range c.gold {
		first[g.names[0]] = g.names[0]
	}
	return first
}

func (c *comparison) countSets(name string, of func(*entry) key) {
	need, may, got := map[key]bool{}, map[key]bool{}, map[key]bool{}
	for _, g := range c.gold {
		may[of(g)] = true
		if !g.optional() {
			need[of(g)] = true
		}
	}
	for _, s := range c.system {
		if !c.forgiven(s) {
			got[of(s)] = true
		}
	}
	f := c.report.figure(name)
	for k := range need {
		if got[k] {
			f.Right++
		} else {
			f.Missed++
		}
	}
	for k := range got {
		if !may[k] {
			f.False++
		}
	}
}
