package score

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func write(t *testing.T, file, content string) {
	t.Helper()
	if err := os.WriteFile(file, []byte(content), 0o644); err != nil {
		t.Fatal(err)
	}
}

func TestReadFolder(t *testing.T) {
	folder := t.TempDir()
	write(t, filepath.Join(folder, "2.jsonl"), `{"source": "x/a.txt", "kind": "meeting", "body": "second"}`)
	write(t, filepath.Join(folder, "1.jsonl"), "{\"source\": \"a.txt\", \"kind\": \"meeting\", \"body\": \"first\"}\r\n \n{\"source\": \"empty.txt\"}\r")
	write(t, filepath.Join(folder, ".3.jsonl"), "hidden")
	write(t, filepath.Join(folder, "notes.txt"), "no records")
	d, err := Read(folder)
	if err != nil {
		t.Fatal(err)
	}
	if got := strings.Join(d.Names(), " "); got != "a.txt empty.txt" {
		t.Errorf("documents %s", got)
	}
	if a := d["a.txt"]; len(a) != 2 || a[0].text("body") != "first" || a[1].text("body") != "second" {
		t.Errorf("a.txt has %v, want the record of 1.jsonl and then that of 2.jsonl", a)
	}
}

func TestReadRefuses(t *testing.T) {
	for line, want := range map[string]string{
		`{"kind": "meeting"}`:    `no "source"`,
		`{"source": 7}`:          `no "source"`,
		`[1]`:                    "no JSON object",
		`{"source": "a.txt"`:     "no JSON object",
		`{"source": "a"} {}`:     "more than one",
		"{\"source\": \"\xff\"}": "not UTF-8",
		`{"source": "a", "kind": "holding", "person": 7}`:               `"person" is no text`,
		`{"source": "a", "kind": "holding", "from": ["2018"]}`:          `"from" is neither`,
		`{"source": "a", "kind": "holding", "also": "Quận ủy"}`:         `"also" is no list`,
		`{"source": "a", "kind": "document", "codes": ["05-CT/TW", 5]}`: `"codes" is no list`,
	} {
		file := filepath.Join(t.TempDir(), "records.jsonl")
		write(t, file, "\n"+line+"\n")
		_, err := Read(file)
		var at *LineError
		if !errors.As(err, &at) || at.File != file || at.Line != 2 || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: error %v, want %q in line 2", line, err, want)
		}
	}
	if _, err := Read(t.TempDir()); err == nil || !strings.Contains(err.Error(), "no *.jsonl") {
		t.Errorf("a folder without records: error %v", err)
	}
	if _, err := Read(filepath.Join(t.TempDir(), "missing")); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("a file that is not there: error %v", err)
	}
}
