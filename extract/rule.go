package extract

// Rule names one way in which a record comes about. Every record carries the name of its rule; the
// file rules/NAME.txt shows by samples what the rule reads and what it leaves alone.
type Rule struct{ Name, Meaning string }

// Rules are all rules, in the order in which a document is read.
func Rules() []Rule {
	return []Rule{
		{"apposition-before", "a post directly before the name of its holder"},
		{"apposition-after", "posts behind a name, set apart by a comma, a dash or brackets"},
		{"identity", "a post, \"là\", a name"},
		{"roster", "a post before a list of names in one sentence: \"gồm\", a colon"},
		{"list", "a heading or an opening line before names that stand a line each"},
		{"career-line", "a line of a curriculum vitae: a date and the post, without a name"},
		{"verbless", "posts that a biography or the notice of a death tells without a verb"},
		{"table", "a row of a table whose columns are told by their heads, or by what stands in them"},
		{"infobox", "a row with a post and a row with its term, in the box beside a biography"},
		{"signature", "the post and the name with which an official text is signed"},
		{"event-start", "elected, appointed, assigned to a post"},
		{"event-move", "transferred to a post, and away from the one before"},
		{"event-end", "dismissed, released, resigned from a post"},
		{"event-retire", "retired from a post, or died in it"},
		{"event-nominate", "put forward for a post"},
		{"event-former", "held a post once: \"từng\""},
		{"event-link", "holds a post: \"là\", \"giữ chức\", \"làm\""},
		{"event-replace", "takes up a post in someone's place"},
		{"replaced", "the one in whose place a post is taken up"},
		{"congress", "a party congress by its number"},
		{"committee-term", "a congress by the term of the committee that it elected"},
		{"plenum", "a plenum of the Central Committee"},
		{"session", "a numbered session of a committee, council or union"},
		{"document-code", "a document by its number"},
		{"letterhead", "the official text that the page is, by its number, type and day"},
		{"resolution-of-plenum", "a resolution by the plenum that passed it"},
		{"resolution-of-congress", "a resolution by the congress that passed it"},
		{"law-by-title", "a law by its title"},
		{"title-in-quotes", "a document by a title in quotation marks"},
		{"life", "when and where somebody was born, or died"},
	}
}
