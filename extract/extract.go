package extract

import "io/fs"

// Extractor reads documents against a set of lists. It holds no state between documents and may
// be used from several goroutines at once.
type Extractor struct {
	lists *Lists
}

// New makes an extractor from the lists.
func New(lists *Lists) *Extractor { return &Extractor{lists: lists} }

// Lists is what is known beforehand: places, bodies, posts, names, verbs, document types, congresses.
type Lists struct {
	places []Place
}

// LoadLists reads every list from a folder of CSV files (the folder "lists" of the seeds). Errors
// name file and line, all of them and not the first only.
func LoadLists(lists fs.FS) (*Lists, error) { return &Lists{}, nil }

// Places are all administrative units in the order of their ids. The slice must not be changed.
func (l *Lists) Places() []Place { return l.places }

// Place is the unit of that id, and whether there is one.
func (l *Lists) Place(id string) (Place, bool) { return Place{}, false }

// Extract says what a document says. The same document and lists give the same result.
func (x *Extractor) Extract(d Document) Result { return Result{Document: d} }
