// Package storetest opens, fills and compares stores in tests.
package storetest
