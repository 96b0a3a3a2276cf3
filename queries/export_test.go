package queries

// Parse reads a query that is no file of this folder.
var Parse = parse
