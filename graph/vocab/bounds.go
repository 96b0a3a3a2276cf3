package vocab

import (
	"github.com/cayleygraph/quad"
)

// BoundProperties are the properties of the four bounds, and of what they follow from.
var BoundProperties = [4]struct{ Day, Why quad.IRI }{
	{PropBeginOfBegin, PropWhyBeginOfBegin}, {PropEndOfBegin, PropWhyEndOfBegin},
	{PropBeginOfEnd, PropWhyBeginOfEnd}, {PropEndOfEnd, PropWhyEndOfEnd},
}
