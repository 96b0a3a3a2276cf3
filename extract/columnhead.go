package extract

import (
	"fmt"
	"slices"
)

// column is what the head of a column says of the cells below it.
type column struct {
	role   string // name, post, body, from, to, period, term, other, or seat: holders of the post that the head names
	status Status // how the posts below stand
	item   int    // index of the item that is the post of a seat
}

// column reads a row of columns.csv.
func (l *Lists) column(r row) error {
	c := column{role: r.get("role"), status: Status(r.get("status"))}
	if !slices.Contains([]string{"name", "post", "body", "from", "to", "period", "term", "before", "after", "other"}, c.role) {
		return fmt.Errorf("role: %q is none of a column", c.role)
	}
	l.columns.add(r.get("head"), c)
	return nil
}
