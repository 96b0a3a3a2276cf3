package input

import (
	"bytes"
	"errors"
	"reflect"
	"runtime"
	"time"

	"github.com/ledongthuc/pdf"
)

// plainPDF is a file in the form that the library needs: nothing before its head or after its end, and a
// version that the library knows.
func plainPDF(raw []byte) []byte {
	if at := bytes.Index(raw[:min(len(raw), 1024)], []byte("%PDF-")); at > 0 {
		raw = raw[at:]
	}
	if end := bytes.LastIndex(raw, []byte("%%EOF")); end > 0 {
		raw = raw[:end+len("%%EOF")]
	}
	if len(raw) < 10 || bytes.HasPrefix(raw, []byte("%PDF-1.")) && (raw[8] == '\r' || raw[8] == '\n') {
		return raw
	}
	return append([]byte("%PDF-1.7\n"), raw[len("%PDF-1.7\n"):]...)
}

// openPDF opens a file, unless the library would never return from it. Files with a password are opened twice,
// because looking for what the password protects already reads objects.
func openPDF(raw []byte, maxBytes int, deadline time.Time) (*pdf.Reader, error) {
	open := func(raw []byte) (*pdf.Reader, error) {
		return pdf.NewReader(&guarded{Reader: bytes.NewReader(raw), deadline: deadline}, int64(len(raw)))
	}
	if lock := []byte("/Encrypt"); bytes.Contains(raw, lock) {
		doc, err := open(bytes.ReplaceAll(raw, lock, []byte("/Xncrypt")))
		if err != nil {
			return nil, err
		}
		if err := checkTable(doc, raw, maxBytes); err != nil {
			return nil, err
		}
	}
	doc, err := open(raw)
	if err == nil {
		err = checkTable(doc, raw, maxBytes)
	}
	return doc, err
}

// errDeep is the error for a file whose parts contain each other.
var errDeep = errors.New("its parts contain each other")

// checkTable reports a stream of objects from which the library would not return. If such a stream is declared to
// be inside another one, which ISO 32000-1 (7.5.7) forbids, the library looks for it in itself until the stack is
// full, which ends the process. Only the library knows where an object is; its table is read by reflection, and a
// table that differs in form from that of the version in go.mod counts as wrong.
func checkTable(doc *pdf.Reader, raw []byte, maxBytes int) (err error) {
	defer func() {
		if recover() != nil {
			err = errDeep
		}
	}()
	table := reflect.ValueOf(doc).Elem().FieldByName("xref")
	seen := map[uint64]bool{}
	for i := range table.Len() {
		entry := table.Index(i)
		stream := entry.FieldByName("stream").FieldByName("id").Uint()
		if !entry.FieldByName("inStream").Bool() || stream >= uint64(table.Len()) || seen[stream] {
			continue
		}
		seen[stream] = true
		holder := table.Index(int(stream))
		if holder.FieldByName("inStream").Bool() {
			return errDeep
		}
		if err := checkObjects(raw, int(holder.FieldByName("offset").Int()), maxBytes); err != nil {
			return err
		}
	}
	return nil
}

// guarded is a file that stops the library that reads it: at the deadline, and if the objects of the file refer to
// each other without end. The library reads from the file for every object.
type guarded struct {
	*bytes.Reader
	deadline time.Time
	reads    int
}

// maxFrames is how deep the calls may be nested while the file is read.
const maxFrames = 2000

func (g *guarded) ReadAt(p []byte, at int64) (int, error) {
	if g.reads++; g.reads%64 == 0 {
		if time.Now().After(g.deadline) {
			panic(errLate)
		}
		if runtime.Callers(maxFrames, make([]uintptr, 1)) > 0 {
			panic(errDeep)
		}
	}
	return g.Reader.ReadAt(p, at)
}
