package input

import (
	"bytes"
	"encoding/binary"
	"regexp"
	"strconv"
)

// picture is one picture in a file, with the end of the name that a file of its kind has.
type picture struct {
	ext string
	raw []byte
}

// Parts of the description of a picture in a PDF file.
var (
	pdfStream = regexp.MustCompile(`>>\s*stream\r?\n`)
	pdfLength = regexp.MustCompile(`/Length\s+([0-9]{1,9})\b`)
	pdfWidth  = regexp.MustCompile(`/Width\s+([0-9]{1,6})\b`)
	pdfHeight = regexp.MustCompile(`/Height\s+([0-9]{1,6})\b`)
	pdfFaxK   = regexp.MustCompile(`/K\s+(-?[0-9]{1,3})\b`)
	pdfFilter = regexp.MustCompile(`/Filter\s*(?:\[\s*)?/(DCTDecode|CCITTFaxDecode|JPXDecode)\s*(\]|/|>>|\n|\r)`)
	pdfBlack  = regexp.MustCompile(`/BlackIs1\s+true`)
	pdfLong   = regexp.MustCompile(`/Length\s+[0-9]+\s+[0-9]+\s+R`)
)

// leastPixels is the width and height from which a picture can be a page with text.
const leastPixels = 400

// scannedPages are the pictures of the size of a page in a PDF file, in the order in which they stand, as scanners write
// them: JPEG, JPEG 2000 or fax. The file is not encrypted. It is nil if some picture is of another kind.
func scannedPages(raw []byte) (out []picture) {
	for _, at := range pdfStream.FindAllIndex(raw, -1) {
		begin := bytes.LastIndex(raw[max(0, at[0]-4096):at[0]], []byte(" obj"))
		if begin < 0 {
			continue
		}
		head := raw[max(0, at[0]-4096)+begin : at[0]+2]
		if !bytes.Contains(head, []byte("/Image")) || number(pdfWidth, head) < leastPixels || number(pdfHeight, head) < leastPixels {
			continue
		}
		filter := pdfFilter.FindSubmatch(head)
		if filter == nil {
			return nil
		}
		content := streamContent(raw[at[1]:], head)
		switch string(filter[1]) {
		case "DCTDecode":
			out = append(out, picture{".jpg", content})
		case "JPXDecode":
			out = append(out, picture{".jp2", content})
		default:
			out = append(out, picture{".tif", faxTIFF(head, content)})
		}
	}
	return out
}

// streamContent is what a stream holds: as long as it says, or up to the word that ends it.
func streamContent(raw, head []byte) []byte {
	if n := number(pdfLength, head); n > 0 && n <= len(raw) && !pdfLong.Match(head) {
		return raw[:n]
	}
	if end := bytes.Index(raw, []byte("endstream")); end >= 0 {
		return bytes.TrimRight(raw[:end], "\r\n")
	}
	return raw
}

// number is a number in the description of a picture, 0 if there is none.
func number(of *regexp.Regexp, head []byte) int {
	m := of.FindSubmatch(head)
	if m == nil {
		return 0
	}
	n, _ := strconv.Atoi(string(m[1])) // digits
	return n
}

// faxTIFF is a picture in the coding of fax machines (ITU T.4, T.6) as a TIFF file.
func faxTIFF(head, content []byte) []byte {
	compression, options, white := uint32(3), uint32(0), uint32(0)
	switch k := number(pdfFaxK, head); {
	case k < 0:
		compression = 4
	case k > 0:
		options = 1
	}
	if pdfBlack.Match(head) {
		white = 1
	}
	height := uint32(number(pdfHeight, head))
	tags := [][2]uint32{ // sorted by number; all are of the type LONG
		{256, uint32(number(pdfWidth, head))}, {257, height}, {258, 1}, {259, compression}, {262, white}, {273, 0},
		{277, 1}, {278, height}, {279, uint32(len(content))}, {292, options},
	}
	at := uint32(8 + 2 + 12*len(tags) + 4)
	le := binary.LittleEndian
	out := le.AppendUint32([]byte("II*\x00"), 8)
	out = le.AppendUint16(out, uint16(len(tags)))
	for _, t := range tags {
		if t[0] == 273 {
			t[1] = at
		}
		out = le.AppendUint16(out, uint16(t[0]))
		out = le.AppendUint16(out, 4)
		out = le.AppendUint32(out, 1)
		out = le.AppendUint32(out, t[1])
	}
	return append(le.AppendUint32(out, 0), content...)
}
