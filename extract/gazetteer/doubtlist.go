package gazetteer

import (
	"fmt"
	"strconv"
)

// Doubt is a reason for which a record may be wrong, or "none", or a kind of record other than a holding.
type Doubt struct {
	Name    string
	Share   float64 // of the records whose gravest doubt it is, how many were right where people read them: 0 to 1; the less of two counts
	Meaning string
}

// Doubts are the doubts of the list doubts.csv, in its order. The confidence of a holding is the least of the shares
// of its doubts, or that of "none"; records of the other kinds have that of their kind.
func (l *Lists) Doubts() []Doubt { return l.doubts }

// Confidence is the share of the gravest of the doubts.
func (l *Lists) Confidence(kind string, doubts []string) float64 {
	if kind != "holding" {
		return l.share(kind)
	}
	least := l.share("none")
	for _, d := range doubts {
		least = min(least, l.share(d))
	}
	return least
}

// share is that of a doubt, 1 for one that the list does not have.
func (l *Lists) share(name string) float64 {
	for _, d := range l.doubts {
		if d.Name == name {
			return d.Share
		}
	}
	return 1
}

// doubt reads a row of doubts.csv.
func (l *Lists) doubt(r row) error {
	share, err := shareIn(r, "share")
	if err != nil {
		return err
	}
	if r.get("open") != "" {
		open, err := shareIn(r, "open")
		if err != nil {
			return err
		}
		share = min(share, open)
	}
	l.doubts = append(l.doubts, Doubt{r.get("doubt"), share, r.get("meaning")})
	return nil
}

// shareIn reads a share from a column.
func shareIn(r row, column string) (float64, error) {
	share, err := strconv.ParseFloat(r.get(column), 64)
	if err != nil || share < 0 || share > 1 {
		return 0, fmt.Errorf("%s: %q is no number from 0 to 1", column, r.get(column))
	}
	return share, nil
}
