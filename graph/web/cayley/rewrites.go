package cayley

import (
	"bytes"
	_ "embed"
)

// Files of the UI that rewrites change.
const (
	pageFile  = "index.html"
	styleFile = "static/css/main.72fe53e6.chunk.css"
	codeFile  = "static/js/main.84d3ab8c.chunk.js" // the UI itself
	libFile   = "static/js/2.7d84b3fa.chunk.js"    // what it is made with
)

// header is what our pages add above the UI.
//
//go:embed page/header.html
var header string

// rewrites are what has to be changed in the files of Cayley's UI as they are served. All changes to
// the UI stand here, and each has to find something to change.
var rewrites = []struct{ file, old, new string }{
	// It is served below /cayley/, and the API at /api/ of the same server.
	{pageFile, `"/favicon.ico"`, `"/cayley/favicon.ico"`},
	{pageFile, `"logo192.png"`, `"/cayley/logo192.png"`},
	{pageFile, `"/manifest.json"`, `"/cayley/manifest.json"`},
	{pageFile, `"/static/`, `"/cayley/static/`},
	{pageFile, `l.p="/"`, `l.p="/cayley/"`},
	{codeFile, `"/gizmo.d.ts"`, `"/cayley/gizmo.d.ts"`},
	{codeFile, `"http://localhost:64210"`, `""`},
	{libFile, `"http://localhost:64210"`, `""`},

	// The editor and the icons are here too, and no script stands in the page.
	{libFile, `"https://cdn.jsdelivr.net/npm/monaco-editor@0.18.1/min/vs/loader.js"`, `"/cayley/monaco-editor/vs/loader.js"`},
	{libFile, `"https://cdn.jsdelivr.net/npm/monaco-editor@0.18.1/min/vs"`, `"/cayley/monaco-editor/vs"`},
	{libFile, `e.innerHTML="\n      require.config({ paths: { 'vs': '".concat(this.__config.urls.monacoBase,"' } });\n      ` +
		`require(['vs/editor/editor.main'], function() {\n        document.dispatchEvent(new Event('monaco_init'));\n      });\n    ")`,
		`e.src="/cayley/page/editor.js"`},
	{styleFile, `@import url(https://fonts.googleapis.com/icon?family=Material+Icons);`, `@import url(/cayley/page/icons.css);`},

	// Our link, named queries and messages.
	{pageFile, `</head>`, `<link href="/cayley/page/page.css" rel="stylesheet"/>` +
		`<script src="/cayley/page/messages.js"></script><script src="/cayley/page/drawing.js"></script><script src="/cayley/page/named.js"></script></head>`},
	{pageFile, `<div id="root"></div>`, header + `<div id="root"></div>`},
	// The listener of the last language was left beside that of the new one, and a new language was
	// only noted with the next key.
	{codeFile, `return i&&i.onDidChangeModelContent(function(){q({text:i.getValue(),language:m})}),function(){i&&q({text:i.getValue(),language:m})}`,
		`if(i){var e=function(){q({text:i.getValue(),language:m})},t=i.onDidChangeModelContent(e);e();` +
			`window.cayley.mounted(function(e,t){d(t);i.setValue(e)});` +
			`return function(){window.cayley.mounted(null);t.dispose();e()}}`},

	// It set the text to nothing at all when the language changed, which the editor does not stand.
	{libFile, `O.current.setValue(t),w.current.editor.setModelLanguage(O.current.getModel(),n)`,
		`w.current.editor.setModelLanguage(O.current.getModel(),n)`},
	// This server does not know MQL.
	{codeFile, `,{label:"MQL",value:"mql"}`, ``},
	// messages.js says what went wrong.
	{codeFile, `.catch(function(e){alert(e)})`, `.catch(function(){})`},
	// Query Shape gave the shape as text only; it draws it as Visualize does.
	{codeFile, `.then(o)},[t]);return r.a.createElement("main",null,r.a.createElement(z,{onRun:i}),r.a.createElement(A,{value:l}))`,
		`.then(o,function(){o(null)})},[t]),d=Object(a.useMemo)(function(){return l&&JSON.parse(JSON.stringify(l))},[l]);` +
			`return r.a.createElement("main",null,r.a.createElement(z,{onRun:i}),` +
			`d&&r.a.createElement(ne,{data:d,nodeComponent:ce,linkComponent:re}),r.a.createElement(A,{value:l}))`},
	// Visualize draws what drawing.js finds in the rows: named questions too, nodes by their labels, and not too many. Labels
	// keep apart.
	{codeFile, `data:ae(l.result)`, `data:window.cayley.drawn(l.result)`},
	{codeFile, `.force("charge",Object(Z.c)())`, `.force("charge",Object(Z.c)().strength(-200)).force("apart",window.cayley.apart())`},
	{codeFile, `r.a.createElement("text",{textAnchor:"end"},t.id)`, `r.a.createElement("text",{textAnchor:"end"},t.label||t.id)`},
	{codeFile, `strokeOpacity:.6}`, `strokeOpacity:.6,strokeDasharray:t.optional?"6 4":null}`},

	// Names and roles for those who do not see the page, and pages that the keyboard can choose.
	{codeFile, `r.a.createElement(E.a,{use:"headline6"}`, `r.a.createElement(E.a,{use:"headline6",tag:"h1"}`},
	{codeFile, `r.a.createElement(se.b,null,r.a.createElement(W.a,null,`,
		`r.a.createElement(se.b,null,r.a.createElement(W.a,{tag:"nav","aria-label":"Pages"},`},
	{codeFile, `activated:"query"===n}`, `activated:"query"===n,tag:"button","aria-current":"query"===n?"page":null}`},
	{codeFile, `activated:"queryShape"===n,`, `activated:"queryShape"===n,tag:"button","aria-current":"queryShape"===n?"page":null,`},
	{codeFile, `activated:"visualize"===n,`, `activated:"visualize"===n,tag:"button","aria-current":"visualize"===n?"page":null,`},
	{codeFile, `activated:"write"===n,`, `activated:"write"===n,tag:"button","aria-current":"write"===n?"page":null,`},
	{codeFile, `{icon:"play_circle_filled",`, `{"aria-label":"Run",icon:"play_circle_filled",`},
	{codeFile, `{outlined:!0,options:g,`, `{"aria-label":"Language",outlined:!0,options:g,`},
	{codeFile, `{outlined:!0,options:oe,`, `{"aria-label":"What to do",outlined:!0,options:oe,`},
	{codeFile, `{icon:"error"}`, `{icon:"error",role:"img","aria-label":"failed"}`},
	{codeFile, `{icon:"check_circle"}`, `{icon:"check_circle",role:"img","aria-label":"done"}`},
	{codeFile, `r.a.createElement("svg",null,`, `r.a.createElement("svg",{"aria-label":"Graph",role:"img",viewBox:window.cayley.frame(s.nodes,b,O)},`},
	{libFile, `displayName:"SelectRoot",defaultProps:{role:"listbox"},`, `displayName:"SelectRoot",`}, // it has a list in it
	{libFile, `displayName:"TabRoot",tag:"button",`, `displayName:"TabRoot",tag:"button",defaultProps:{role:"tab"},`},
	{libFile, `displayName:"TabScrollerScrollContent",`, `displayName:"TabScrollerScrollContent",defaultProps:{role:"tablist"},`},
}

// rewrite makes the changes to one file, and notes in found which of them it made.
func rewrite(name string, data []byte, found []bool) []byte {
	for i, r := range rewrites {
		if r.file == name && bytes.Contains(data, []byte(r.old)) {
			found[i] = true
			data = bytes.ReplaceAll(data, []byte(r.old), []byte(r.new))
		}
	}
	return data
}
