// Package gazetteer holds what is known beforehand: places, kinds of bodies and their traits, titles, names, verbs,
// phrases and classes of words, each in a CSV file of seeds/lists that says where it is from.
//
// In: the folder of lists. Out: Lists, whose dictionaries find the longest phrase at a token, and what lists say of
// places, bodies, posts and congresses. Loading names the file, the line and the column of what is wrong. Lists do not
// change after loading and may be used from several goroutines. What a list says is data: code asks for a trait or a
// class and never for a name.
package gazetteer
