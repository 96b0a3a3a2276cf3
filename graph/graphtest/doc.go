// Package graphtest has made-up places, records and articles for the tests of the packages under graph.
package graphtest
