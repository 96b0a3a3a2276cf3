package main

import (
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// mostMemory is what a build with --memory 256 takes at most, in MiB, whatever it is given.
const mostMemory = 512

// TestHostileMemory builds what was made to take much memory: each by itself, and two at the same time.
func TestHostileMemory(t *testing.T) {
	if testing.Short() {
		t.Skip("reads some hundred megabytes")
	}
	const words = 950_000 // a little less than a document may have
	for name, text := range map[string]string{
		"brackets.txt":   strings.Repeat("(", 15<<20),
		"bars.txt":       strings.Repeat("|", words),
		"hyphens.txt":    strings.Repeat("a-", words/2),
		"quotes.txt":     strings.Repeat("“a (b ", words/4),
		"rows.txt":       strings.Repeat("1; Trần Văn Hạo; Chủ tịch\n", words/8),
		"one word.txt":   strings.Repeat("A", 15<<20),
		"notes.txt":      strings.Repeat("a²", 5<<20),
		"entities.txt":   strings.Repeat("&amp;", 3<<20),
		"lines.html":     "<p>" + strings.Repeat("a<br>", 400_000),
		"leads.html":     strings.Repeat(`<div class="lead">`, 500) + strings.Repeat("x ", 4<<20),
		"table.html":     "<table>" + strings.Repeat("<tr><td>1</td><td>Trần Văn Hạo</td><td>Bí thư Huyện ủy</td></tr>", 60_000),
		"brackets.jsonl": `{"text": "` + strings.Repeat("(", 15<<20) + `"}`,
	} {
		t.Run(name, func(t *testing.T) {
			folder := t.TempDir()
			var files []string
			for _, copied := range []string{"1 ", "2 "} {
				files = append(files, filepath.Join(folder, copied+name))
				if err := os.WriteFile(files[len(files)-1], []byte(text), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			cmd := program(t, append([]string{"build", "-q", "--memory", "256", "--store", filepath.Join(folder, "s")}, files...)...)
			out, err := cmd.CombinedOutput()
			if code := cmd.ProcessState.ExitCode(); code != 0 && code != 3 {
				t.Errorf("%v\n%.500s", err, out)
			}
			usage, ok := cmd.ProcessState.SysUsage().(*syscall.Rusage)
			if !ok {
				t.Fatal("the memory of a process is not known")
			}
			if usage.Maxrss > mostMemory<<10 {
				t.Errorf("took %d MiB, want %d at most", usage.Maxrss>>10, mostMemory)
			}
		})
	}
}
