package view

import (
	"github.com/nhiemky/nhiemky/extract/record"
	"github.com/nhiemky/nhiemky/graph/store"
	"github.com/nhiemky/nhiemky/graph/tenure"
	"github.com/nhiemky/nhiemky/graph/vocab"
)

// Post is a seat with everyone who is said to have held it.
type Post struct {
	store.Thing
	Organization   store.Thing // zero when it has none
	Exclusive      bool        // one person holds it at a time
	Tenures        []Tenure    // in the order of time; of a question for a date, those that are certain first
	Loose          []Loose
	Contradictions []Contradiction
}

// ReadPost reads a post; with a date, whoever held it then is judged.
func ReadPost(look *Look, node string, at record.Date) (p Post, err error) {
	l := newLooker(look)
	if p, err = l.post(node, at); err != nil {
		return p, err
	}
	for i := range p.Tenures {
		if err := l.explain(&p.Tenures[i]); err != nil {
			return p, err
		}
	}
	return p, nil
}

func (l looker) post(node string, at record.Date) (p Post, err error) {
	if p.Thing, err = l.Thing(node); err != nil {
		return p, err
	}
	quads, err := l.About(node)
	if err != nil {
		return p, err
	}
	p.Exclusive = text(quads, vocab.PropExclusive) == "true"
	for _, in := range objects(quads, vocab.PropPostIn) {
		if p.Organization, err = l.Thing(in); err != nil {
			return p, err
		}
	}
	seats, err := l.Linked(vocab.PropSeat, node)
	if err != nil {
		return p, err
	}
	if p.Tenures, err = l.tenures(seats); err != nil {
		return p, err
	}
	if p.Contradictions, err = l.contradictions(node); err != nil {
		return p, err
	}
	holdings, err := l.Linked(vocab.PropPost, node)
	if err != nil {
		return p, err
	}
	if p.Loose, err = l.loose(holdings, p.Tenures, p.Contradictions); err != nil {
		return p, err
	}
	if !at.IsZero() {
		judge(p.Tenures, p.Exclusive, at)
	}
	return p, nil
}

// judge says of each tenure what is known of its holder at a date: the verdict stands at the tenure
// on which it rests, and the others have none.
func judge(all []Tenure, exclusive bool, at record.Date) {
	plain := make([]tenure.Tenure, len(all))
	for i, t := range all {
		plain[i] = t.Tenure
	}
	for _, v := range tenure.At(plain, exclusive, at, at) {
		for _, i := range v.Tenures {
			all[i].Verdict = &v
			if v.Other >= 0 {
				all[i].Because = &all[v.Other]
			}
		}
	}
}
