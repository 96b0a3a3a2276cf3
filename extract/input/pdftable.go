package input

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A table without drawn lines has columns that are told by their gaps. Its rows are told where each row is one line, where
// they are farther apart than the lines within them, or where each begins with a line that has something in every column
// that the row has at all. Cells that stand in the middle of their row tell nothing.

// openTable is a table without drawn lines: its cells by lines and columns, and where the text of each column ends.
type openTable struct {
	lines [][]pdfRow
	texts [][]string
	right []float64
}

// openRows are the texts of a table of lines with gaps, by rows and columns; nil when the rows cannot be told.
func openRows(rows []pdfRow, gaps []strip) [][]string {
	t := openTable{right: make([]float64, len(gaps)+1)}
	for _, row := range rows {
		line, texts := make([]pdfRow, len(gaps)+1), make([]string, len(gaps)+1)
		for k, pieces := range cellsOf(row, gaps) {
			if len(pieces) > 0 {
				line[k] = pdfRow{row.y, row.size, pieces}
				texts[k] = strings.ReplaceAll(line[k].text(), "|", "/")
				t.right[k] = max(t.right[k], line[k].right())
			}
		}
		t.lines, t.texts = append(t.lines, line), append(t.texts, texts)
	}
	if texts := t.grouped(numberedRows(t.texts), false); texts != nil {
		return texts
	}
	if texts := t.grouped(spacedRows(rows), true); texts != nil {
		return texts
	}
	return t.grouped(filledRows(t.texts), false)
}

// numberedRows tells the lines that begin rows by their numbers in the first column: 1, 2, 3.
func numberedRows(lines [][]string) []bool {
	starts := make([]bool, len(lines))
	next := 0
	for i, l := range lines {
		if n, err := strconv.Atoi(strings.TrimRight(l[0], ".)")); err == nil && (next == 0 || n == next) {
			starts[i], next = true, n+1
		}
	}
	if count(starts) < 2 {
		return nil
	}
	return starts
}

// spacedRows tells the lines that begin rows by the space above them.
func spacedRows(rows []pdfRow) []bool {
	closest := 0.0
	for i := 1; i < len(rows); i++ {
		if d := rows[i-1].y - rows[i].y; closest == 0 || d < closest {
			closest = d
		}
	}
	starts := make([]bool, len(rows))
	for i := range rows {
		starts[i] = i == 0 || rows[i-1].y-rows[i].y > 1.3*closest
	}
	if n := count(starts); n < 3 || n == len(rows) {
		return nil
	}
	return starts
}

// filledRows tells the lines that begin rows by something in the first column. A word alone there may be the end of a name in
// the line above.
func filledRows(lines [][]string) []bool {
	starts := make([]bool, len(lines))
	for i, l := range lines {
		if starts[i] = l[0] != ""; starts[i] && len(strings.Fields(l[0])) == 1 && strings.ContainsFunc(l[0], unicode.IsLetter) && i > 0 {
			return nil
		}
	}
	if count(starts) < 3 {
		return nil
	}
	return starts
}

func count(all []bool) (n int) {
	for _, yes := range all {
		if yes {
			n++
		}
	}
	return n
}

// grouped puts the lines of each row together; nil when a line that begins one goes on with the sentence above. Where it is not
// sure which lines begin rows, a row begins with its first line in every column, and a cell goes on in the next line because
// that had no room for one word more. Lines above the first row are the heads.
func (t *openTable) grouped(starts []bool, sure bool) (out [][]string) {
	if starts == nil {
		return nil
	}
	for i := 0; i < len(t.lines); {
		j := i + 1
		for j < len(t.lines) && !starts[j] {
			j++
		}
		if starts[i] && len(out) > 0 && continues(t.texts[i]) || !sure && (starts[i] && !t.wrapped(i, j) || !starts[i] && !t.headed(j)) {
			return nil
		}
		row := make([]string, len(t.right))
		for k := range row {
			var parts []string
			for _, texts := range t.texts[i:j] {
				if texts[k] != "" {
					parts = append(parts, texts[k])
				}
			}
			row[k] = strings.Join(parts, " ")
		}
		out = append(out, row)
		i = j
	}
	if len(out) < 2 {
		return nil
	}
	return out
}

// headed reports whether the lines above line j are heads: the first has several, and each other goes on with small letters.
// Else they may be the first lines of cells whose middle stands beside the number.
func (t *openTable) headed(j int) bool {
	filled := 0
	for _, text := range t.texts[0] {
		if text != "" {
			filled++
		}
	}
	for n := 1; n < j; n++ {
		if !continues(t.texts[n]) {
			return false
		}
	}
	return filled > 1
}

// wrapped reports whether lines [i, j) are one row.
func (t *openTable) wrapped(i, j int) bool {
	for k := range t.right {
		for n := i + 1; n < j; n++ {
			if t.texts[n][k] == "" {
				continue
			}
			if t.texts[n-1][k] == "" {
				return false
			}
			above, next := t.lines[n-1][k], t.lines[n][k]
			if above.right()+firstWordWidth(next)+wordGap*next.size <= t.right[k] {
				return false
			}
		}
	}
	return true
}

// continues reports whether most cells of a line begin with a small letter: they go on with those above.
func continues(line []string) bool {
	small, filled := 0, 0
	for _, cell := range line {
		if cell == "" {
			continue
		}
		filled++
		if begins, _ := utf8.DecodeRuneInString(cell); unicode.IsLower(begins) {
			small++
		}
	}
	return 2*small >= filled
}
