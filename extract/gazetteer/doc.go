// Package gazetteer holds what is known before reading: places, kinds of bodies and their traits, titles, names, verbs,
// phrases and classes of words. Each is a CSV file of seeds/lists that names its source.
//
// In: the folder of lists. Out: Lists. Its dictionaries find the longest phrase at a token; its methods tell what the
// lists say about places, bodies, posts and congresses. An error of loading names the file, the line and the column.
// Lists do not change after loading and may be used from several goroutines.
//
// What a list says is data: code asks for a trait or a class, never for a name.
package gazetteer
