package score

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
)

// Band is how the records fared whose confidence lies from From up to To, or that one doubt is the gravest of.
type Band struct {
	From, To       float64 // To is not in the band, but for 1
	Records, Right int     // of those that gold requires or that are false alarms; right in every value but dates
	Stated         float64 // sum of the confidences
}

// Share is the share of right ones.
func (b Band) Share() float64 { return ratio(b.Right, b.Records) }

// Mean is the mean of the confidences, 1 when there are no records.
func (b Band) Mean() float64 {
	if b.Records == 0 {
		return 1
	}
	return b.Stated / float64(b.Records)
}

// judged is a record of the system with what gold says of it.
type judged struct {
	confidence     float64
	right          bool
	kind, document string
	doubts         []string
}

// bounds are where the bands begin, upwards.
var bounds = []float64{0, 0.5, 0.7, 0.8, 0.9, 0.95}

// Bands are the bands of confidence, the surest first. Records without a confidence are in none.
func (r *Report) Bands() []Band {
	var all []Band
	for i, from := range bounds {
		to := 1.0
		if i+1 < len(bounds) {
			to = bounds[i+1]
		}
		b := Band{From: from, To: to}
		for _, j := range r.judged {
			if j.confidence >= from && (j.confidence < to || to == 1) {
				b.add(j)
			}
		}
		all = append(all, b)
	}
	slices.Reverse(all)
	return all
}

// Confidences are the confidences that occur, the surest first, each as a band of its own.
func (r *Report) Confidences() []Band {
	byValue := map[float64]*Band{}
	for _, j := range r.judged {
		b, ok := byValue[j.confidence]
		if !ok {
			b = &Band{From: j.confidence, To: j.confidence}
			byValue[j.confidence] = b
		}
		b.add(j)
	}
	var all []Band
	for _, b := range byValue {
		all = append(all, *b)
	}
	slices.SortFunc(all, func(a, b Band) int { return cmp.Compare(b.From, a.From) })
	return all
}

func (b *Band) add(j judged) {
	b.Records++
	b.Stated += j.confidence
	if j.right {
		b.Right++
	}
}

// judge notes how the records with a confidence fared.
func (c *comparison) judge() {
	note := func(e *entry, right bool) {
		if confidence, err := strconv.ParseFloat(fmt.Sprint(e.Record["confidence"]), 64); err == nil {
			c.report.judged = append(c.report.judged, judged{confidence, right, c.kind, c.document, e.list("doubts")})
		}
	}
	for _, p := range c.pairs {
		if !p.gold.optional() {
			note(p.system, c.kind != "holding" || slices.Contains(p.gold.statuses(), p.system.Record["status"]))
		}
	}
	for _, a := range c.alarms {
		if !c.forgiven(a) {
			note(a, false)
		}
	}
}
