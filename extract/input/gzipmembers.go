package input

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"fmt"
	"io"
)

// gzipMembers reads the members of a gzip file one behind the other. Crawlers make each record a member of its own:
// where one is damaged, resume goes on at the next.
type gzipMembers struct {
	in    replay
	z     *gzip.Reader
	begun bool  // a member was begun and has not ended
	err   error // damage; everything ends here until resume
	tries int   // of resume
}

// newGzipMembers begins a gzip file.
func newGzipMembers(b *bufio.Reader) (*gzipMembers, error) {
	m := &gzipMembers{in: replay{src: b}}
	return m, m.begin()
}

// begin begins the next member. The error is io.EOF behind the last one.
func (m *gzipMembers) begin() (err error) {
	m.in.keep()
	if m.z == nil {
		m.z, err = gzip.NewReader(&m.in)
	} else {
		for { // some programs fill up the end with zeros
			c, err := m.in.ReadByte()
			if err != nil {
				return err
			}
			if c != 0 {
				m.in.pos--
				break
			}
			m.in.keep()
		}
		err = m.z.Reset(&m.in)
	}
	if err == nil {
		m.z.Multistream(false)
		m.begun = true
	}
	return err
}

func (m *gzipMembers) Read(p []byte) (int, error) {
	for m.err == nil {
		if !m.begun {
			switch err := m.begin(); err {
			case nil:
			case io.EOF:
				return 0, io.EOF
			default:
				m.err = fmt.Errorf("bytes that are no gzip: %w", noEOF(err))
				continue
			}
		}
		n, err := m.z.Read(p)
		switch {
		case err == io.EOF:
			m.begun = false
		case err != nil:
			m.err = err
		}
		if n > 0 {
			return n, nil
		}
	}
	return 0, m.err
}

// mostTries bounds how many places are tried as the beginning of a member: three bytes that look like one are
// common in a file that is made of them.
const mostTries = 10_000

// resume goes on at the next member that begins as begins says. It reports whether there is one.
func (m *gzipMembers) resume(begins func([]byte) bool) bool {
	m.in.pos = min(1, len(m.in.buf)) // the beginning of the damaged member is no such place
	for ; m.tries < mostTries; m.tries++ {
		if !m.in.find([]byte("\x1f\x8b\x08")) {
			break
		}
		m.in.keep()
		if m.z.Reset(&m.in) == nil {
			m.z.Multistream(false)
			head := make([]byte, headBytes)
			n, _ := io.ReadFull(m.z, head)
			if begins(head[:n]) {
				m.in.pos = 0
				m.err, m.begun = nil, false
				return true
			}
		}
		m.in.pos = min(1, len(m.in.buf))
	}
	return false
}

// replay is a reader that can go back to where it was told to keep what it reads.
type replay struct {
	src *bufio.Reader
	buf []byte // what was read since keep
	pos int    // in buf
}

// replayBytes is how many bytes are kept: most of a damaged member that is longer is passed over.
const replayBytes = 1 << 20

// keep makes the place of the next byte the one to go back to.
func (r *replay) keep() { r.buf, r.pos = append(r.buf[:0], r.buf[r.pos:]...), 0 }

func (r *replay) ReadByte() (byte, error) {
	if r.pos == len(r.buf) {
		c, err := r.src.ReadByte()
		if err != nil {
			return 0, err
		}
		if len(r.buf) == replayBytes {
			r.keep()
		}
		r.buf = append(r.buf, c)
	}
	r.pos++
	return r.buf[r.pos-1], nil
}

func (r *replay) Read(p []byte) (n int, err error) {
	for ; n < len(p) && (n == 0 || r.pos < len(r.buf)); n++ {
		if p[n], err = r.ReadByte(); err != nil {
			return n, err
		}
	}
	return n, nil
}

// find goes to the next place where these bytes stand.
func (r *replay) find(what []byte) bool {
	if i := bytes.Index(r.buf[r.pos:], what); i >= 0 {
		r.pos += i
		return true
	}
	r.pos = max(r.pos, len(r.buf)-len(what)+1)
	r.keep()
	for {
		if _, err := r.ReadByte(); err != nil {
			return false
		}
		if bytes.HasSuffix(r.buf, what) {
			r.pos = len(r.buf) - len(what)
			return true
		}
	}
}
