package cayley

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"fmt"
	"io"
	"net/http"
	"path"
	"regexp"
	"strings"
	"time"
)

// file is a file in memory, as it is served.
type file struct {
	kind   string // media type
	etag   string
	plain  []byte // nil when it is packed
	packed []byte // gzip, or nil
}

// kinds are the media types of the files, the same on every machine.
var kinds = map[string]string{
	".html": "text/html; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".css": "text/css; charset=utf-8",
	".svg": "image/svg+xml", ".png": "image/png", ".ico": "image/x-icon", ".json": "application/json",
	".ts": "text/plain; charset=utf-8", ".txt": "text/plain; charset=utf-8", "": "text/plain; charset=utf-8",
	".woff2": "font/woff2",
}

// newFile makes a file of its content. A name that ends in .gz is that of a packed file.
func newFile(name string, data []byte) file {
	name, packed := strings.CutSuffix(name, ".gz")
	f := file{kind: kinds[path.Ext(name)], etag: fmt.Sprintf(`"%x"`, sha256.Sum256(data))}
	if packed {
		f.packed = data
	} else {
		f.plain = data
	}
	return f
}

// serve sends the file: packed as it is to a client that can unpack it, unpacked to another.
func (f file) serve(w http.ResponseWriter, r *http.Request) {
	h := w.Header()
	h.Set("Content-Type", f.kind)
	h.Set("Cache-Control", "no-cache") // ask whether it is still the same
	if f.packed == nil {
		h.Set("ETag", f.etag)
		http.ServeContent(w, r, "", time.Time{}, bytes.NewReader(f.plain))
		return
	}
	h.Set("Vary", "Accept-Encoding")
	if unpacks(r) {
		h.Set("ETag", f.etag)
		h.Set("Content-Encoding", "gzip")
		http.ServeContent(w, r, "", time.Time{}, bytes.NewReader(f.packed))
		return
	}
	plain, err := unpack(f.packed)
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	http.ServeContent(w, r, "", time.Time{}, bytes.NewReader(plain))
}

// never is the weight of a coding that the client does not take.
var never = regexp.MustCompile(`^q=0(\.0*)?$`)

// unpacks reports whether the client takes gzip.
func unpacks(r *http.Request) bool {
	for coding := range strings.SplitSeq(strings.Join(r.Header.Values("Accept-Encoding"), ","), ",") {
		name, weight, _ := strings.Cut(strings.ReplaceAll(coding, " ", ""), ";")
		if name == "gzip" || name == "*" {
			return !never.MatchString(weight)
		}
	}
	return false
}

func unpack(packed []byte) ([]byte, error) {
	r, err := gzip.NewReader(bytes.NewReader(packed))
	if err != nil {
		return nil, fmt.Errorf("unpacking: %w", err)
	}
	plain, err := io.ReadAll(r)
	if err != nil {
		return nil, fmt.Errorf("unpacking: %w", err)
	}
	return plain, r.Close()
}
