module github.com/nhiemky/nhiemky

go 1.26.0

require (
	// The main part of HTML pages. The successor of go-shiori/go-readability, which is given up; its v2 cannot be had of
	// the module proxy. go-trafilatura finds as much and brings 25 modules, one of them a WebAssembly machine.
	codeberg.org/readeck/go-readability v0.0.0-20251125211941-0f57a445e5f1
	github.com/agnivade/levenshtein v1.2.1 // slips in what people search for
	github.com/andybalholm/brotli v1.3.0 // pages that crawlers stored as br; the one in Go without cgo that is kept
	github.com/cayleygraph/cayley v0.7.7-0.20240706181042-81dcd7d73e45 // the store and its query languages
	github.com/cayleygraph/quad v1.3.0 // quads and N-Quads
	github.com/chromedp/cdproto v0.159.0 // its events: what the page asks for, and its errors
	github.com/chromedp/chromedp v0.23.0 // the page of the server in a browser, in tests
	github.com/dennwc/graphql v0.0.0-20180603144102-12cfed44bc5d // where a mistake in GraphQL stands: errors of Cayley's parser
	github.com/dop251/goja v0.0.0-20240627195025-eb1f15ee67d2 // Cayley's JavaScript: to run Gizmo so that it cannot end the process
	github.com/hashicorp/golang-lru/v2 v2.0.7 // pages that were sent, kept at hand
	github.com/hidal-go/hidalgo v0.3.0 // opening leveldb for Cayley with options of our own
	github.com/jedib0t/go-pretty/v6 v6.8.3 // tables at a terminal
	github.com/klauspost/compress v1.20.3 // zstd; the only one in Go that is kept
	github.com/lanrat/extsort v1.5.0 // sorting more statements, and lines of an export, than fit into memory
	// Objects, fonts and operators of PDF files, without cgo. pdfcpu reads no text, rsc.io/pdf is of 2018, dslipak/pdf of
	// 2024, go-pdfium cannot be had, go-fitz needs cgo. DOCX has no library that fits: fumiama/go-docx is AGPL,
	// nguyenthenguyen/docx replaces text only; nor has WARC: none of eleven can be had of the module proxy.
	github.com/ledongthuc/pdf v0.0.0-20260907135840-6c8c28e0e8a0
	github.com/mikelolasagasti/xz v1.0.1 // xz: xi2/xz kept up; bounds the memory that a file may ask for, which ulikunitz/xz does not
	github.com/rogpeppe/go-internal v1.16.0 // testscript: the command line tested as text
	github.com/schollz/progressbar/v3 v3.19.1 // progress on stderr
	github.com/spf13/cobra v1.10.2 // commands, flags, completion
	github.com/syndtr/goleveldb v1.0.0 // the database under the store, its options
	golang.org/x/net v0.62.0 // HTML taken apart, and the encoding that it declares
	golang.org/x/sys v0.49.0 // files without a name on Linux
	golang.org/x/term v0.47.0 // whether there is a terminal, and how wide
	golang.org/x/text v0.43.0 // Unicode normalisation (NFC), UTF-16, Windows-1258
)

require golang.org/x/tools v0.51.0

require (
	github.com/BurntSushi/toml v1.4.1-0.20240526193622-a339e1f7089c // indirect
	github.com/andybalholm/cascadia v1.3.3 // indirect
	github.com/araddon/dateparse v0.0.0-20210429162001-6b43995a97de // indirect
	github.com/beorn7/perks v1.0.1 // indirect
	github.com/cespare/xxhash/v2 v2.3.0 // indirect
	github.com/dlclark/regexp2 v1.10.0 // indirect
	github.com/go-json-experiment/json v0.0.0-20260213210345-44df1a37e875 // indirect
	github.com/go-shiori/dom v0.0.0-20230515143342-73569d674e1c // indirect
	github.com/go-sourcemap/sourcemap v2.1.3+incompatible // indirect
	github.com/gogs/chardet v0.0.0-20211120154057-b7413eaefb8f // indirect
	github.com/golang/snappy v0.0.4 // indirect
	github.com/google/pprof v0.0.0-20240227163752-401108e1b7e7 // indirect
	github.com/inconshreveable/mousetrap v1.1.0 // indirect
	github.com/mattn/go-runewidth v0.0.16 // indirect
	github.com/mitchellh/colorstring v0.0.0-20190213212951-d06e56a500db // indirect
	github.com/piprate/json-gold v0.5.0 // indirect
	github.com/pquerna/cachecontrol v0.2.0 // indirect
	github.com/prometheus/client_golang v1.19.1 // indirect
	github.com/prometheus/client_model v0.5.0 // indirect
	github.com/prometheus/common v0.48.0 // indirect
	github.com/prometheus/procfs v0.12.0 // indirect
	github.com/rivo/uniseg v0.4.7 // indirect
	github.com/spf13/pflag v1.0.9 // indirect
	github.com/tylertreat/BoomFilters v0.0.0-20210315201527-1a82519a3e43 // indirect
	golang.org/x/exp/typeparams v0.0.0-20231108232855-2478ac86f678 // indirect
	golang.org/x/mod v0.41.0 // indirect
	golang.org/x/sync v0.24.0 // indirect
	golang.org/x/telemetry v0.0.0-20260924152758-ed294f943157 // indirect
	google.golang.org/protobuf v1.34.2 // indirect
	honnef.co/go/tools v0.8.2 // indirect
)

tool (
	golang.org/x/tools/cmd/deadcode
	honnef.co/go/tools/cmd/staticcheck
)
