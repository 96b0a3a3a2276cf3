package vocab

import (
	"strconv"

	"github.com/cayleygraph/quad"
	"golang.org/x/text/unicode/norm"

	"github.com/nhiemky/nhiemky/extract/record"
)

// Vietnamese is a text in Vietnamese, in NFC.
func Vietnamese(s string) quad.Value {
	return quad.LangString{Value: quad.String(norm.NFC.String(s)), Lang: "vi"}
}

func Integer(n int) quad.Value {
	return quad.TypedString{Value: quad.String(strconv.Itoa(n)), Type: typeInteger}
}

// Decimal is a share with two decimals; nil for none.
func Decimal(f float64) quad.Value {
	if f == 0 {
		return nil
	}
	return quad.TypedString{Value: quad.String(strconv.FormatFloat(f, 'f', 2, 64)), Type: typeDecimal}
}

func Boolean(b bool) quad.Value {
	return quad.TypedString{Value: quad.String(strconv.FormatBool(b)), Type: typeBoolean}
}

// Date is the literal of a date, typed by how far it is known; nil for the zero Date.
func Date(d record.Date) quad.Value {
	switch {
	case d.IsZero():
		return nil
	case d.Month == 0:
		return quad.TypedString{Value: quad.String(d.String()), Type: typeYear}
	case d.Day == 0:
		return quad.TypedString{Value: quad.String(d.String()), Type: typeYearMonth}
	}
	return quad.TypedString{Value: quad.String(d.String()), Type: typeDate}
}

// DateOf reads what date wrote; the zero Date for anything else.
func DateOf(v quad.Value) record.Date {
	t, ok := v.(quad.TypedString)
	if !ok || t.Type != typeDate && t.Type != typeYearMonth && t.Type != typeYear {
		return record.Date{}
	}
	d, err := record.ParseDate(string(t.Value))
	if err != nil {
		return record.Date{}
	}
	return d
}

// Words is the text of a literal, without its language or type.
func Words(v quad.Value) string {
	switch v := v.(type) {
	case quad.LangString:
		return string(v.Value)
	case quad.TypedString:
		return string(v.Value)
	case quad.String:
		return string(v)
	}
	return ""
}
