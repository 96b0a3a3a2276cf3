package extract

// Extractor reads documents against a set of lists. It holds no state between documents and may
// be used from several goroutines at once.
type Extractor struct {
	lists *Lists
}

// New makes an extractor from the lists.
func New(lists *Lists) *Extractor { return &Extractor{lists: lists} }

// Extract says what a document says. The same document and lists give the same result.
func (x *Extractor) Extract(d Document) Result { return Result{Document: d} }
