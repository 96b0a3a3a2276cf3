package main

import (
	"fmt"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/nhiemky/nhiemky/extract/input"
	"github.com/nhiemky/nhiemky/extract/input/charset"
)

// inputHelp says in the help of a command what it reads.
const inputHelp = `What a file is is told by its content: text, HTML pages (their main part), PDF and DOCX files, JSON
lines, crawls (WARC), ZIP and tar archives of these, compressed or not (gzip, bzip2, xz, zstd). - is
stdin. Of a folder all files below it are read; in folders and archives plain text only when it is
called *.txt. A document is known by its address where it has one, else by its path, with its id or
its name in an archive behind it.`

// inputFlags are the flags of the commands that read documents.
type inputFlags struct {
	input.Options
	encoding encodingFlag
	fields   []string
}

// addInput gives a command the flags that say how documents are read.
func addInput(cmd *cobra.Command, f *inputFlags) {
	d := input.Defaults()
	flags := cmd.Flags()
	addMaxBytes(cmd, &f.MaxBytes)
	flags.Int64Var(&f.Ratio, "max-ratio", d.Ratio, fmt.Sprintf("refuse a file that decompresses to more than so many times its size, beyond %d MB", d.Free>>20))
	flags.IntVar(&f.Depth, "max-depth", d.Depth, "refuse more containers in each other than this")
	flags.DurationVar(&f.Time, "max-time", d.Time, "give up a document that takes longer to read than this")
	f.encoding = encodingFlag(charset.Auto)
	flags.Var(&f.encoding, "encoding", "encoding of text: "+encodings())
	flags.StringSliceVar(&f.fields, "json-fields", nil, "fields of JSON lines, for example text=noidung,id=ma; "+jsonFields())
	complete := cobra.FixedCompletions(strings.Split(encodings(), ", "), cobra.ShellCompDirectiveNoFileComp)
	if err := cmd.RegisterFlagCompletionFunc("encoding", complete); err != nil {
		return // only a flag that does not exist is refused
	}
}

// addMaxBytes gives a command the flag that bounds one document.
func addMaxBytes(cmd *cobra.Command, n *int64) {
	cmd.Flags().Int64Var(n, "max-bytes", input.Defaults().MaxBytes, "refuse a document of more bytes than this")
}

// options are the options that the flags ask for.
func (f inputFlags) options() (input.Options, error) {
	o := f.Options
	o.Encoding = charset.Encoding(f.encoding)
	var err error
	if o.Fields, err = input.ParseFields(f.fields); err != nil {
		return o, failf(errUsage, "--json-fields: %w", err)
	}
	for _, limit := range []struct {
		flag string
		is   int64
	}{{"max-bytes", o.MaxBytes}, {"max-ratio", o.Ratio}, {"max-depth", int64(o.Depth)}, {"max-time", int64(o.Time / time.Millisecond)}} {
		if limit.is <= 0 {
			return o, failf(errUsage, "--%s has to be more than 0", limit.flag)
		}
	}
	return o, nil
}

// encodings are the names of all encodings.
func encodings() string {
	var all []string
	for _, e := range charset.All() {
		all = append(all, string(e))
	}
	return strings.Join(all, ", ")
}

// jsonFields says by which names the fields are known without the flag.
func jsonFields() string {
	var all []string
	for _, what := range []string{"text", "id", "title", "date", "url", "publisher"} {
		all = append(all, what+": "+strings.Join(input.DefaultFields()[what], " "))
	}
	return "without it " + strings.Join(all, "; ")
}

// encodingFlag is the value of --encoding.
type encodingFlag charset.Encoding

func (f *encodingFlag) String() string { return string(*f) }
func (f *encodingFlag) Type() string   { return "name" }

// Set refuses a name that is not one of the known.
func (f *encodingFlag) Set(s string) error {
	e, err := charset.Parse(s)
	if err != nil {
		return failf(errUsage, "%w", err)
	}
	*f = encodingFlag(e)
	return nil
}
