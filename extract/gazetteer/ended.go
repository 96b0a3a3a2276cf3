package gazetteer

import (
	"strings"

	"github.com/nhiemky/nhiemky/extract/record"
)

// EndOf is the day on which the last version of all provinces or districts of that kind and name ended: "huyện", "Con
// Cuông". It is zero for those that are still in being or that the list does not have.
func (l *Lists) EndOf(kind, name string) (last record.Date) {
	for _, i := range l.Written[name] {
		pl := &l.PlaceList[i]
		if Level(pl.ID) == 3 || pl.Kind != kind && !(kind == "thành phố" && strings.HasPrefix(pl.Kind, kind)) {
			continue
		}
		if pl.To.IsZero() {
			return record.Date{}
		}
		if pl.To.Compare(last) > 0 {
			last = pl.To
		}
	}
	return last
}
