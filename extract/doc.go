// Package extract reads documents and says what they say: who holds which post, which congresses and sessions met,
// which official documents are cited.
//
//	record.Document
//	      │
//	      ▼
//	document   tokens, lines, tables, notes, headings; sentences
//	      │
//	      ▼
//	mention    dates, codes of documents; people, posts, organisations, units, events; what the text leaves out is
//	      │    filled in; congresses, sessions, cited documents, the head and the signature of an official text
//	      ▼
//	relation   who has what part in a clause → claims → their time → careers in order → one record each, with doubts
//	      │
//	      ▼
//	record.Result
//
// Beside them stand gazetteer, the lists of seeds/lists that every stage asks, text, which splits bytes into words,
// input, which takes documents out of files, and score, which compares records with those that people made. Imports
// go one way: record ← gazetteer ← document ← mention ← relation ← extract. Explain shows what each stage found.
//
// rules/ has the samples of every rule, gold/ whole documents with their records.
package extract
