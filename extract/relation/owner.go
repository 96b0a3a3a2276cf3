package relation

// lendOwner gives the posts of the head of a list that leave their body or its place out the body that the page is about:
// "Chính ủy" as a heading on the page of a regiment, "CHỦ TỊCH UBND" in the history of a commune.
func (l *linker) lendOwner(list *openedList) {
	if len(list.posts) == 0 || list.body != nil || list.place != nil {
		return
	}
	o := l.Owner()
	if o == nil {
		return
	}
	for k := range list.posts {
		po := list.posts[k].post
		switch {
		case po.Org == nil || po.Guessed:
			if o.May(po) {
				own := *po
				own.Org, own.Guessed = o, false
				list.posts[k].post = &own
			}
		case po.Org.Place() == nil || po.Org.Taken:
			list.posts[k].post = l.placed(po, nil, o.Place())
		}
	}
}
