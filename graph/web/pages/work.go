package pages

import (
	"cmp"
	"context"
	"net/http"
	"slices"
	"strings"
	"time"

	"github.com/nhiemky/nhiemky/graph"
)

// work is what waits for a decision.
type work struct {
	findings   []graph.Finding
	candidates [][]graph.Candidate // persons of one name
}

// workData is a page of the work list.
type workData struct {
	Tab        string // "contradictions" or "candidates"
	Findings   []graph.Finding
	Candidates [][]graph.Candidate
	Counts     [2]int // contradictions, names of candidates
	Pager      pager
	MayChange  bool
	Writable   bool   // decisions are kept when one may make them
	Done       string // what was decided just now
}

const workPerPage = 20

// work is the list of contradictions and of persons who may be the same.
func (p *Pages) work(q *request) (reply, error) {
	all, err := p.waiting(context.WithoutCancel(q.Context()))
	if err != nil {
		return reply{}, err
	}
	data := workData{Tab: "contradictions", Counts: [2]int{len(all.findings), len(all.candidates)}, Done: q.FormValue("done"),
		MayChange: p.mayChange(q.Request), Writable: p.Decide != nil}
	size := len(all.findings)
	if q.FormValue("tab") == "candidates" {
		data.Tab, size = "candidates", len(all.candidates)
	}
	var from, to int
	data.Pager, from, to = q.pagerOf(size, workPerPage)
	if data.Tab == "candidates" {
		data.Candidates = all.candidates[from:to]
	} else {
		data.Findings = all.findings[from:to]
	}
	return q.html("work", q.lang.say("work.title"), data)
}

// waiting is what waits for a decision in the store as it is now.
func (p *Pages) waiting(ctx context.Context) (work, error) {
	return p.todo.get(p.store.Changes(), func() (work, error) { return p.readWork(ctx) })
}

func (p *Pages) readWork(ctx context.Context) (w work, err error) {
	if p.Places != nil {
		if w.findings, err = p.store.Check(ctx, p.Places); err != nil {
			return w, err
		}
	}
	candidates, err := p.store.Candidates(ctx, "")
	for i, c := range candidates {
		if i == 0 || c.Name != candidates[i-1].Name {
			w.candidates = append(w.candidates, nil)
		}
		last := len(w.candidates) - 1
		w.candidates[last] = append(w.candidates[last], c)
	}
	return w, err
}

// decide keeps a decision and goes back to the page on which it was made.
func (p *Pages) decide(w http.ResponseWriter, r *http.Request) {
	r.Body = http.MaxBytesReader(w, r.Body, maxFormBytes)
	q := p.read(r)
	if !p.mayChange(r) {
		http.Error(w, q.lang.say("work.readonly"), http.StatusForbidden)
		return
	}
	if err := r.ParseForm(); err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	c := graph.Correction{
		Decision: graph.Decision(r.PostFormValue("decision")), Subject: r.PostFormValue("subject"), Other: r.PostFormValue("other"),
		Property: r.PostFormValue("property"), Value: strings.TrimSpace(r.PostFormValue("value")),
		Reason: strings.TrimSpace(r.PostFormValue("reason")), By: strings.TrimSpace(r.PostFormValue("by")), On: time.Now().Format(time.DateOnly),
	}
	if c.Decision == graph.Wrong {
		c.Other = ""
	}
	if err := c.Check(); err != nil {
		http.Error(w, q.lang.say("work.refused", err), http.StatusBadRequest)
		return
	}
	if err := p.Decide(r.Context(), c); err != nil {
		http.Error(w, q.lang.say("work.refused", err), http.StatusInternalServerError)
		return
	}
	http.Redirect(w, r, "/work?tab="+cmp.Or(tabOf(r), "contradictions")+"&done="+string(c.Decision), http.StatusSeeOther)
}

// tabOf is the tab on which a decision was made.
func tabOf(r *http.Request) string {
	tab := r.PostFormValue("tab")
	if slices.Contains([]string{"contradictions", "candidates"}, tab) {
		return tab
	}
	return ""
}
