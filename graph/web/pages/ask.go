package pages

// queries is the list of the named queries, each with a form for its parameters that opens it in Cayley's
// UI.
func (p *Pages) queries(q *request) (reply, error) {
	return q.html("queries", q.lang.say("queries.title"), p.Queries)
}
