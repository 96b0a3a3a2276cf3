package gazetteer

import (
	"strings"

	"github.com/nhiemky/nhiemky/extract/record"
)

// Place is an administrative unit in one of its versions: a new version begins when its name, its
// kind or its parent changes.
type Place struct {
	ID         string      // "P01.1", "D001.1", "W00004.1": level, code of the statistics office, version
	Name       string      // without its kind: "Ba Đình"
	Kind       string      // "tỉnh", "thành phố trực thuộc trung ương", "quận", "huyện", "phường", "xã" …
	Parent     string      // id of the unit it lies in, or "" for a province
	From, To   record.Date // the days on which the version began and ended, zero where not known or still in being
	Successors []string    // ids of the units that took over all or part of it

	aliases []string // other spellings of the name
}

// Level is that of a place by its id: 1 province, 2 district, 3 commune.
func Level(id string) int {
	switch id[0] {
	case 'P':
		return 1
	case 'D':
		return 2
	}
	return 3
}

// plainName is the name of a place as addresses write it: "Bà Rịa – Vũng Tàu" is "bariavungtau".
func plainName(name string) string {
	return strings.Map(func(c rune) rune {
		if c >= 'a' && c <= 'z' {
			return c
		}
		return -1
	}, strings.ToLower(StripMarks(name)))
}
