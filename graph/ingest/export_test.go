package ingest

// FlushSoon lets a test put the end of a group between two articles.
func (a *Adding) FlushSoon() error { return a.flushSoon() }
