// Package dating finds the day of a document in what stands around its text: in a date as metadata and data write it
// (Parse), in its address or its name (InName), and in the lines of metadata at the head of a text (Head).
//
//	"2018-07-12T09:30:00+07:00"                              2018-07-12
//	"https://vidu.example/tin/dai-hoi-20200609101500.htm"    2020-06-09
//	"# date = 20200609" at the head of the text              2020-06-09
//
// It knows no clock: the same input gives the same day. Years may lie ahead of those who ask; they know what day it is.
package dating
