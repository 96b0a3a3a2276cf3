// Package charset turns bytes of Vietnamese text into UTF-8.
//
// In go bytes in any of the encodings that Vietnamese archives use, and perhaps the name of the one
// that they are in; out comes text in valid UTF-8, its accents composed (NFC), without a byte order
// mark. Which encoding bytes are in is told by what comes out: Vietnamese has few syllables, and read
// in a wrong encoding hardly any of its words is one. Where two readings are as good as each other
// and differ, none is chosen.
//
// The tables of TCVN3, VNI and VISCII are files in data/, each with its source: no library has them.
// The rest is golang.org/x/text. The package knows nothing of files and forms.
package charset
