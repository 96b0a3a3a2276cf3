package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"
)

// kills says how often a test kills a process: NHIEMKY_TEST_KILLS, or else few times.
func kills(t *testing.T, few int) int {
	if n, err := strconv.Atoi(os.Getenv("NHIEMKY_TEST_KILLS")); err == nil {
		return n
	}
	if testing.Short() {
		return 1
	}
	return few
}

// program is a command in a process of its own.
func program(t testing.TB, args ...string) *exec.Cmd {
	t.Helper()
	if runtime.GOOS == "windows" {
		t.Skip("a process is not interrupted like this there")
	}
	path, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(path, args...)
	cmd.Args[0] = "nhiemky" // TestMain goes by it
	return cmd
}

// manyArticles writes the articles of seeds as JSON lines, six times over, with other names of places
// and days, and some of them as they are: copies.
func manyArticles(t testing.TB) (file string) {
	t.Helper()
	files, err := filepath.Glob("../../seeds/articles/*.txt")
	if err != nil || len(files) < 10 {
		t.Fatal(files, err)
	}
	var out bytes.Buffer
	enc := json.NewEncoder(&out)
	for round := range 6 {
		for _, f := range files {
			text, err := os.ReadFile(f)
			if err != nil {
				t.Fatal(err)
			}
			said := string(text)
			if round%3 > 0 {
				said = strings.NewReplacer("Ba Đình", "Đống Đa", "Hà Nội", "Nghệ An", "20"+strconv.Itoa(10+round), "2009").Replace(said) + "\n\nĐợt " + strconv.Itoa(round) + "."
			}
			if err := enc.Encode(map[string]string{"id": strconv.Itoa(round) + "-" + filepath.Base(f), "text": said}); err != nil {
				t.Fatal(err)
			}
		}
	}
	file = filepath.Join(t.TempDir(), "articles.jsonl")
	if err := os.WriteFile(file, out.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
	return file
}

// ended runs a command in this process and gives what it prints.
func ended(t testing.TB, codes string, args ...string) string {
	t.Helper()
	var out, problems bytes.Buffer
	code := run(t.Context(), args, strings.NewReader(""), &out, &problems)
	if !strings.Contains(codes, strconv.Itoa(code)) {
		t.Fatalf("nhiemky %s: exit code %d\n%s", strings.Join(args, " "), code, problems.String())
	}
	return out.String()
}

// A build that is killed at any moment leaves a store that opens and can be checked, and the same command
// makes of it, byte for byte, what an undisturbed one does. Most are killed several times on the way.
func TestKilledBuild(t *testing.T) {
	articles, folder := manyArticles(t), t.TempDir()
	build := func(store string) *exec.Cmd { return program(t, "build", "-q", "--store", store, articles) }
	whole := filepath.Join(folder, "whole")
	start := time.Now()
	if out, err := build(whole).CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	took := time.Since(start)
	want, findings := ended(t, "0", "export", "--store", whole), ended(t, "01", "check", "--store", whole)
	rng, killed, early := rand.New(rand.NewPCG(2, 9)), kills(t, 6), 0
	for i := 0; i < killed; {
		store := filepath.Join(folder, strconv.Itoa(i))
		for again := true; again && i < killed; i++ {
			cmd := build(store)
			if err := cmd.Start(); err != nil {
				t.Fatal(err)
			}
			time.Sleep(time.Duration(rng.Float64() * 1.1 * float64(took)))
			_ = cmd.Process.Kill() // it may be done already
			_ = cmd.Wait()
			if _, err := os.Stat(filepath.Join(store, "nhiemky.json")); err != nil {
				early++ // before there was a store
				continue
			}
			ended(t, "01", "check", "--store", store)
			again = rng.IntN(2) == 0
		}
		if out, err := build(store).CombinedOutput(); err != nil {
			t.Fatalf("after kill %d: %v\n%s", i, err, out)
		}
		if got := ended(t, "0", "export", "--store", store); got != want {
			t.Fatalf("after kill %d the store is another one: %d bytes, want %d", i, len(got), len(want))
		}
		if got := ended(t, "01", "check", "--store", store); got != findings {
			t.Errorf("after kill %d other findings:\n%s\nwant\n%s", i, got, findings)
		}
		if err := os.RemoveAll(store); err != nil {
			t.Fatal(err)
		}
	}
	t.Logf("%d kills within %s, %d of them before there was a store", killed, took, early)
}

// Ctrl-C stops a build cleanly: it says so, what was read is there, and the same command continues from there.
func TestStoppedBuild(t *testing.T) {
	articles, store := manyArticles(t), filepath.Join(t.TempDir(), "s")
	cmd := program(t, "build", "--store", store, "-")
	var problems bytes.Buffer
	cmd.Stderr = &problems
	in, err := cmd.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	text, err := os.ReadFile(articles)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := in.Write(text[:len(text)/2]); err != nil { // the rest does not come
		t.Fatal(err)
	}
	time.Sleep(2 * time.Second) // for it to read what there is
	if err := cmd.Process.Signal(syscall.SIGINT); err != nil {
		t.Fatal(err)
	}
	in.Close()
	err = cmd.Wait()
	said := regexp.MustCompile(`stopped; (\d+) articles? of this run (?:is|are) stored, and the same command continues from there`).FindStringSubmatch(problems.String())
	if code := cmd.ProcessState.ExitCode(); code != 130 || said == nil {
		t.Fatalf("exit code %d, %v: %s", code, err, problems.String())
	}
	t.Logf("stopped after %s articles", said[1])
	var out, told bytes.Buffer
	if code := run(t.Context(), []string{"stats", "--store", store}, strings.NewReader(""), io.Discard, &told); code != 0 || !strings.Contains(told.String(), "a build was interrupted") {
		t.Errorf("exit code %d, and the store does not say that something is to be worked out: %q", code, told.String())
	}
	if code := run(t.Context(), []string{"build", "--store", store, "-"}, bytes.NewReader(text), &out, io.Discard); code != 0 || !strings.Contains(out.String(), " "+said[1]+" already known") || !strings.Contains(out.String(), "an interrupted run had left undone") {
		t.Errorf("exit code %d: %s", code, out.String())
	}
	whole := filepath.Join(t.TempDir(), "whole")
	if code := run(t.Context(), []string{"build", "--store", whole, "-"}, bytes.NewReader(text), io.Discard, io.Discard); code != 0 {
		t.Fatalf("exit code %d", code)
	}
	if got, want := ended(t, "0", "export", "--store", store), ended(t, "0", "export", "--store", whole); got != want {
		t.Errorf("%d bytes, want %d", len(got), len(want))
	}
}

// While a build has the store a second one is told which process that is.
func TestTwoBuilds(t *testing.T) {
	articles, store := manyArticles(t), filepath.Join(t.TempDir(), "s")
	ended(t, "0", "build", "--store", store, articles)
	first := program(t, "build", "--store", store, "-")
	in, err := first.StdinPipe() // of which nothing comes
	if err != nil {
		t.Fatal(err)
	}
	if err := first.Start(); err != nil {
		t.Fatal(err)
	}
	defer first.Wait()
	defer in.Close()
	who := fmt.Sprintf("nhiemky build, process %d, since ", first.Process.Pid)
	for begin := time.Now(); ; time.Sleep(20 * time.Millisecond) {
		if text, err := os.ReadFile(filepath.Join(store, "in-use")); err == nil && strings.HasPrefix(string(text), who) {
			break
		}
		if time.Since(begin) > patience {
			t.Fatal("the first does not begin")
		}
	}
	var problems bytes.Buffer
	code := run(t.Context(), []string{"build", "--store", store, articles}, strings.NewReader(""), io.Discard, &problems)
	if code != 4 || !strings.Contains(problems.String(), "the store is in use by "+who) {
		t.Errorf("exit code %d: %q", code, problems.String())
	}
}

// A load that is killed at any moment leaves what was there before, for those who ask, and the same command
// makes of it what an undisturbed one does. Nothing of it is left behind.
func TestKilledLoad(t *testing.T) {
	folder := t.TempDir()
	file, one, whole := filepath.Join(folder, "graph.nq"), filepath.Join(folder, "one.txt"), filepath.Join(folder, "whole")
	if err := os.WriteFile(one, []byte(article), 0o644); err != nil {
		t.Fatal(err)
	}
	ended(t, "0", "build", "-q", "--store", filepath.Join(folder, "from"), manyArticles(t))
	ended(t, "0", "export", "--store", filepath.Join(folder, "from"), "-o", file)
	load := func(store string) *exec.Cmd { return program(t, "load", "-q", "--store", store, file) }
	ended(t, "0", "build", "-q", "--store", whole, one)
	before := ended(t, "0", "export", "--store", whole)
	start := time.Now()
	if out, err := load(whole).CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	took, want := time.Since(start), ended(t, "0", "export", "--store", whole)
	rng := rand.New(rand.NewPCG(6, 9))
	for i := range kills(t, 4) {
		store := filepath.Join(folder, strconv.Itoa(i))
		ended(t, "0", "build", "-q", "--store", store, one)
		cmd := load(store)
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		time.Sleep(time.Duration(rng.Float64() * 1.1 * float64(took)))
		_ = cmd.Process.Kill() // it may be done already
		_ = cmd.Wait()
		ended(t, "0", "stats", "--store", store)
		ended(t, "01", "check", "--store", store)
		if out, err := load(store).CombinedOutput(); err != nil {
			t.Fatalf("after kill %d: %v\n%s", i, err, out)
		}
		if got := ended(t, "0", "export", "--store", store); got != want {
			t.Errorf("after kill %d the store is another one: %d bytes, want %d, before %d", i, len(got), len(want), len(before))
		}
		names, err := os.ReadDir(store)
		for _, n := range names {
			if !strings.Contains("finished nhiemky.json quads", n.Name()) {
				t.Errorf("after kill %d %s is left behind", i, n.Name())
			}
		}
		if err != nil {
			t.Error(err)
		}
	}
}

// An export that is killed leaves the file as it was, and nothing else.
func TestKilledExport(t *testing.T) {
	if runtime.GOOS != "linux" {
		t.Skip("files without a name are of Linux")
	}
	folder := t.TempDir()
	store, file := filepath.Join(folder, "s"), filepath.Join(folder, "out", "graph.nq")
	ended(t, "0", "build", "-q", "--store", store, manyArticles(t))
	if err := os.Mkdir(filepath.Dir(file), 0o755); err != nil {
		t.Fatal(err)
	}
	start := time.Now()
	ended(t, "0", "export", "--store", store, "-o", file)
	took := time.Since(start)
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	for range kills(t, 4) {
		cmd := program(t, "export", "--store", store, "-o", file)
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		time.Sleep(time.Duration(rand.Float64() * float64(took)))
		_ = cmd.Process.Kill()
		_ = cmd.Wait()
		names, err := os.ReadDir(filepath.Dir(file))
		if err != nil || len(names) != 1 {
			t.Errorf("%v, %v is there", err, names)
		}
		if got, err := os.ReadFile(file); err != nil || !bytes.Equal(got, want) {
			t.Errorf("%d bytes, want %d: %v", len(got), len(want), err)
		}
	}
}

// While a build runs, a store can be asked in all ways, by several at a time, and answers from before it began.
func TestAskBesideBuild(t *testing.T) {
	folder := t.TempDir()
	store, one := filepath.Join(folder, "s"), filepath.Join(folder, "one.txt")
	if err := os.WriteFile(one, []byte(article), 0o644); err != nil {
		t.Fatal(err)
	}
	ended(t, "0", "build", "-q", "--store", store, one)
	before := ended(t, "0", "export", "--store", store)
	text, err := os.ReadFile(manyArticles(t))
	if err != nil {
		t.Fatal(err)
	}
	cmd := program(t, "build", "-q", "--store", store, "--memory", "1", "-")
	in, err := cmd.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	done := make(chan error, 1)
	go func() {
		_, err := in.Write(text)
		done <- err
	}()
	asked := 0
	for reading := true; reading; asked++ {
		select {
		case err := <-done:
			if err != nil {
				t.Fatal(err)
			}
			reading = false
		default:
		}
		if got := ended(t, "0", "export", "--store", store); got != before {
			t.Fatalf("%d bytes, want the %d from before the build", len(got), len(before))
		}
	}
	askAll(t, store, "Quận ủy Hà Đông", "Trần Thị Mẫu")
	if err := in.Close(); err != nil {
		t.Fatal(err)
	}
	after := before
	for ; after == before; asked++ { // before it is finished, or all of it
		after = ended(t, "0", "export", "--store", store)
	}
	if err := cmd.Wait(); err != nil {
		t.Fatal(err)
	}
	if got := ended(t, "0", "export", "--store", store); got != after {
		t.Errorf("what was seen last has %d bytes, and the store %d", len(after), len(got))
	}
	t.Logf("exported %d times beside the build", asked)
}

// When the disk is full a build says so; what was stored before is there, can be asked, and is as it was
// once there is room and the build was run again.
func TestFullDisk(t *testing.T) {
	unshare, err := exec.LookPath("unshare")
	if err != nil {
		t.Skip("no unshare, to make a small disk with")
	}
	disk := t.TempDir()
	small := func(script string) (string, error) {
		cmd := program(t)
		cmd.Path = unshare
		cmd.Args = []string{"unshare", "--map-root-user", "--mount", "sh", "-c", "mount -t tmpfs -o size=24m none " + disk + " && cd " + disk + " && " + script}
		out, err := cmd.CombinedOutput()
		return string(out), err
	}
	if out, err := small("true"); err != nil {
		t.Skipf("no small disk can be made here: %s", out)
	}
	folder := t.TempDir() // with the program, under a name by which it knows what it is
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(self, filepath.Join(folder, "nhiemky")); err != nil {
		t.Fatal(err)
	}
	out, err := small(`PATH=` + folder + `:$PATH
nhiemky build -q --store s ` + mustAbs(t, "../../seeds/articles") + ` >/dev/null || exit 9
nhiemky export --store s >` + folder + `/before.nq || exit 9
dd if=/dev/zero of=fill bs=64k 2>/dev/null
rm -f s/in-use; dd if=/dev/zero of=fill2 bs=1k 2>/dev/null
nhiemky build -q --store s ` + manyArticles(t) + `; echo "exit $?"
nhiemky export --store s >` + folder + `/full.nq || exit 9
rm fill fill2
nhiemky build -q --store s ` + mustAbs(t, "../../seeds/articles") + ` >/dev/null || exit 9
nhiemky export --store s >` + folder + `/after.nq || exit 9`)
	if err != nil || !strings.Contains(out, "no space is left on the disk: free some") || !strings.Contains(out, "exit 4") {
		t.Fatalf("%v: %s", err, out)
	}
	before, err := os.ReadFile(filepath.Join(folder, "before.nq"))
	if err != nil || len(before) == 0 {
		t.Fatal(err)
	}
	for _, name := range []string{"full.nq", "after.nq"} {
		if got, err := os.ReadFile(filepath.Join(folder, name)); err != nil || !bytes.Equal(got, before) {
			t.Errorf("%s: %d bytes, want %d as before; %v", name, len(got), len(before), err)
		}
	}
}
