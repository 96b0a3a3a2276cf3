package score

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// The evaluation set lies beside the repository, not in it.
var shared = filepath.Join("..", "..", "..", "shared", "eval")

// reference is score.py, the scorer that this package agrees with. Tests that need it are skipped
// where it is not.
func reference(t *testing.T) string {
	t.Helper()
	file := filepath.Join(shared, "score.py")
	if _, err := os.Stat(file); err != nil {
		t.Skip("the evaluation set is not here: no ../shared/eval/score.py beside the repository")
	}
	if _, err := exec.LookPath("python3"); err != nil {
		if os.Getenv("NHIEMKY_TOOLS") == "required" {
			t.Fatal("python3 is not installed")
		}
		t.Skip("python3 is not installed: nothing to compare with")
	}
	return file
}

// python runs a program and gives its output.
func python(t *testing.T, stdin string, args ...string) string {
	t.Helper()
	cmd := exec.CommandContext(t.Context(), "python3", args...)
	cmd.Env = append(os.Environ(), "PYTHONIOENCODING=utf-8", "PYTHONDONTWRITEBYTECODE=1")
	cmd.Stdin = strings.NewReader(stdin)
	var problems strings.Builder
	cmd.Stderr = &problems
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("python3 %v: %v\n%s", args, err, problems.String())
	}
	return string(out)
}

// TestAgreesWithReference compares everything that both scorers print, over gold that was made by
// reading and system records that are gold with damage done to them.
func TestAgreesWithReference(t *testing.T) {
	scorer := reference(t)
	for _, c := range []struct {
		gold   string // file or folder
		damage int    // 0 leaves the records right
		kind   string
	}{
		{"seeds", 0, ""}, {"seeds/gold.jsonl", 1, ""}, {"seeds", 2, ""}, {"seeds", 2, "document"}, {"seeds", 5, ""},
		{"dev", 0, ""}, {"dev/gold.jsonl", 1, ""}, {"dev/gold.jsonl", 2, "holding"}, {"dev", 4, ""}, {"dev", 4, "congress"},
		{"dev2", 0, ""}, {"dev2/gold.jsonl", 2, ""}, {"dev2", 3, "holding"}, {"made/gold.jsonl", 0, ""}, {"made/gold.jsonl", 3, ""}, {"made/gold.jsonl", 4, "holding"},
	} {
		t.Run(fmt.Sprintf("%s damage %d %s", c.gold, c.damage, c.kind), func(t *testing.T) {
			goldPath := filepath.Join(shared, filepath.FromSlash(c.gold))
			system := filepath.Join(t.TempDir(), "system.jsonl")
			gold := readAll(t, goldPath)
			if c.damage > 0 {
				goldPath = small(t, goldPath)
				gold = readAll(t, goldPath)
			}
			write(t, system, damaged(t, gold, c.damage))
			args := []string{scorer, "-v", goldPath, system}
			if c.kind != "" {
				args = append(args, "--kind", c.kind)
			}
			want := python(t, "", args...)
			var got strings.Builder
			if err := Compare(gold, readAll(t, system), c.kind).Print(&got, true); err != nil {
				t.Fatal(err)
			}
			if diff := firstDifference(got.String(), want); diff != "" {
				t.Error(diff)
			}
			misses := strings.HasPrefix(want, "- ") || strings.HasPrefix(want, "+ ")
			if c.damage > 0 && !misses {
				t.Error("nothing was damaged")
			}
			t.Logf("%d lines agree", strings.Count(want, "\n"))
		})
	}
}

// small gives the gold of the documents that have few records as a file of its own: the reference
// takes long where many records match nothing.
func small(t *testing.T, goldPath string) string {
	t.Helper()
	var b strings.Builder
	gold := readAll(t, goldPath)
	for _, name := range gold.Names() {
		if len(gold[name]) > 15 {
			continue
		}
		for _, r := range gold[name] {
			line, err := json.Marshal(r)
			if err != nil {
				t.Fatal(err)
			}
			b.Write(append(line, '\n'))
		}
	}
	file := filepath.Join(t.TempDir(), "gold.jsonl")
	write(t, file, b.String())
	return file
}

func readAll(t *testing.T, path string) Documents {
	t.Helper()
	d, err := Read(path)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// firstDifference shows the first line that differs, "" when none does.
func firstDifference(got, want string) string {
	g, w := strings.Split(got, "\n"), strings.Split(want, "\n")
	for i := range max(len(g), len(w)) {
		if i >= len(g) || i >= len(w) || g[i] != w[i] {
			return "got\n  " + strings.Join(g[min(i, len(g)):min(i+1, len(g))], "") +
				"\nwant\n  " + strings.Join(w[min(i, len(w)):min(i+1, len(w))], "")
		}
	}
	return ""
}

// damaged are the records as JSON lines, in another order and with as much damage as said: records
// left out, doubled or changed in one of their values.
func damaged(t *testing.T, gold Documents, damage int) string {
	t.Helper()
	random := rand.New(rand.NewPCG(1, uint64(damage)))
	var lines []string
	for _, name := range gold.Names() {
		for _, r := range gold[name] {
			changed := Record{}
			for k, v := range r {
				if !slices.Contains(listKeys, k) && k != "optional" { // gold alone has these
					changed[k] = v
				}
			}
			times := 1
			if damage > 0 {
				times = []int{0, 1, 1, 1, 2}[random.IntN(5)]
			}
			for range times {
				for range random.IntN(damage + 1) {
					alter(random, changed, r)
				}
				line, err := json.Marshal(changed)
				if err != nil {
					t.Fatal(err)
				}
				lines = append(lines, string(line))
			}
		}
	}
	if damage > 1 {
		random.Shuffle(len(lines), func(i, j int) { lines[i], lines[j] = lines[j], lines[i] })
	}
	return strings.Join(lines, "\n") + "\n"
}

// alter changes one value of a record, as a program that reads badly might, or takes one of the
// alternatives of gold.
func alter(random *rand.Rand, r, gold Record) {
	keys := []string{}
	for _, k := range slices.Concat(textKeys, otherKeys) {
		if _, ok := r[k]; ok {
			keys = append(keys, k)
		}
	}
	if len(keys) == 0 {
		return
	}
	key := keys[random.IntN(len(keys))]
	s, isText := r[key].(string)
	switch n := random.IntN(8); {
	case n == 0:
		delete(r, key)
	case n == 1:
		r[key] = nil
	case n == 2 && isText:
		r[key] = strings.ToUpper(s)
	case n == 3 && isText:
		r[key], _, _ = strings.Cut(s, " ")
	case n == 4 && isText:
		r[key] = s + " " + s
	case n == 5 && len(gold.texts("", "also")) > 1:
		for _, k := range []string{"organization", "body", "name"} {
			if _, ok := r[k]; ok {
				r[k] = gold.texts("", "also")[1]
			}
		}
	case n == 6:
		for _, k := range [][2]string{{"person", "persons"}, {"status", "statuses"}} {
			if all := gold.texts(k[0], k[1]); len(all) > 1 {
				r[k[0]] = all[len(all)-1]
			}
		}
	case key == "ordinal":
		r[key] = random.IntN(3)
	}
}

// TestFormsAgreeWithReference compares the normal forms of texts: those of gold, and others put
// together at random from words that the rewriting rules know, with odd characters between them.
func TestFormsAgreeWithReference(t *testing.T) {
	scorer, err := filepath.Abs(reference(t))
	if err != nil {
		t.Fatal(err)
	}
	texts := randomTexts(1000)
	for _, path := range []string{"seeds/gold.jsonl", "dev/gold.jsonl", "dev2/gold.jsonl", "made/gold.jsonl"} {
		gold := readAll(t, filepath.Join(shared, filepath.FromSlash(path)))
		for _, name := range gold.Names() {
			for _, r := range gold[name] {
				for _, k := range textKeys {
					texts = append(texts, r.text(k))
				}
			}
		}
	}
	slices.Sort(texts)
	texts = slices.Compact(texts)
	in, err := json.Marshal(texts)
	if err != nil {
		t.Fatal(err)
	}
	out := python(t, string(in), "-c", `
import json, os, sys
sys.path.insert(0, os.path.dirname(sys.argv[1]))
import score
texts = json.loads(sys.stdin.buffer.read())
print(json.dumps([[score.W(s), score.canon(s), score.canon_name(s), score.code(s)] for s in texts]))`, scorer)
	var want [][4]string
	if err := json.Unmarshal([]byte(out), &want); err != nil {
		t.Fatal(err)
	}
	f := newForms()
	for i, s := range texts {
		got := [4]string{plain(s), f.canonical(s), f.canonicalName(s), code(s)}
		if got != want[i] {
			t.Errorf("%q:\n got %q\nwant %q", s, got, want[i])
		}
	}
}

// randomTexts puts words together.
func randomTexts(n int) []string {
	var parts []string
	for _, a := range abbreviations() {
		parts = append(parts, a[0], a[1])
	}
	parts = append(parts, strings.Fields(`của và tỉnh quận huyện xã phường nước Đảng đảng bộ ủy Ủy uỷ thành phố
		Thành Tỉnh Quận Huyện Thị Chấp hành Ban ban Trung ương Quốc hội Việt Nam Cộng sản Hà Nội Huế Huếx xcủa
		thường vụ viên XII IX VIx xIV X_I số 05 007 7 7 12-NQ/TW 0٣ ٣ ½ Ⅻ ß İ Σ ΟΔΟΣ ﬁ ŉ ǅ e̋ ậ ậ Đ đ 한국 日本 ก็ क़`)...)
	seps := []string{" ", " ", " ", " ", "", "  ", ", ", "-", "–", "_", "\u00a0", "\u200b", "\u0301", "\u0323", "\x1c", "\u0085", "\u2028", "."}
	random := rand.New(rand.NewPCG(2, 3))
	texts := make([]string, n)
	for i := range texts {
		for range 1 + random.IntN(9) {
			texts[i] += parts[random.IntN(len(parts))] + seps[random.IntN(len(seps))]
		}
	}
	return texts
}
