package main

import (
	"fmt"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/nhiemky/nhiemky/extract/input"
	"github.com/nhiemky/nhiemky/extract/input/charset"
)

// inputHelp is the part of a help text that says what a command reads.
const inputHelp = `Files are recognised by their content: text, HTML pages (only the main part), PDF, DOCX and RTF files,
JSON (lines, arrays, HAR), CSV with a column for the text, mail and MHTML, crawls (WARC, ARC), and ZIP
and tar archives of these, compressed or not (gzip, bzip2, xz, zstd). - is stdin. All files below a folder are read; in
folders and archives plain text is read only if its name ends in .txt. A document is identified by its
address if it has one, otherwise by its path, followed by its id or by its name in the archive. The path
is that from the folder that was named, with the folder's own name in front: the same folder has the
same names wherever it lies. --as gives another.`

// inputFlags are the flags of the commands that read documents.
type inputFlags struct {
	input.Options
	encoding encodingFlag
	fields   []string
	verbose  bool

	ocr         string        // a command
	convert     []string      // pairs of the end of a name and a command
	commandTime time.Duration // of one command
	as          string        // what names of documents begin with
}

// addInput adds the flags that say how documents are read.
func addInput(cmd *cobra.Command, f *inputFlags) {
	d := input.Defaults()
	flags := cmd.Flags()
	addMaxBytes(cmd, &f.MaxBytes)
	flags.IntVar(&f.MaxWords, "max-words", d.MaxWords, "refuse a document that has more words and signs than this")
	flags.Int64Var(&f.Ratio, "max-ratio", d.Ratio, fmt.Sprintf("refuse a file that decompresses to more than this many times its size, beyond %d MB", d.Free>>20))
	flags.IntVar(&f.Depth, "max-depth", d.Depth, "refuse containers that are nested deeper than this")
	flags.DurationVar(&f.Time, "max-time", d.Time, "give up on a document that takes longer than this to be read and extracted")
	flags.DurationVar(&f.Whole, "max-whole-time", d.Whole, "give up on a file, with all that is in it, that takes longer than this and a second for each 200 kB")
	f.encoding = encodingFlag(charset.Auto)
	flags.Var(&f.encoding, "encoding", "encoding of text: "+encodings())
	flags.StringSliceVar(&f.fields, "fields", nil, "names of the fields in JSON and of the columns in CSV, for example text=noidung,id=ma; "+jsonFields())
	flags.StringVar(&f.ocr, "ocr", "", "command that gives the text of scans: pictures, and PDF files of pictures; {} is the file, for example 'tesseract -l vie {} -'")
	flags.StringArrayVar(&f.convert, "convert", nil, "command that gives the text of files whose names end so, for example 'doc=antiword {}'; without {} the file is its input; can be repeated")
	flags.DurationVar(&f.commandTime, "command-time", 2*time.Minute, "give up on a command of --ocr or --convert that takes longer than this")
	flags.BoolVarP(&f.verbose, "verbose", "v", false, "name each thing that is left out, and each article that another takes the place of")
	flags.StringVar(&f.as, "as", "", "let the names of documents begin with this, in place of the name of the folder; . for nothing")
	complete := cobra.FixedCompletions(strings.Split(encodings(), ", "), cobra.ShellCompDirectiveNoFileComp)
	if err := cmd.RegisterFlagCompletionFunc("encoding", complete); err != nil {
		return // fails only for a flag that does not exist
	}
}

// addMaxBytes adds the flag that limits the size of a document.
func addMaxBytes(cmd *cobra.Command, n *int64) {
	cmd.Flags().Int64Var(n, "max-bytes", input.Defaults().MaxBytes, "refuse a document that has more bytes than this")
}

// options are the options that the flags ask for, to read what the arguments name.
func (f inputFlags) options(cmd *cobra.Command, args []string) (input.Options, error) {
	o := f.Options
	if err := checkAs(f.as, args); err != nil {
		return o, err
	}
	o.Encoding = charset.Encoding(f.encoding)
	var err error
	if o.Fields, err = input.ParseFields(f.fields); err != nil {
		return o, failf(errUsage, "--fields: %w", err)
	}
	for _, limit := range []struct {
		flag string
		is   int64
	}{{"max-bytes", o.MaxBytes}, {"max-words", int64(o.MaxWords)}, {"max-ratio", o.Ratio}, {"max-depth", int64(o.Depth)}, {"max-time", int64(o.Time / time.Millisecond)}, {"max-whole-time", int64(o.Whole / time.Millisecond)}, {"command-time", int64(f.commandTime / time.Millisecond)}} {
		if limit.is <= 0 {
			return o, failf(errUsage, "--%s has to be more than 0", limit.flag)
		}
	}
	return o, f.converters(cmd.Context(), &o)
}

// encodings are the names of all encodings.
func encodings() string {
	var all []string
	for _, e := range charset.All() {
		all = append(all, string(e))
	}
	return strings.Join(all, ", ")
}

// jsonFields lists the names that fields have without the flag.
func jsonFields() string {
	var all []string
	for _, what := range []string{"text", "id", "title", "date", "url", "publisher"} {
		all = append(all, what+": "+strings.Join(input.DefaultFields()[what], " "))
	}
	return "by default " + strings.Join(all, "; ")
}

// encodingFlag is the value of --encoding.
type encodingFlag charset.Encoding

func (f *encodingFlag) String() string { return string(*f) }
func (f *encodingFlag) Type() string   { return "name" }

// Set refuses an unknown name.
func (f *encodingFlag) Set(s string) error {
	e, err := charset.Parse(s)
	if err != nil {
		return failf(errUsage, "%w", err)
	}
	*f = encodingFlag(e)
	return nil
}
