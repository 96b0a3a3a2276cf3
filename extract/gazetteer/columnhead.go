package gazetteer

import (
	"fmt"
	"slices"

	"github.com/nhiemky/nhiemky/extract/record"
)

// Column is what the head of a column says of the cells below it.
type Column struct {
	Role   string        // name, post, body, from, to, period, term, number, birth, note, other, or seat: holders of the post that the head names
	Status record.Status // how the posts below stand
	Moves  bool          // who takes the posts below leaves those that he holds: "Chức vụ được chỉ định"
	Item   int           // index of the item that is the post of a seat
}

// column reads a row of columns.csv.
func (l *Lists) column(r row) error {
	c := Column{Role: r.get("role"), Status: record.Status(r.get("status")), Moves: r.get("moves") == "yes"}
	if !slices.Contains([]string{"name", "post", "body", "from", "to", "period", "term", "before", "after", "number", "birth", "note", "picture", "other"}, c.Role) {
		return fmt.Errorf("role: %q is none of a column", c.Role)
	}
	l.Columns.add(r.get("head"), c)
	return nil
}
