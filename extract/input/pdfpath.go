package input

import "math"

// pdfRule is a straight line on a page, along it or across.
type pdfRule struct {
	upright  bool
	at       float64 // its place across its direction
	from, to float64
}

// pdfPath is a path that is not painted yet (ISO 32000-1, 8.5): only its straight lines count.
type pdfPath struct {
	x, y, startX, startY float64 // the current point and that where its part begins, on the page
	lines                []pdfRule
	boxes                []pdfBox
}

// pdfBox is a rectangle.
type pdfBox struct{ left, right, bottom, top float64 }

const (
	maxRules = 20_000 // of a page
	thin     = 3.0    // points: a rectangle that is not wider is a line
	straight = 0.5    // points by which a line may lean
)

// pathOperator executes an operator that makes or paints a path. It reports false for another.
func (w *pdfWriter) pathOperator(operator string, number func(int) float64) bool {
	p := &w.path
	switch operator {
	case "re":
		w.box(number(0), number(1), number(2), number(3))
	case "m":
		p.x, p.y = w.point(number(0), number(1))
		p.startX, p.startY = p.x, p.y
	case "l":
		x, y := w.point(number(0), number(1))
		p.line(x, y)
	case "c":
		p.x, p.y = w.point(number(4), number(5))
	case "v", "y":
		p.x, p.y = w.point(number(2), number(3))
	case "h":
		p.line(p.startX, p.startY)
	case "s", "b", "b*":
		p.line(p.startX, p.startY)
		w.paint(true)
	case "S", "B", "B*":
		w.paint(true)
	case "f", "F", "f*":
		w.paint(false)
	case "n":
		*p = pdfPath{}
	default:
		return false
	}
	return true
}

// point is a point on the page.
func (w *pdfWriter) point(x, y float64) (float64, float64) {
	m := w.outer
	return x*m[0] + y*m[2] + m[4], x*m[1] + y*m[3] + m[5]
}

// line adds a line from the current point if it is straight up or along.
func (p *pdfPath) line(x, y float64) {
	if len(p.lines) < maxRules {
		switch {
		case math.Abs(x-p.x) < straight:
			p.lines = append(p.lines, pdfRule{true, x, min(y, p.y), max(y, p.y)})
		case math.Abs(y-p.y) < straight:
			p.lines = append(p.lines, pdfRule{false, y, min(x, p.x), max(x, p.x)})
		}
	}
	p.x, p.y = x, y
}

// box adds a rectangle.
func (w *pdfWriter) box(x, y, width, height float64) {
	ax, ay := w.point(x, y)
	bx, by := w.point(x+width, y+height)
	w.path.x, w.path.y = ax, ay
	w.path.startX, w.path.startY = ax, ay
	if len(w.path.boxes) < maxRules {
		w.path.boxes = append(w.path.boxes, pdfBox{min(ax, bx), max(ax, bx), min(ay, by), max(ay, by)})
	}
}

// outline is the rectangle that the lines of a path draw, if they draw one.
func (p *pdfPath) outline() (b pdfBox, ok bool) {
	if len(p.lines) < 3 || len(p.lines) > 5 {
		return b, false
	}
	b = pdfBox{math.Inf(1), math.Inf(-1), math.Inf(1), math.Inf(-1)}
	for _, r := range p.lines {
		if r.upright {
			b.left, b.right, b.bottom, b.top = min(b.left, r.at), max(b.right, r.at), min(b.bottom, r.from), max(b.top, r.to)
		} else {
			b.left, b.right, b.bottom, b.top = min(b.left, r.from), max(b.right, r.to), min(b.bottom, r.at), max(b.top, r.at)
		}
	}
	return b, true
}

// paint adds the lines of a path to the page. Of a path that is filled, only thin rectangles are lines.
func (w *pdfWriter) paint(stroked bool) {
	rules := w.sheet.rules
	if stroked {
		rules = append(rules, w.path.lines...)
	} else if b, ok := w.path.outline(); ok {
		w.path.boxes = append(w.path.boxes, b)
	}
	for _, b := range w.path.boxes {
		switch {
		case b.right-b.left <= thin && b.top-b.bottom > thin:
			rules = append(rules, pdfRule{true, (b.left + b.right) / 2, b.bottom, b.top})
		case b.top-b.bottom <= thin && b.right-b.left > thin:
			rules = append(rules, pdfRule{false, (b.bottom + b.top) / 2, b.left, b.right})
		case stroked:
			rules = append(rules, pdfRule{true, b.left, b.bottom, b.top}, pdfRule{true, b.right, b.bottom, b.top},
				pdfRule{false, b.bottom, b.left, b.right}, pdfRule{false, b.top, b.left, b.right})
		}
	}
	if len(rules) <= maxRules {
		w.sheet.rules = rules
	}
	w.path = pdfPath{}
}
