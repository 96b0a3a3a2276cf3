package input

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"cmp"
	"fmt"
	"io"
	"path"
	"slices"
	"strings"

	"github.com/nhiemky/nhiemky/extract/input/charset"
)

// tar reads the files of a tar archive.
func (r *reader) tar(s spot, in io.Reader) error {
	members := tar.NewReader(in)
	for {
		h, err := members.Next()
		switch {
		case err == io.EOF:
			return nil
		case err != nil:
			return r.broken(s, fmt.Errorf("the tar archive breaks off: %w", err))
		case h.Typeflag != tar.TypeReg || hidden(h.Name):
			continue
		}
		if err := r.visit(s.inside(memberName(h.Name)), members); err != nil {
			return err
		}
	}
}

// zip reads the files of a ZIP archive. DOCX files are ZIP archives too; files of other office programs are left out.
func (r *reader) zip(s spot, in io.Reader) error {
	whole, size := s.whole, s.size
	if whole == nil { // inside another stream, which has to be read whole: the directory is at its end
		raw, err := r.all(s, in)
		if err != nil {
			return r.broken(s, err)
		}
		whole, size = bytes.NewReader(raw), int64(len(raw))
	} else {
		r.budget.in = size
	}
	z, err := zip.NewReader(whole, size)
	if err != nil {
		return r.broken(s, fmt.Errorf("a damaged ZIP archive: %w", err))
	}
	has := func(name string) bool {
		return slices.ContainsFunc(z.File, func(f *zip.File) bool { return f.Name == name })
	}
	switch {
	case docxPart(z) != "":
		return r.document(s, docxFile, io.NewSectionReader(whole, 0, size))
	case has("[Content_Types].xml"), has("mimetype"), has("META-INF/MANIFEST.MF"):
		return r.leaveOut(s, "a file of another program, in ZIP form", "save it as DOCX or PDF")
	}
	if overlap(z.File) {
		return r.problem(s, "a ZIP archive in which files lie in one another", "leave it out: such archives are made to do harm")
	}
	for _, f := range z.File {
		if f.FileInfo().IsDir() || hidden(f.Name) {
			continue
		}
		if err := r.zipped(s.inside(memberName(f.Name)), f); err != nil {
			return err
		}
	}
	return nil
}

// overlap reports whether members of an archive have bytes in common, so that few bytes become many documents.
func overlap(files []*zip.File) bool {
	type stretch struct{ begin, end int64 }
	var all []stretch
	for _, f := range files {
		if at, err := f.DataOffset(); err == nil && f.CompressedSize64 > 0 {
			all = append(all, stretch{at, at + int64(f.CompressedSize64)})
		}
	}
	slices.SortFunc(all, func(a, b stretch) int { return cmp.Compare(a.begin, b.begin) })
	for i := 1; i < len(all); i++ {
		if all[i].begin < all[i-1].end {
			return true
		}
	}
	return false
}

// zipped reads one member of a ZIP archive.
func (r *reader) zipped(s spot, f *zip.File) error {
	if f.Flags&1 != 0 {
		return r.problem(s, "protected with a password", "unpack it and give the files")
	}
	in, err := f.Open()
	if err != nil {
		return r.broken(s, fmt.Errorf("a damaged ZIP archive: %w", err))
	}
	defer in.Close()
	return r.visit(s, r.budget.given(in))
}

// hidden reports whether a member is a file that systems add to archives for their own use.
func hidden(name string) bool {
	return strings.HasPrefix(path.Base(name), ".") || strings.HasPrefix(name, "__MACOSX/")
}

// memberName is the name of a member as text. Archives of older systems have names in other encodings.
func memberName(name string) string {
	text, _, err := charset.Decode([]byte(name), charset.Auto)
	if err != nil {
		text = charset.Compose(strings.ToValidUTF8(name, "_"))
	}
	return strings.ReplaceAll(text, `\`, "/")
}
