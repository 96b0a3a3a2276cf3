package input

import (
	"bytes"
	"encoding/json"
	"io"
	"regexp"
)

// recogniseLines tells JSON, CSV and mail from text.
func (r *reader) recogniseLines(s spot, head []byte) kind {
	if k := recogniseJSON(head); k.form != plainText {
		return k
	}
	if f := recogniseMail(head); f != plainText {
		return kind{form: f}
	}
	called := s.fileExt() == ".csv"
	if separator := r.Fields.csvHead(head, called); separator != 0 {
		return kind{form: csvFile, separator: separator}
	}
	if s.named && called {
		if columns := firstColumns(head); columns != "" {
			return kind{what: "a table (CSV) without a column for the text, but " + columns, do: "name it, for example: --fields text=noidung"}
		}
	}
	return kind{form: plainText}
}

// Beginnings of what is written as objects.
var (
	jsonObject = regexp.MustCompile(`^\{\s*("(\\.|[^"\\\n])*"\s*:|\})`)
	jsonArray  = regexp.MustCompile(`^\[\s*(\{\s*["}]|\[|"(\\.|[^"\\])*"\s*[,\]]|\]\s*$)`)
	pythonRepr = regexp.MustCompile(`^\[?\s*\{\s*'[^'\n]*'\s*:`)
)

// beginsObject reports whether a text begins as a JSON object or an array of objects does.
func beginsObject(head []byte) bool {
	head = bytes.TrimLeft(head, " \t\r\n")
	return jsonObject.Match(head) || jsonArray.Match(head)
}

// recogniseJSON tells JSON lines from other JSON, and both from text.
func recogniseJSON(head []byte) kind {
	head = bytes.TrimLeft(head, " \t\r\n")
	first, rest, more := bytes.Cut(head, []byte("\n"))
	object, array := jsonObject.Match(head), jsonArray.Match(head)
	switch {
	case pythonRepr.Match(head):
		return kind{what: "objects in the notation of Python, not JSON", do: "write them with json.dumps"}
	case array, bytes.HasPrefix(head, []byte("[")) && isJSONStream(head):
		return kind{form: jsonFile}
	case object && more && isObject(first) && !otherwise(rest):
		return kind{form: jsonLines}
	case object && !more && len(head) > headBytes && !holdsArray(head):
		return kind{form: jsonLines} // of which the first line is longer than what is looked at
	case object && (isJSONStream(head) || !linesOfObjects(rest)):
		return kind{form: jsonFile}
	case linesOfObjects(rest): // the first line is damaged
		return kind{form: jsonLines}
	}
	return kind{form: plainText}
}

// otherwise reports whether what follows a line with an object is nothing, or begins as something else than such a line.
func otherwise(rest []byte) bool {
	rest = bytes.TrimLeft(rest, " \t\r\n")
	return len(rest) == 0 || bytes.IndexByte([]byte("[],"), rest[0]) >= 0
}

// isObject reports whether a line is a JSON object.
func isObject(line []byte) bool {
	line = bytes.TrimSpace(line)
	if !bytes.HasPrefix(line, []byte("{")) {
		return false
	}
	return json.Valid(line) || json.Valid(withoutNaN(line))
}

// linesOfObjects reports whether most of the lines are JSON objects. The last may be cut off.
func linesOfObjects(lines []byte) bool {
	objects, others := 0, 0
	for line := range bytes.Lines(lines) {
		switch line = bytes.TrimSpace(line); {
		case len(line) == 0:
		case isObject(line):
			objects++
		case !jsonObject.Match(line):
			others++
		}
	}
	return objects > 0 && objects >= others
}

// isJSONStream reports whether a text is JSON, as far as it goes.
func isJSONStream(head []byte) bool {
	d := json.NewDecoder(bytes.NewReader(head))
	for {
		if _, err := d.Token(); err != nil {
			return err == io.EOF || err == io.ErrUnexpectedEOF
		}
	}
}

// holdsArray reports whether an object holds an array of objects before anything that could be its text.
var holdsArray = regexp.MustCompile(`^\{[^\[\]]{0,300}:\s*\[\s*\{`).Match
