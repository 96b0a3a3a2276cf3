package tenure

// interrupts is the claim that is outvoted most clearly of those that somebody left the post, or had left it, in the midst
// of the own time; nil if there is none. own are the claims of each person with a sighting, seen those of all.
func interrupts(own map[string][]*claim, seen, all []*claim) (worst *outvoted) {
	for _, c := range all {
		end := c.end
		if !c.ends() {
			end = c.left
		}
		if end == anyDay || len(own[c.Person]) < many {
			continue
		}
		if o := goesOnBeyond(c, end, own[c.Person], seen); o != nil && o.better(worst) {
			worst = o
		}
	}
	return worst
}

// goesOnBeyond reports that a claim of an end is outvoted: articles see the person in the post within a year before it, many
// more within a year behind it, none of them tells of a new beginning, and not as many see others in between.
func goesOnBeyond(c *claim, end window, own, seen []*claim) *outvoted {
	var before, behind []*claim
	for _, o := range own {
		switch {
		case o.doc() == c.doc():
		case o.start() > end.to && o.start()-end.to <= longBreak:
			if o.begins() {
				return nil
			}
			behind = append(behind, o)
		case o.start() <= end.from && end.from-o.until() <= longBreak && !o.ends():
			before = append(before, o)
		}
	}
	if len(before) == 0 || len(behind) == 0 {
		return nil
	}
	still, _ := votes(behind)
	others, _ := votes(othersWithin(c.Person, end.from-1, behind[len(behind)-1].start(), seen))
	ratio := still / max(c.weight(), others)
	if ratio < clearly {
		return nil
	}
	return &outvoted{claims: []*claim{c}, beside: []*claim{before[len(before)-1], behind[0]}, ratio: ratio}
}
