package gazetteer

import (
	"errors"
	"fmt"
	"reflect"
	"strings"
	"unicode"

	"github.com/nhiemky/nhiemky/extract/text"
)

// Class is a set of words.
type Class struct{ bits []uint64 } // by Token.ID

// Has reports whether the token is a word of the class, whatever its case.
func (c Class) Has(t text.Token) bool {
	i := int(t.ID)
	return i>>6 < len(c.bits) && c.bits[i>>6]&(1<<(i&63)) != 0
}

func (c *Class) add(id int32) {
	for int(id)>>6 >= len(c.bits) {
		c.bits = append(c.bits, 0)
	}
	c.bits[id>>6] |= 1 << (id & 63)
}

// Pairs is a set of phrases of two words.
type Pairs struct {
	first Class
	pairs map[[2]int32]bool // by Token.ID
}

// wordClass reads a row of words.csv: single words for a Class, phrases of two words for Pairs.
func (l *Lists) wordClass(r row) error {
	name := r.get("class")
	f := reflect.ValueOf(&l.Words).Elem().FieldByName(camelCase(name))
	if !f.IsValid() {
		return fmt.Errorf("class: %q is no field of wordClasses in wordclass.go", name)
	}
	if !f.IsZero() {
		return fmt.Errorf("class: %q is in the list already", name)
	}
	size, add := 1, func([]int32) {}
	switch c := f.Addr().Interface().(type) {
	case *Class:
		c.bits = []uint64{0}
		add = func(ids []int32) { c.add(ids[0]) }
	case *Pairs:
		c.pairs = map[[2]int32]bool{}
		size, add = 2, func(ids []int32) { c.add(ids[0], ids[1]) }
	}
	var errs []error
	for _, w := range r.list("words") {
		var ids []int32
		for _, t := range text.New([]byte(w)).Tokens() {
			ids = append(ids, l.Lex.Number(t.Fold))
		}
		if len(ids) != size {
			errs = append(errs, fmt.Errorf("words: %q has %d words, a phrase of %s has %d", w, len(ids), name, size))
			continue
		}
		add(ids)
	}
	return errors.Join(errs...)
}

// missingClasses is an error for each class that words.csv does not have.
func (l *Lists) missingClasses() error {
	var errs []error
	v := reflect.ValueOf(l.Words)
	for i := range v.NumField() {
		if v.Field(i).IsZero() {
			errs = append(errs, fmt.Errorf("words.csv: no class %q", dashed(v.Type().Field(i).Name)))
		}
	}
	return errors.Join(errs...)
}

// camelCase is the name of the field of a class: "time-lead" gives TimeLead.
func camelCase(name string) string {
	var b strings.Builder
	for _, part := range strings.Split(name, "-") {
		if part != "" {
			b.WriteString(strings.ToUpper(part[:1]) + part[1:])
		}
	}
	return b.String()
}

// dashed is the reverse of camelCase.
func dashed(field string) string {
	var b strings.Builder
	for i, c := range field {
		if unicode.IsUpper(c) && i > 0 {
			b.WriteByte('-')
		}
		b.WriteRune(unicode.ToLower(c))
	}
	return b.String()
}
