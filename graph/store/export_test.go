package store

// What the tests look into from outside of the package.
const (
	MarkerFile   = markerFile
	MakingFile   = makingFile
	DatabaseName = databaseName
	JournalFile  = journalFile
	JournalEnd   = journalEnd
	FinishedFile = finishedFile
)

var (
	OurIndexes   = ourIndexes
	InitDatabase = initDatabase
)
