package store_test

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/syndtr/goleveldb/leveldb"

	"github.com/nhiemky/nhiemky/extract/record"
	"github.com/nhiemky/nhiemky/graph/graphtest"
	"github.com/nhiemky/nhiemky/graph/store"
	"github.com/nhiemky/nhiemky/graph/storetest"
)

func TestOpenAgain(t *testing.T) {
	path := filepath.Join(t.TempDir(), "x.db")
	s := storetest.OnDisk(t, path)
	storetest.Add(t, s, graphtest.Result("a.txt", "2018-02-21", graphtest.Holds(storetest.Tien, "Bí thư", "Quận ủy Ba Đình", "D001.1", "2018-02-21")))
	want := storetest.Export(t, s)
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	for _, o := range []store.Options{{}, {Create: true}} {
		s, err := store.Open(path, o)
		if err != nil {
			t.Fatal(err)
		}
		if got := storetest.Export(t, s); got != want {
			t.Error(storetest.FirstDifference(got, want))
		}
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
	}
}

// Each case makes something at path that is no store; the error says so in one line, and nothing of
// it is touched.
func TestOpenRefuses(t *testing.T) {
	write := func(t *testing.T, path, text string) {
		t.Helper()
		if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	for _, c := range []struct {
		what   string
		make   func(t *testing.T, path string)
		create bool
		want   string
	}{
		{"nothing there", func(*testing.T, string) {}, false, "no store at PATH: make one with nhiemky build"},
		{"an empty folder", func(t *testing.T, path string) {
			write(t, filepath.Join(path, "a"), "")
			os.Remove(filepath.Join(path, "a"))
		}, false,
			"no store at PATH: make one with nhiemky build"},
		{"a file", func(t *testing.T, path string) { write(t, path, "text") }, true, "PATH is a file and no store of nhiemky"},
		{"a folder of something else", func(t *testing.T, path string) { write(t, filepath.Join(path, "thesis.txt"), "text") }, true,
			"PATH is a folder of something else and no store of nhiemky"},
		{"a leveldb of something else", func(t *testing.T, path string) {
			db, err := leveldb.OpenFile(path, nil)
			if err != nil {
				t.Fatal(err)
			}
			if err := db.Close(); err != nil {
				t.Fatal(err)
			}
		}, true, "PATH is a folder of something else and no store of nhiemky"},
		{"a marker of something else", func(t *testing.T, path string) { write(t, filepath.Join(path, store.MarkerFile), "{}") }, true,
			"PATH is no store of nhiemky: its nhiemky.json was written by something else"},
		{"a store of another format", func(t *testing.T, path string) {
			write(t, filepath.Join(path, store.MarkerFile), `{"store":"nhiemky","format":99,"backend":"leveldb"}`)
		}, true, "PATH is a store of format 99 on leveldb, and this program reads format 1 on leveldb: make a new one with nhiemky build"},
	} {
		t.Run(c.what, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "x.db")
			c.make(t, path)
			before := tree(t, path)
			_, err := store.Open(path, store.Options{Create: c.create})
			if want := strings.ReplaceAll(c.want, "PATH", path); err == nil || err.Error() != want {
				t.Errorf("got  %v\nwant %s", err, want)
			}
			if after := tree(t, path); after != before {
				t.Errorf("it was touched: before %s, after %s", before, after)
			}
		})
	}
}

// tree lists files with sizes and times.
func tree(t *testing.T, path string) string {
	t.Helper()
	var b strings.Builder
	err := filepath.Walk(path, func(p string, i os.FileInfo, err error) error {
		if err == nil {
			fmt.Fprintln(&b, p, i.Size(), i.ModTime())
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestOpenInUse(t *testing.T) {
	path := filepath.Join(t.TempDir(), "x.db")
	s := storetest.OnDisk(t, path)
	defer s.Close()
	_, err := store.Open(path, store.Options{})
	if err == nil || !strings.Contains(err.Error(), "in use by ") || strings.Contains(err.Error(), "\n") {
		t.Errorf("error %v", err)
	}
}

func TestOpenWithoutPermission(t *testing.T) {
	if os.Getuid() == 0 {
		t.Skip("root may do everything")
	}
	path := filepath.Join(t.TempDir(), "x.db")
	if err := storetest.OnDisk(t, path).Close(); err != nil {
		t.Fatal(err)
	}
	if err := os.Chmod(path, 0); err != nil {
		t.Fatal(err)
	}
	defer os.Chmod(path, 0o777)
	if _, err := store.Open(path, store.Options{}); err == nil || !strings.Contains(err.Error(), "no permission") {
		t.Errorf("error %v", err)
	}
}

// A making that was interrupted at any point is begun again.
func TestMakingIsInterrupted(t *testing.T) {
	for _, left := range []string{"", store.MakingFile, store.MakingFile + " " + store.DatabaseName} {
		path := filepath.Join(t.TempDir(), "x.db")
		if err := os.Mkdir(path, 0o777); err != nil {
			t.Fatal(err)
		}
		for _, name := range strings.Fields(left) {
			if name == store.DatabaseName {
				if err := os.Mkdir(filepath.Join(path, name), 0o777); err != nil {
					t.Fatal(err)
				}
			} else if err := os.WriteFile(filepath.Join(path, name), nil, 0o666); err != nil {
				t.Fatal(err)
			}
		}
		if err := storetest.OnDisk(t, path).Close(); err != nil {
			t.Errorf("after %q: %v", left, err)
		}
	}
}

// A journal that is whole is carried out when the store is opened, however much of it was done; one
// that is not is dropped.
func TestJournal(t *testing.T) {
	const a, b, c = `<x:s> <x:p> "a" .` + "\n", `<x:s> <x:p> "b" .` + "\n", `<x:s> <x:p> "c" .` + "\n"
	for _, j := range []struct{ what, journal, want string }{
		{"nothing done yet", "-" + a + "+" + c + store.JournalEnd, b + c},
		{"all done already", "-" + c + "+" + a + "+" + b + store.JournalEnd, a + b},
		{"half done", "-" + a + "-" + c + "+" + b + "+" + c + store.JournalEnd, b + c},
		{"not whole", "-" + a + "+" + c, a + b},
		{"cut in its last line", "-" + a + "+" + c + "en", a + b},
		{"empty", "", a + b},
	} {
		path := filepath.Join(t.TempDir(), "x.db")
		s := storetest.OnDisk(t, path)
		storetest.Load(t, s, a+b)
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(path, store.JournalFile), []byte(j.journal), 0o666); err != nil {
			t.Fatal(err)
		}
		s = storetest.OnDisk(t, path)
		if got := storetest.Export(t, s); got != j.want {
			t.Errorf("%s: %s, want %s", j.what, got, j.want)
		}
		if _, err := os.Stat(filepath.Join(path, store.JournalFile)); err == nil {
			t.Errorf("%s: the journal is still there", j.what)
		}
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
	}
}

// A writer that is killed at any moment leaves a store that opens, and that the next Add brings to
// what an undisturbed one makes. The test runs itself as the writer.
func TestKilledWriter(t *testing.T) {
	path := filepath.Join(t.TempDir(), "x.db")
	if path := os.Getenv("NHIEMKY_TEST_WRITE_TO"); path != "" {
		writeUntilKilled(t, path)
		return
	}
	kills := 6
	if n, err := strconv.Atoi(os.Getenv("NHIEMKY_TEST_KILLS")); err == nil {
		kills = n
	}
	if testing.Short() {
		kills = 1
	}
	for i := range kills {
		cmd := exec.Command(os.Args[0], "-test.run=^TestKilledWriter$")
		cmd.Env = append(os.Environ(), "NHIEMKY_TEST_WRITE_TO="+path)
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		time.Sleep(time.Duration(20+i*37%400) * time.Millisecond)
		cmd.Process.Kill() // it may be done already
		cmd.Wait()
		s, err := store.Open(path, store.Options{Create: true})
		if err != nil {
			t.Fatalf("kill %d: %v", i, err)
		}
		if err := s.Close(); err != nil {
			t.Fatalf("kill %d: %v", i, err)
		}
	}
	s := storetest.OnDisk(t, path)
	defer s.Close()
	storetest.Add(t, s, manyArticles(1)...)
	fresh := storetest.OnDisk(t, filepath.Join(t.TempDir(), "fresh.db"))
	defer fresh.Close()
	storetest.Add(t, fresh, manyArticles(1)...)
	if got, want := storetest.Export(t, s), storetest.Export(t, fresh); got != want {
		t.Error(storetest.FirstDifference(got, want))
	}
	if got, want := nodes(t, s), nodes(t, fresh); got != want {
		t.Errorf("%d nodes, want %d: some were counted wrong", got, want)
	}
	if st, err := s.Stats(context.Background()); err != nil || int(st.Quads) != strings.Count(storetest.Export(t, s), "\n") || st.Stale {
		t.Errorf("stats %+v, %v", st, err)
	}
}

// writeUntilKilled stores articles and changes them all, again and again.
func writeUntilKilled(t *testing.T, path string) {
	s := storetest.OnDisk(t, path)
	for version := range 100 {
		storetest.Add(t, s, manyArticles(version)...)
	}
}

func manyArticles(version int) (out []record.Result) {
	for i := range 60 {
		place := graphtest.Units[1+(i+version)%2]
		out = append(out, graphtest.Result(fmt.Sprintf("%02d.txt", i), "2018-02-21",
			graphtest.Holds(fmt.Sprintf("Nguyễn Văn %c", 'A'+(i+version)%7), "Bí thư", "Quận ủy "+place.Name, place.ID, "2018-02-21"),
			graphtest.Holds(fmt.Sprintf("Trần Thị %c", 'A'+i%3), "Phó Bí thư", "Quận ủy "+place.Name, place.ID, "2018-02-21")))
	}
	return out
}

// nodes is the number of nodes that the database holds, also of those that nothing speaks of.
func nodes(t *testing.T, s *store.Store) int64 {
	t.Helper()
	st, err := s.Handle().QuadStore.Stats(context.Background(), true)
	if err != nil {
		t.Fatal(err)
	}
	return st.Nodes.Value
}
