package input

import (
	"encoding/xml"
	"strconv"
	"strings"
)

// wordRow is a row of a table.
type wordRow struct {
	cells         []wordCell
	before, after int // columns that it leaves out
	gone          bool
}

// wordCell is a cell of a row.
type wordCell struct {
	*wordPart
	columns int
	merged  bool // with the cell above
}

// table reads a table. One for reading becomes rows with bars, as those of web pages do; one for the layout of the
// page, such as the head and the signatures of an official text, its paragraphs cell by cell.
func (w *wordReader) table() error {
	outer, paragraph := w.into, w.now
	var rows []wordRow
	var row func(e xml.StartElement) error
	row = func(e xml.StartElement) error {
		switch e.Name.Local {
		case "tr":
			r, err := w.row()
			if !r.gone {
				rows = append(rows, r)
			}
			return err
		case "tblPr", "tblGrid", "sdtPr", "del":
			return w.skip()
		}
		return w.children(row)
	}
	w.now = nil
	err := w.children(row)
	w.into, w.now = outer, paragraph
	if err != nil {
		return err
	}
	outer.nested = true
	return w.writeTable(rows)
}

// row reads a row.
func (w *wordReader) row() (r wordRow, err error) {
	var read func(e xml.StartElement) error
	read = func(e xml.StartElement) error {
		switch e.Name.Local {
		case "tc":
			c, err := w.cell()
			r.cells = append(r.cells, c)
			return err
		case "trPr":
			return w.children(func(e xml.StartElement) error {
				switch e.Name.Local {
				case "gridBefore":
					r.before = columnsOf(e)
				case "gridAfter":
					r.after = columnsOf(e)
				case "del":
					r.gone = true
				}
				return w.skip()
			})
		case "tblPrEx", "sdtPr":
			return w.skip()
		}
		return w.children(read)
	}
	err = w.children(read)
	if err == nil {
		err = w.spend(4 * perItem)
	}
	return r, err
}

// cell reads a cell.
func (w *wordReader) cell() (wordCell, error) {
	c := wordCell{wordPart: &wordPart{}, columns: 1}
	w.into = c.wordPart
	err := w.children(func(e xml.StartElement) error {
		if e.Name.Local != "tcPr" {
			return w.block(e)
		}
		return w.children(func(e xml.StartElement) error {
			switch e.Name.Local {
			case "gridSpan":
				c.columns = columnsOf(e)
			case "vMerge":
				c.merged = !strings.EqualFold(wordAttr(e, "val"), "restart")
			case "hMerge": // of older programs: the cell is a part of that before it
				if !strings.EqualFold(wordAttr(e, "val"), "restart") {
					c.columns = 0
				}
			}
			return w.skip()
		})
	})
	if err == nil {
		err = w.spend(4 * perItem)
	}
	return c, err
}

// columnsOf is a number of columns.
func columnsOf(e xml.StartElement) int {
	n, err := strconv.Atoi(wordAttr(e, "val"))
	if err != nil || n < 1 {
		return 1
	}
	return min(n, maxColumns)
}

// writeTable writes a table.
func (w *wordReader) writeTable(rows []wordRow) error {
	grid := wordGrid(rows)
	if grid == nil {
		for _, r := range rows {
			for _, c := range r.cells {
				w.into.lines = append(w.into.lines, c.lines...)
			}
		}
		return nil
	}
	texts := make([][]string, len(grid))
	var long []string // paragraphs of cells that are too long for a row
	for i, r := range grid {
		for k, c := range r {
			text := ""
			if c != nil {
				text = cellText(c.lines)
			}
			if len(text) > maxCellText {
				if k == 0 || r[k-1] != c {
					long = append(long, c.lines...)
				}
				text = ""
			}
			if err := w.spend(len(text) + perItem); err != nil {
				return err
			}
			texts[i] = append(texts[i], text)
		}
	}
	w.into.lines = append(append(w.into.lines, barLines(texts)...), long...)
	return nil
}

// wordGrid is a table by rows and columns, in which a cell that takes several stands several times; nil for a table
// that is for the layout of the page: it has another inside, one row or column, or two of each.
func wordGrid(rows []wordRow) [][]*wordPart {
	var grid [][]*wordPart
	full, widest := 0, 0
	for _, r := range rows {
		line := make([]*wordPart, min(r.before, maxColumns))
		filled := 0
		for _, c := range r.cells {
			if c.nested {
				return nil
			}
			part := c.wordPart
			if at := len(line); c.merged && len(grid) > 0 && at < len(grid[len(grid)-1]) {
				part = grid[len(grid)-1][at]
			}
			if part != nil && strings.Join(part.lines, "") != "" {
				filled++
			}
			for range min(c.columns, maxColumns-len(line)) {
				line = append(line, part)
			}
		}
		line = append(line, make([]*wordPart, max(0, min(r.after, maxColumns-len(line))))...)
		grid = append(grid, line)
		if filled > 1 {
			full++
			widest = max(widest, filled)
		}
	}
	if full < 2 || full == 2 && widest == 2 {
		return nil
	}
	return grid
}

// cellText is the text of a cell on one line, with semicolons between names.
func cellText(lines []string) string {
	var out strings.Builder
	before := ""
	for _, l := range lines {
		l = strings.ReplaceAll(strings.Join(strings.Fields(l), " "), "|", "/")
		switch {
		case l == "":
			continue
		case out.Len() > 0 && namesApart(before, l):
			out.WriteString("; ")
		case out.Len() > 0:
			out.WriteString(" ")
		}
		out.WriteString(l)
		before = l
	}
	return out.String()
}
