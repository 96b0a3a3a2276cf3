// Answers questions in SPARQL over an export, with oxigraph:
//
//   node ask.js EXPORT.nq
//
// The first line that it prints says how many quads it loaded, and in how many milliseconds. Then each
// line that it reads is a question: the name of a file .rq beside it, and a text for each of the file's
// parameters, which are the variables that begin with "$". For each it prints a line with the rows and
// the milliseconds from the question to its rows.
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { Store } from "oxigraph";

function timed(work) {
  const start = performance.now();
  const result = work();
  return { result, ms: performance.now() - start };
}

function print(answer) { process.stdout.write(JSON.stringify(answer) + "\n"); }

const files = {};

function bound(name, values) {
  files[name] ??= readFileSync(new URL(name + ".rq", import.meta.url), "utf8");
  return files[name].replace(/\$(\w+)/g, (_, variable) => JSON.stringify(values[variable]));
}

const store = new Store();
const loaded = timed(() =>
  store.load(readFileSync(process.argv[2]), { format: "application/n-quads", no_transaction: true }));
print({ quads: store.size, ms: loaded.ms });

for await (const line of createInterface({ input: process.stdin })) {
  const { name, values } = JSON.parse(line);
  const { result, ms } = timed(() => store.query(bound(name, values), {
    use_default_graph_as_union: true, // a graph an article: what any of them says counts
    results_format: "application/sparql-results+json",
  }));
  const { head, results } = JSON.parse(result);
  print({ rows: results.bindings.map((row) => Object.fromEntries(head.vars.map((v) => [v, row[v]?.value ?? ""]))), ms });
}
