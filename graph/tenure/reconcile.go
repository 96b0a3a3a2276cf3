package tenure

// reconcile makes two claims that tell of one tenure of one person, and disagree about its first or its last day, agree that
// it began and ended within what both say: "5/2003 – 2015" and "7/2/2004 – 9/8/2015" are a tenure that began between May 2003
// and February 2004. It reports whether it did so; what both were sure of stays, and nothing is lost with the other.
func reconcile(core []*claim) bool {
	if len(core) != 2 || core[0].Person != core[1].Person {
		return false
	}
	a, b := core[0], core[1]
	if a.widened || b.widened || !a.begins() || !b.begins() || !a.ends() || !b.ends() {
		return false
	}
	begin, end := a.begin.hull(b.begin), a.end.hull(b.end)
	if begin.to > end.from || end.from-begin.to < (end.to-begin.from)/2 { // they may be two tenures
		return false
	}
	for _, c := range core {
		c.begin, c.end, c.seen, c.widened = begin, end, []window{begin, end}, true
	}
	return true
}
