// Draws the surroundings of a node with cytoscape.js. The table below the drawing says the same.
"use strict";

const drawing = document.getElementById("drawing");
const css = getComputedStyle(document.documentElement), color = (name) => css.getPropertyValue(name).trim();
const shapes = { person: "ellipse", post: "round-rectangle", organization: "rectangle", place: "hexagon",
  congress: "diamond", meeting: "diamond", document: "tag", article: "rhomboid" };

drawing.hidden = false;
document.getElementById("hint").hidden = false;
const graph = cytoscape({
  container: drawing, wheelSensitivity: 0.2,
  style: [
    { selector: "node", style: { label: "data(label)", color: color("--ink"), "font-size": 11, "text-wrap": "wrap", "text-max-width": 130,
      "text-valign": "bottom", "text-margin-y": 4, width: 20, height: 20, "background-color": color("--maybe"), shape: (n) => shapes[n.data("kind")] || "ellipse" } },
    { selector: "node.open", style: { "background-color": color("--sure"), width: 28, height: 28, "font-weight": "bold" } },
    { selector: "edge", style: { label: "data(label)", "font-size": 9, color: color("--quiet"), "text-rotation": "autorotate", "curve-style": "bezier",
      "text-opacity": (e) => e.cy().edges().length > 14 && !e.selected() ? 0 : 1, "line-color": color("--line"), "target-arrow-color": color("--line"), "target-arrow-shape": "triangle", width: 1.5,
      "text-background-color": color("--paper"), "text-background-opacity": 0.8 } },
  ],
});

async function open(id) {
  const answer = await fetch("/graph.json?node=" + encodeURIComponent(id));
  if (!answer.ok) return;
  const found = await answer.json();
  const known = (e) => graph.getElementById(e).nonempty();
  graph.add(found.nodes.filter((n) => !known(n.id)).map((data) => ({ data })));
  graph.add(found.edges.map((e) => ({ data: { id: e.source + " " + e.label + " " + e.target, ...e } })).filter((e) => !known(e.data.id)));
  graph.getElementById(id).addClass("open");
  graph.layout({ name: "cose", animate: false, nodeDimensionsIncludeLabels: true, nodeRepulsion: () => 400000, idealEdgeLength: () => 120, padding: 20 }).run();
  drawing.dataset.nodes = graph.nodes().length;
}
graph.on("tap", "node", (e) => open(e.target.id()));
graph.on("dbltap", "node", (e) => { location.href = e.target.data("path"); });
open(drawing.dataset.node);
