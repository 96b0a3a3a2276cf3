// Package input finds the documents in whatever is given: text, HTML pages, PDF, DOCX and RTF files, JSON
// and CSV, mail, crawls (WARC, ARC), archives (ZIP, tar) of these, and any of it compressed (gzip, bzip2, xz, zstd).
//
// In: the bytes of one file. Its kind is recognised by the bytes, not by the name. Out: items, one by one
// and in order. An item is a document that can be read, a problem of one line, or something that is left
// out. A file is read as a stream: of a crawl or of JSON lines, only the current document is in memory.
// Reading has two steps, so that several documents can be worked on at the same time: Read takes
// containers apart, and Item.Document turns the bytes of one document into text.
//
//	file ─ compressed.go ─┬─ archive.go ──────┬─ (again) ─┬─ text.go
//	                      ├─ crawl.go ────────┤           ├─ html.go ── metadata.go, notarticle.go
//	                      │  warc.go, arc.go  │           ├─ pdf.go ─── pdfguard.go, pdfsyntax.go, pdfpage.go, pdflayout.go, paragraph.go
//	                      ├─ mail.go ─────────┘           ├─ docx.go ── docxxml.go, docxstyle.go, docxtext.go, docxtable.go
//	                      └─ collection.go ── text        └─ rtf.go ─── rtfcontrol.go, docxtable.go
//	                         jsonl.go, json.go, csv.go
//
// Everything has a limit (Options), so that a hostile file becomes a problem. The package opens no file,
// knows no command line, and fetches nothing. It finds the text and what a page says about itself;
// package extract finds out what the text says.
package input
