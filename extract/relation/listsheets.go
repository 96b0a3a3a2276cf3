package relation

import "github.com/nhiemky/nhiemky/extract/document"

// A list of members may give a sheet to each of them: "DANH SÁCH ĐẠI BIỂU QUỐC HỘI KHÓA XIV", and below it "Họ và tên: …", "Ngày
// sinh: …", "Chức vụ: …" for one after the other.

// titleLimit is the number of sentences in which the title of such a list stands.
const titleLimit = 5

// noteTitle notes a list whose head is the title of the document and gives membership to all whom it names.
func (l *linker) noteTitle(list *openedList) {
	if list.at > titleLimit || !list.heading || len(list.posts) != 1 || list.posts[0].post.Title.Family != "member" || list.posts[0].post.Org == nil {
		return
	}
	l.title = list
}

// sheetOfMember gives the membership of the title to the one whose sheet begins with the sentence.
func (l *linker) sheetOfMember() {
	if l.title == nil || l.headingAt(l.sent) != "name" {
		return
	}
	t := l.personAfter(0)
	if t < 0 || len(l.nodes[t].people) != 1 {
		return
	}
	n, g := l.nodes[t], l.title.posts[0]
	for k := len(l.claims) - 1; k >= 0 && l.SentOf[l.claims[k].at.I] == l.SentOf[l.sent.I]; k-- {
		if c := l.claims[k]; c.who == n.people[0] && c.post.Name == g.post.Name {
			return // the list is open still
		}
	}
	c := l.claim(n.people[0], g.post, g.status, "list", document.Span{I: n.I, J: n.J})
	c.line = l.sent
}
