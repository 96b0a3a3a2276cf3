package vocab

import (
	"fmt"
	"strconv"
	"strings"

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

// Inferred is the literal of a date that is not stated but follows from what is told: "2020-06-09~" in EDTF; nil for the
// zero Date.
func Inferred(d record.Date) quad.Value {
	if d.IsZero() {
		return nil
	}
	return quad.TypedString{Value: quad.String(d.String() + "~"), Type: typeEDTF}
}

// DateOf reads what Date and Inferred wrote; the zero Date for anything else.
func DateOf(v quad.Value) record.Date {
	t, ok := v.(quad.TypedString)
	if !ok || t.Type != typeDate && t.Type != typeYearMonth && t.Type != typeYear && t.Type != typeEDTF {
		return record.Date{}
	}
	d, err := record.ParseDate(strings.TrimSuffix(string(t.Value), "~"))
	if err != nil {
		return record.Date{}
	}
	return d
}

// MonthDay is the literal of a month and a day without a year, "--06-09"; nil where the date tells no day.
func MonthDay(d record.Date) quad.Value {
	if d.Day == 0 {
		return nil
	}
	return quad.TypedString{Value: quad.String(fmt.Sprintf("--%02d-%02d", d.Month, d.Day)), Type: typeMonthDay}
}

// MonthDayOf reads what MonthDay wrote, as a date of the year 0; the zero Date for anything else.
func MonthDayOf(v quad.Value) record.Date {
	t, ok := v.(quad.TypedString)
	if !ok || t.Type != typeMonthDay {
		return record.Date{}
	}
	var d record.Date
	if _, err := fmt.Sscanf(string(t.Value), "--%02d-%02d", &d.Month, &d.Day); err != nil {
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
