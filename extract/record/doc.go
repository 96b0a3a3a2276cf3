// Package record defines what extraction says about a document: the five kinds of record, dates, and their JSON form.
//
// The records are Holding (a person and a post), Congress, Reference (an official document), Meeting and Person (birth,
// home and death). Each has its Evidence: the passage that carries it, the rule that made it, and how sure it is.
// Document is what is read, Result what comes of it. A Date is known to the year, the month or the day, as EDTF writes it.
//
// The package reads no text and knows no list. Packages that store or compare records need nothing else of extraction.
package record
