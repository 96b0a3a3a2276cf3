// Package charset turns bytes of Vietnamese text into UTF-8.
//
// In: bytes in any of the encodings that Vietnamese archives use, and perhaps the name of the encoding. Out:
// valid UTF-8 with composed accents (NFC) and without a byte order mark. The encoding is recognised by the
// result: Vietnamese has few syllables, and hardly any word is one of them when read in a wrong encoding. If two
// readings differ and are equally good, neither is chosen.
//
// The tables of TCVN3, VNI and VISCII are files in data/, each with its source: no library has them.
// The rest is golang.org/x/text. The package knows nothing about files and forms.
package charset
