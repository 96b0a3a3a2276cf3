package record

// DatedBy says how the day of a document was found, or "" where none was. The constants stand in the order of trust.
type DatedBy string

// The ways in which a document tells its day.
//
//	field       its source states it: metadata, a field of data     published_at: "2020-06-09T08:00:00+07:00"
//	address     its address or its name has it                      https://vidu.example/dai-hoi-20200609101500.htm
//	byline      its text states it: a line of metadata, the line    # date = 20200609
//	            with the time of day, the place and the day         Thứ ba, 9/6/2020, 08:00
//	            of an official text                                 Hà Nội, ngày 9 tháng 6 năm 2020
//	text        its first sentences tell it as the day of the news  Sáng nay (9/6/2020), đại hội khai mạc.
//	neighbours  the documents of its source numbered before and     Sáng nay (9/6), đại hội khai mạc.
//	            behind it give the year of a day that it tells, or
//	            the month where it tells none
//
// The first three state the day: "2020-06-09" in EDTF, or "2020-06" where only the month is stated. The others infer it:
// "2020-06-09~". Extraction never finds neighbours, which are other documents: dating.Neighbours does, from the Told of
// each Result, and who wants the records to use the day reads the document again with it in Published and DatedBy.
const (
	DatedByField      DatedBy = "field"
	DatedByAddress    DatedBy = "address"
	DatedByByline     DatedBy = "byline"
	DatedByText       DatedBy = "text"
	DatedByNeighbours DatedBy = "neighbours"
)

// Write is a day that was found in this way, in EDTF: "2020-06-09", or "2020-06-09~" where it is inferred; "" for the zero Date.
func (b DatedBy) Write(d Date) string {
	if b.Inferred() && !d.IsZero() {
		return d.String() + "~"
	}
	return d.String()
}

// Inferred reports whether a day that was found in this way is not stated but follows from what is told.
func (b DatedBy) Inferred() bool { return b == DatedByText || b == DatedByNeighbours }
