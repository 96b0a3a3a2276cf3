package pages

import (
	"context"
	"errors"
	"net/http"
	"slices"
	"strings"
	"time"

	"github.com/nhiemky/nhiemky/graph/statement"
	"github.com/nhiemky/nhiemky/graph/view"
)

// work is what waits for a decision.
type work struct {
	findings   []view.Finding
	candidates [][]view.Namesake // persons of one name
}

// workData is a page of the work list.
type workData struct {
	Tab        string // one of tabs
	Findings   []view.Finding
	Candidates [][]candidate
	Decided    []statement.Correction
	Counts     [3]int // contradictions, names of candidates, decisions
	Pager      pager
	MayChange  bool
	Writable   bool   // decisions are kept when one may make them
	Done       string // what was decided just now
}

// candidate is a person who may be another, with some of what is said.
type candidate struct {
	view.Namesake
	Said []view.Holding
}

// tabs of the work list, the first when none is asked for.
var tabs = []string{"contradictions", "candidates", "decisions"}

const (
	workPerPage = 20
	saidShown   = 3 // of a candidate
)

// work is the list of contradictions, of persons who may be the same, and of what was decided.
func (p *Pages) work(q *request) (reply, error) {
	all, err := p.waiting(context.WithoutCancel(q.Context()))
	if err != nil {
		return reply{}, err
	}
	var decided []statement.Correction
	if p.Decided != nil {
		if decided, err = p.Decided(); err != nil {
			return reply{}, err
		}
	}
	data := workData{Tab: tabs[max(0, slices.Index(tabs, q.FormValue("tab")))], Done: q.FormValue("done"),
		Counts: [3]int{len(all.findings), len(all.candidates), len(decided)}, MayChange: p.mayChange(q.Request), Writable: p.Decide != nil}
	var from, to int
	data.Pager, from, to = q.pagerOf(data.Counts[slices.Index(tabs, data.Tab)], workPerPage)
	switch data.Tab {
	case "candidates":
		data.Candidates, err = p.candidates(q, all.candidates[from:to])
	case "decisions":
		data.Decided = decided[from:to]
	default:
		data.Findings = all.findings[from:to]
	}
	if err != nil {
		return reply{}, err
	}
	a, err := q.html("work", q.lang.say("work.title"), data)
	a.fresh = true // the file of decisions may be changed by hand
	return a, err
}

// candidates reads some of what is said of each.
func (p *Pages) candidates(q *request, names [][]view.Namesake) (out [][]candidate, err error) {
	err = view.Read(q.Context(), p.store, func(l *view.Look) error {
		for _, persons := range names {
			var one []candidate
			for _, c := range persons {
				more := candidate{Namesake: c}
				for _, h := range c.Holdings[:min(saidShown, len(c.Holdings))] {
					said, err := l.Holding(h)
					if err != nil {
						return err
					}
					more.Said = append(more.Said, said)
				}
				one = append(one, more)
			}
			out = append(out, one)
		}
		return nil
	})
	return out, err
}

// waiting is what waits for a decision in the store as it is now.
func (p *Pages) waiting(ctx context.Context) (work, error) {
	return p.todo.get(p.store.Changes(), func() (work, error) { return p.readWork(ctx) })
}

func (p *Pages) readWork(ctx context.Context) (w work, err error) {
	if p.Places != nil {
		if w.findings, err = view.Check(ctx, p.store, p.Places); err != nil {
			return w, err
		}
	}
	candidates, err := view.Candidates(ctx, p.store, "")
	for i, c := range candidates {
		if i == 0 || c.Label != candidates[i-1].Label {
			w.candidates = append(w.candidates, nil)
		}
		last := len(w.candidates) - 1
		w.candidates[last] = append(w.candidates[last], c)
	}
	return w, err
}

// decide keeps a decision, of one statement or of several alike, and goes back to the page on which it
// was made.
func (p *Pages) decide(w http.ResponseWriter, r *http.Request) {
	p.change(w, r, func(q *request) error {
		c := statement.Correction{Decision: statement.Decision(r.PostFormValue("decision")), Other: r.PostFormValue("other"),
			Reason: strings.TrimSpace(r.PostFormValue("reason")), By: strings.TrimSpace(r.PostFormValue("by")), On: time.Now().Format(time.DateOnly)}
		if what := r.PostFormValue("what"); what != "" && what != string(statement.Wrong) {
			c.Decision, c.Property, c.Value = statement.Value, what, value(r.PostFormValue("value"))
		} else if what != "" {
			c.Decision = statement.Wrong
		}
		for _, subject := range r.PostForm["subject"] {
			c.Subject = subject
			if err := c.Check(); err != nil {
				return err
			}
			if err := p.Decide(r.Context(), c); err != nil {
				return err
			}
		}
		return nil
	})
}

// value is a status or a date as corrections have it: 1/6/2018 is 2018-06-01.
func value(typed string) string {
	if d, wrong := dateOf(typed); wrong == "" && !d.IsZero() {
		return d.String()
	}
	return strings.TrimSpace(typed)
}

// withdraw takes a decision back.
func (p *Pages) withdraw(w http.ResponseWriter, r *http.Request) {
	p.change(w, r, func(*request) error {
		of := r.PostFormValue
		return p.Withdraw(r.Context(), statement.Correction{Decision: statement.Decision(of("decision")), Subject: of("subject"), Other: of("other"),
			Property: of("property"), Value: of("value"), Reason: of("reason"), By: of("by"), On: of("on")})
	})
}

// change does what the form of a page asks for, for those who may change something.
func (p *Pages) change(w http.ResponseWriter, r *http.Request, do func(*request) error) {
	r.Body = http.MaxBytesReader(w, r.Body, maxFormBytes)
	q := p.read(r)
	status, err := http.StatusForbidden, errors.New(q.lang.say("work.readonly"))
	if p.mayChange(r) {
		status = http.StatusBadRequest
		if err = r.ParseForm(); err == nil {
			err = do(q)
		}
	}
	if err != nil {
		page, failed := q.html("error", q.lang.say("work.refused", err), mistake{Said: q.lang.say("work.refused", err)})
		if failed != nil {
			page = reply{kind: "text/plain; charset=utf-8", body: []byte(err.Error())}
		}
		page.status = status
		p.send(w, r, page)
		return
	}
	tab := tabs[max(0, slices.Index(tabs, r.PostFormValue("tab")))]
	http.Redirect(w, r, "/work?tab="+tab+"&done=1", http.StatusSeeOther)
}
