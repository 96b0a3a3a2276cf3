// Starts the editor, once its loader is there.
require.config({ paths: { vs: "/cayley/monaco-editor/vs" } });
require(["vs/editor/editor.main"], function () { document.dispatchEvent(new Event("monaco_init")); });
