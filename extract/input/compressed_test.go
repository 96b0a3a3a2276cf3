package input

import (
	"bytes"
	"compress/gzip"
	"io"
	"strings"
	"testing"

	"github.com/klauspost/compress/zstd"
)

// A stream is read as it is, or as what is compressed in it; head is how that begins.
func TestDecompressed(t *testing.T) {
	text := strings.Repeat("một dòng\n", 2000)
	var gz, zst bytes.Buffer
	g := gzip.NewWriter(&gz)
	z, err := zstd.NewWriter(&zst)
	if err != nil {
		t.Fatal(err)
	}
	for _, w := range []io.WriteCloser{g, z} {
		if _, err := io.WriteString(w, text); err != nil {
			t.Fatal(err)
		}
		if err := w.Close(); err != nil {
			t.Fatal(err)
		}
	}
	for _, c := range []struct{ what, stream, want string }{
		{"plain", text, text}, {"gzip", gz.String(), text}, {"zstd", zst.String(), text}, {"short", "a", "a"}, {"empty", "", ""},
	} {
		in, head, end, err := Decompressed(strings.NewReader(c.stream))
		if err != nil {
			t.Errorf("%s: %v", c.what, err)
			continue
		}
		if !strings.HasPrefix(c.want, string(head)) || len(head) == 0 && c.want != "" {
			t.Errorf("%s begins with %.20q", c.what, head)
		}
		if got, err := io.ReadAll(in); err != nil || string(got) != c.want {
			t.Errorf("%s: %d bytes, want %d, %v", c.what, len(got), len(c.want), err)
		}
		end()
	}
	for what, stream := range map[string]string{"cut": gz.String()[:12], "no stream": "\x1f\x8b\x08\xff\xff"} {
		if in, _, _, err := Decompressed(strings.NewReader(stream)); err == nil {
			if _, err = io.ReadAll(in); err == nil {
				t.Errorf("%s: no error", what)
			}
		}
	}
}
