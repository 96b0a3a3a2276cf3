// Package text holds the words of a document.
package text
