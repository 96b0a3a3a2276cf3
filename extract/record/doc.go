// Package record has what extraction says of a document: the records of five kinds, dates, and their JSON form.
//
// In: nothing. Out: Holding, Congress, Reference, Meeting and Person, the Document that is read and the Result of
// reading it; Date, known to the year, the month or the day, as EDTF writes it; Roman numerals. It knows no text and
// no list, and is all that storing and comparing records need of extraction.
package record
