module github.com/nhiemky/nhiemky

go 1.26.0

require (
	github.com/cayleygraph/cayley v0.7.7-0.20240706181042-81dcd7d73e45 // the store and its query languages
	github.com/cayleygraph/quad v1.3.0 // quads and N-Quads
	github.com/jedib0t/go-pretty/v6 v6.8.3 // tables at a terminal
	github.com/rogpeppe/go-internal v1.16.0 // testscript: the command line tested as text
	github.com/schollz/progressbar/v3 v3.19.1 // progress on stderr
	github.com/spf13/cobra v1.10.2 // commands, flags, completion
	golang.org/x/term v0.47.0 // whether there is a terminal, and how wide
	golang.org/x/text v0.43.0 // Unicode normalisation (NFC)
)

require (
	github.com/inconshreveable/mousetrap v1.1.0 // indirect
	github.com/mattn/go-runewidth v0.0.16 // indirect
	github.com/mitchellh/colorstring v0.0.0-20190213212951-d06e56a500db // indirect
	github.com/rivo/uniseg v0.4.7 // indirect
	github.com/spf13/pflag v1.0.9 // indirect
	golang.org/x/sys v0.49.0 // indirect
	golang.org/x/tools v0.51.0 // indirect
)
