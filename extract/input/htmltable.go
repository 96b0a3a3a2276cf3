package input

import (
	"strconv"
	"strings"

	"codeberg.org/readeck/go-readability/render"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// What bounds a table that is written as rows with bars: others are for the layout of a page, or not for reading.
const (
	maxColumns  = 40
	maxCellText = 600 // bytes; a longer cell is a part of the page
)

// barTables writes the tables of a page that hold data as lines with bars, "| 1 | Trần Văn A | Bí thư |", so that
// the text keeps what stands in which column. A cell that spans rows or columns is repeated.
func barTables(doc *html.Node) {
	var tables []*html.Node
	for n := range doc.Descendants() {
		if n.Type == html.ElementNode && n.DataAtom == atom.Table {
			tables = append(tables, n)
		}
	}
	for _, t := range tables {
		rows := tableRows(t)
		if t.Parent == nil || !holdsData(rows) {
			continue
		}
		div := &html.Node{Type: html.ElementNode, DataAtom: atom.Div, Data: "div"}
		for _, line := range append(captions(t), barLines(rows)...) {
			p := &html.Node{Type: html.ElementNode, DataAtom: atom.P, Data: "p"}
			p.AppendChild(&html.Node{Type: html.TextNode, Data: line})
			div.AppendChild(p)
		}
		t.Parent.InsertBefore(div, t)
		t.Parent.RemoveChild(t)
	}
}

// tableRows are the texts of the cells of a table, with those that span rows or columns repeated; nil when another
// table stands in it.
func tableRows(t *html.Node) (rows [][]string) {
	type above struct {
		text string
		rows int
	}
	var open []above // by column: cells of the rows before that reach into this one
	for n := range t.Descendants() {
		if n.DataAtom == atom.Table {
			return nil
		}
		if n.DataAtom != atom.Tr {
			continue
		}
		var row []string
		add := func(text string, down int) {
			if len(row) >= maxColumns {
				return
			}
			for len(open) <= len(row) {
				open = append(open, above{})
			}
			open[len(row)] = above{text, down}
			row = append(row, text)
		}
		fromAbove := func() {
			for len(row) < len(open) && open[len(row)].rows > 0 {
				add(open[len(row)].text, open[len(row)].rows-1)
			}
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			if c.DataAtom != atom.Td && c.DataAtom != atom.Th {
				continue
			}
			fromAbove()
			text := strings.ReplaceAll(strings.Join(strings.Fields(render.InnerText(c)), " "), "|", "/")
			for range min(spanOf(c, "colspan"), maxColumns) {
				add(text, spanOf(c, "rowspan")-1)
			}
		}
		fromAbove()
		rows = append(rows, row)
	}
	return rows
}

// spanOf is how many rows or columns a cell takes.
func spanOf(cell *html.Node, name string) int {
	n, err := strconv.Atoi(strings.TrimSpace(attr(cell, name)))
	if err != nil || n < 1 {
		return 1
	}
	return min(n, 1000)
}

// holdsData reports whether rows are those of a table for reading: two and more of two and more short cells.
func holdsData(rows [][]string) bool {
	full := 0
	for _, row := range rows {
		if len(row) > 1 {
			full++
		}
		for _, cell := range row {
			if len(cell) > maxCellText {
				return false
			}
		}
	}
	return full >= 2
}

// captions are the lines of the caption of a table.
func captions(t *html.Node) (lines []string) {
	for c := t.FirstChild; c != nil; c = c.NextSibling {
		if c.DataAtom == atom.Caption {
			if text := strings.Join(strings.Fields(render.InnerText(c)), " "); text != "" {
				lines = append(lines, text)
			}
		}
	}
	return lines
}

// barLines are rows as text. A cell that spans all columns is a line by itself, as a heading.
func barLines(rows [][]string) (lines []string) {
	for _, row := range rows {
		whole, empty := len(row) > 0, true
		for _, cell := range row {
			whole = whole && cell == row[0]
			empty = empty && cell == ""
		}
		switch {
		case empty:
		case whole:
			lines = append(lines, "| "+row[0]+" |")
		default:
			lines = append(lines, "| "+strings.Join(row, " | ")+" |")
		}
	}
	return lines
}
