package input

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"strings"
	"time"

	"github.com/nhiemky/nhiemky/extract/dating"
	"github.com/nhiemky/nhiemky/extract/input/charset"
	"github.com/nhiemky/nhiemky/extract/record"
	"github.com/nhiemky/nhiemky/extract/text"
)

// Item is one thing found in a source.
type Item struct {
	spot
	form form
	raw  []byte
	o    Options
	err  error
	left string
}

// Failed is an item for a source that could not be opened.
func Failed(err error) Item { return Item{err: err} }

// Err says why the item cannot be read, as far as that is known before reading it.
func (i Item) Err() error { return i.err }

// Place is where the item stands, as a problem without a reason.
func (i Item) Place() Problem { return i.place }

// LeftOut says what the item is if it is left out: "image/png". That is something that is no document and was
// not named itself. It is "" for documents and problems.
func (i Item) LeftOut() string { return i.left }

// Identify writes everything on which the document depends: the bytes in the file, the name, what is known
// about it from outside, and the options that matter. A document for which the same was written before need
// not be read again.
func (i Item) Identify(w io.Writer) {
	fmt.Fprintf(w, "%d %q %q %q %q %q %t %q %d\n", i.form, i.name, [...]string{i.page.title, i.page.published, i.page.publisher, i.page.address}, i.captured, i.charset, i.file, i.named, i.o.Encoding, len(i.raw))
	switch {
	case i.by != nil:
		fmt.Fprintf(w, "%q\n", i.by.Name)
	case i.form == pdfFile && i.o.OCR != nil:
		fmt.Fprintf(w, "%q\n", i.o.OCR.Name)
	}
	_, _ = w.Write(i.raw) // writing to a digest does not fail
}

// Left is the error for something that turns out to be no document, if it was not named itself: "page of
// links".
type Left string

func (l Left) Error() string { return "left out: " + string(l) }

// Document reads the document. The error is a Problem or Left. Several items may be read at the same time.
func (i Item) Document() (record.Document, error) {
	if i.err != nil {
		return record.Document{}, i.err
	}
	found, about, err := i.text()
	if err == nil {
		err = i.checkText(found)
	}
	if err == nil && strings.TrimSpace(found) == "" {
		err = i.place.with("empty", "give a file with text in it")
		if i.form == htmlPage && !i.named {
			err = Left("page without text")
		}
	}
	if err == error(errLinks) && !i.named {
		err = Left("page of links")
	}
	if _, left := err.(Left); left {
		return record.Document{}, err
	}
	if err != nil {
		var wrong *charset.Error
		if errors.As(err, &wrong) {
			return record.Document{}, i.place.at(i.raw, wrong.Offset).with(wrong.What, wrong.Do)
		}
		return record.Document{}, i.place.because(err)
	}
	name := nameOf(about.address)
	if name == "" {
		about.address = ""
	}
	d := record.Document{Name: i.name, Raw: []byte(found), Title: about.title, Publisher: about.publisher, Address: about.address}
	for what := range strings.SplitSeq(about.unread, "\n") {
		if what != "" {
			d.Unread = append(d.Unread, i.place.with(what, insteadOfPDF).Error())
		}
	}
	d.Published, _ = dating.Parse(about.published)
	d.Captured = captureTime(i.captured)
	if name != "" {
		d.Name = name
	}
	if d.Name == "" {
		d.Name = fmt.Sprintf("stdin-%x", sha256.Sum256(d.Raw))[:len("stdin-")+8]
	}
	return d, nil
}

// checkText checks what comes out of a reader, whatever the form: that there is not more of it than the stages behind have memory for.
func (i Item) checkText(s string) error {
	most := i.o.MaxWords
	if most == 0 || len(s) <= most || text.Count(s) <= most {
		return nil
	}
	return i.place.with(fmt.Sprintf("more than %d words and signs", most), "split it, or raise --max-words")
}

// Size is the number of bytes that the item has in its source.
func (i Item) Size() int { return len(i.raw) }

// captureTime is a time as a crawl gives it, in digits from the year on; it may end with the day.
func captureTime(digits string) time.Time {
	const layout = "20060102150405"
	t, err := time.Parse(layout[:min(len(digits)/2*2, len(layout))], digits[:min(len(digits)/2*2, len(layout))])
	if err != nil || len(digits) < len("20060102") {
		return time.Time{}
	}
	return t
}

// text is the text of the document and what it says about itself.
func (i Item) text() (string, page, error) {
	if i.by != nil {
		var err error
		if i, err = i.converted(); err != nil {
			return "", page{}, err
		}
	}
	text, about, err := i.formText()
	if i.form == pdfFile && i.o.OCR != nil && isScan(err) {
		text, err = i.recognised()
		return text, i.page, err
	}
	return text, about, err
}

// formText is the text of the form that the document has.
func (i Item) formText() (string, page, error) {
	if i.form == plainText {
		text, err := i.plain()
		return text, i.page, err
	}
	if len(bytes.TrimSpace(i.raw)) == 0 {
		return "", page{}, nil
	}
	return i.within(func() (string, page, error) {
		switch i.form {
		case htmlPage:
			return readHTML(i.raw, i.o.Encoding, i.charset, i.page)
		case pdfFile:
			about := i.page
			text, unread, err := readPDF(i.raw, int(i.o.MaxBytes), time.Now().Add(i.o.Time+time.Second)) // that below tells first
			about.unread = strings.Join(unread, "\n")
			return text, about, err
		case docxFile:
			text, err := readDOCX(i.raw, i.o.MaxBytes, time.Now().Add(i.o.Time+time.Second))
			return text, i.page, err
		case rtfFile:
			text, err := readRTF(i.raw, i.o.MaxBytes, time.Now().Add(i.o.Time+time.Second))
			return text, i.page, err
		}
		return "", page{}, i.place.with("a form that cannot be read", "this is a bug: report it")
	})
}

// within runs a reader of a form and gives up if it takes too long or panics, as the libraries behind it may
// do with a hostile file. One that was given up ends soon: the readers of PDF and DOCX look at the clock, that of
// pages refuses one that would take long before it begins.
func (i Item) within(read func() (string, page, error)) (string, page, error) {
	type outcome struct {
		text string
		page page
		err  error
	}
	done := make(chan outcome, 1)
	go func() {
		var o outcome
		defer func() {
			if broken := recover(); broken != nil {
				o = outcome{err: i.place.with(fmt.Sprintf("damaged, or of an unknown kind: %v", broken), "check the file, or leave it out")}
			}
			done <- o
		}()
		o.text, o.page, o.err = read()
	}()
	late := time.NewTimer(i.o.Time)
	defer late.Stop()
	select {
	case o := <-done:
		return o.text, o.page, o.err
	case <-late.C:
		return "", page{}, i.place.with(fmt.Sprintf("takes longer than %s to read", i.o.Time), "leave it out, or give its text")
	}
}
