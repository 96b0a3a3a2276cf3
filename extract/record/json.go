package record

import (
	"encoding/json"
	"fmt"
	"path"
	"reflect"
	"strings"
)

// line is the JSON form of every record; keys without a value are left out.
type line struct {
	Source       string   `json:"source"`
	Kind         string   `json:"kind"`
	Person       string   `json:"person,omitempty"`
	Post         string   `json:"post,omitempty"`
	Organization string   `json:"organization,omitempty"`
	Parent       string   `json:"parent,omitempty"`
	Body         string   `json:"body,omitempty"`
	Ordinal      int      `json:"ordinal,omitempty"`
	Term         string   `json:"term,omitempty"`
	Type         string   `json:"type,omitempty"`
	Code         string   `json:"code,omitempty"`
	Name         string   `json:"name,omitempty"`
	Issuer       string   `json:"issuer,omitempty"`
	Place        string   `json:"place,omitempty"`
	Status       Status   `json:"status,omitempty"`
	Date         string   `json:"date,omitempty"`
	From         string   `json:"from,omitempty"`
	To           string   `json:"to,omitempty"`
	AsOf         string   `json:"as_of,omitempty"`
	Again        bool     `json:"again,omitempty"`
	Born         string   `json:"born,omitempty"`
	Died         string   `json:"died,omitempty"`
	Hometown     string   `json:"hometown,omitempty"`
	Evidence     string   `json:"evidence"`
	Span         [2]int   `json:"span"`
	Rule         string   `json:"rule,omitempty"`
	Confidence   float64  `json:"confidence"`
	Doubts       []string `json:"doubts,omitempty"`
	Published    string   `json:"published,omitempty"`
	DatedBy      DatedBy  `json:"dated_by,omitempty"`
}

// Keys are the keys of the JSON form of records, of all kinds, in their order.
func Keys() (out []string) {
	t := reflect.TypeFor[line]()
	for i := range t.NumField() {
		key, _, _ := strings.Cut(t.Field(i).Tag.Get("json"), ",")
		out = append(out, key)
	}
	return out
}

// MarshalRecord gives the record as one JSON object without a line end. Its "source" is the base
// name of the document's name.
func MarshalRecord(document string, r Record) ([]byte, error) {
	return marshal(Result{Document: Document{Name: document}}, r)
}

// MarshalRecord is like the function MarshalRecord, with the day of the document and how it was found.
func (r Result) MarshalRecord(rec Record) ([]byte, error) { return marshal(r, rec) }

func marshal(of Result, r Record) ([]byte, error) {
	e := r.Proof()
	l := line{
		Source: path.Base(of.Document.Name), Kind: r.Kind(), Published: of.Published.String(), DatedBy: of.DatedBy,
		Evidence: e.Text, Span: [2]int{e.Span.Start, e.Span.End}, Rule: e.Rule, Confidence: e.Confidence, Doubts: strings.Fields(e.Doubts),
	}
	switch r := r.(type) {
	case Holding:
		l.Person, l.Post, l.Organization, l.Parent, l.Place = r.Person, r.Post, r.Organization, r.Parent, r.Place
		l.Ordinal, l.Again = r.Term, r.Again
		l.Status, l.From, l.To, l.AsOf = r.Status, r.From.String(), r.To.String(), r.AsOf.String()
	case Congress:
		l.Body, l.Place, l.Ordinal, l.Term = r.Body, r.Place, r.Ordinal, r.Term
		l.From, l.To = r.From.String(), r.To.String()
	case Reference:
		l.Type, l.Code, l.Name, l.Issuer, l.Place, l.Date = r.Type, r.Code, r.Name, r.Issuer, r.Place, r.Date.String()
	case Meeting:
		l.Body, l.Place, l.Ordinal, l.Date = r.Body, r.Place, r.Ordinal, r.Date.String()
	case Person:
		l.Person, l.Born, l.Died, l.Hometown, l.Place = r.Name, r.Born.String(), r.Died.String(), r.Hometown, r.Place
	default:
		return nil, fmt.Errorf("unknown kind of record %T", r)
	}
	return json.Marshal(l)
}
