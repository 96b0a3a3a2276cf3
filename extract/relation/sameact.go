package relation

import (
	"github.com/nhiemky/nhiemky/extract/gazetteer"
	"github.com/nhiemky/nhiemky/extract/mention"
	"github.com/nhiemky/nhiemky/extract/record"
)

// sameAct makes a list of deputies begin with the head of their body who takes up the post by the act that names them
// together: "ông A giữ chức Giám đốc Sở Y tế, các Phó Giám đốc gồm: …", and in the sentence before where it was a body of
// which all are elected or named at once: "Ban Bí thư chỉ định ông A làm Chủ nhiệm Ủy ban Kiểm tra. Các Phó Chủ nhiệm gồm …".
func (l *linker) sameAct() {
	at := l.SentOf[l.sent.I]
	for i := len(l.claims) - 1; i >= 0 && l.SentOf[l.claims[i].post.I] == at; i-- {
		c := &l.claims[i]
		if c.status == record.Holds && (c.rule == "roster" || c.rule == "identity") && l.namedTogether(c) {
			c.status = record.Starts
		}
	}
}

// namedTogether reports whether somebody takes up a post of the body of claim c before it in its act.
func (l *linker) namedTogether(c *claim) bool {
	at := l.SentOf[c.post.I]
	for i := len(l.claims) - 1; i >= 0 && l.SentOf[l.claims[i].post.I] >= at-1; i-- {
		d := &l.claims[i]
		if d.post.I >= c.post.I || d.status != record.Starts || !d.byEvent() || d.post.Org == nil || c.post.Org == nil || d.post.Org.Name() != c.post.Org.Name() {
			continue
		}
		if l.SentOf[d.post.I] == at || c.post.Guessed && collective(c.post) && !l.Lists.Words.TimeClause.Has(l.Toks[l.sent.I]) {
			return true
		}
	}
	return false
}

// collective reports whether the body of a post is one whose members are elected or named together.
func collective(po *mention.Post) bool {
	switch po.Org.Branch() {
	case "party", "mass", "front":
		return true
	}
	return po.Org.Committee()
}

// justSetUp reports whether the sentence before decided who heads a body of which all are elected or named at once.
func (l *linker) justSetUp() bool {
	return l.head.what != "" && l.SentOf[l.sent.I]-l.head.sent == 1 && l.head.post != nil && collective(l.head.post)
}

// setUp is the event by which the one of node k takes up a post where it sets up the body of it: "chỉ định Ủy ban Kiểm tra
// Huyện ủy gồm 7 đồng chí, đồng chí A giữ chức Chủ nhiệm"; else "".
func (l *linker) setUp(k int) gazetteer.Meaning {
	gave := false
	for n := k - 1; n >= 0; n-- {
		switch p := &l.nodes[n]; {
		case p.posts != nil && p.what != gazetteer.MStart && !l.numberBefore(p.I):
			return ""
		case p.event == gazetteer.MStart && gave && l.bodyAt(p.J):
			l.lendSetUp(k, p.J)
			return p.event
		case p.event == gazetteer.MLink:
			gave = gave || l.Lists.Words.Consisting.Has(l.Toks[p.I])
		case p.event != "":
			return ""
		}
	}
	return ""
}

// lendSetUp gives the posts behind node k that are named without a body the one at token i that is set up, or what it steers:
// "bầu Ban Chấp hành Đoàn tỉnh gồm 15 đồng chí, đồng chí A giữ chức Bí thư".
func (l *linker) lendSetUp(k, i int) {
	o := l.Items[l.ItemFrom(i)].Org
	if o.Kind != nil && o.Kind.Board && o.Parent != nil {
		o = o.Parent
	}
	for t := k + 1; t < len(l.nodes); t++ {
		for _, po := range l.nodes[t].posts {
			if po.Org == nil && po.Title.Unit == "" && (po.Title.Family == "party" || po.Title.Family == "chair" || po.Title.Family == "head") {
				po.Org, po.Guessed = o, true
			}
		}
	}
}

// bodyAt reports whether a body is named at token i.
func (l *linker) bodyAt(i int) bool {
	n := l.ItemFrom(i)
	return n < len(l.Items) && l.Items[n].I == i && l.Items[n].Org != nil
}

// atHandover makes a ceremony of those who attend it: "dự lễ bàn giao chức vụ Chính ủy", "chứng kiến bàn giao".
func (l *linker) atHandover() {
	for k := range l.nodes {
		n := &l.nodes[k]
		if n.event == gazetteer.MEnd && l.Toks[n.I].Is("bàn") && n.I > l.sent.I && l.Lists.Words.Ceremony.Has(l.Toks[n.I-1]) {
			n.event = gazetteer.MPresent
		}
	}
}
