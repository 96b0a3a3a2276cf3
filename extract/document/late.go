package document

import "time"

// Late is what a document panics with that takes longer to read than it may: nothing goes on with it then. Package extract makes an error of it.
type Late struct{}

// ticksBetween is how often Tick is called from one look at the clock to the next.
const ticksBetween = 512

// Tick is called by each stage for each sentence, each row and the like: it ends the work on a document whose time is over.
func (p *Page) Tick() {
	if p.Until.IsZero() {
		return
	}
	if p.ticks++; p.ticks%ticksBetween == 0 {
		p.CheckTime()
	}
}

// CheckTime is Tick between two stages.
func (p *Page) CheckTime() {
	if !p.Until.IsZero() && time.Now().After(p.Until) {
		panic(Late{})
	}
}
