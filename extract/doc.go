// Package extract reads documents and gives what they say as records: who holds which post, which congresses and sessions
// met, which official documents are cited.
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
// Every stage uses package gazetteer, the lists of seeds/lists, and package text, which splits bytes into words. Package
// input finds documents in files, package dating the day of one in what stands around its text, and package score
// compares records with those that people made. Imports go one way: record ← gazetteer ← document ← mention ← relation
// ← extract. Explain shows what each stage found.
//
// The folder rules has the samples of every rule, the folder gold whole documents with their records. README.md says
// what a record holds.
package extract
