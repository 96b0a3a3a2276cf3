// What Query Shape and Visualize draw with.
(function () {
  "use strict";

  // name is how a node or a literal is called, in JSON-LD or as text.
  window.cayley.name = function (value) {
    return value["@id"] || value["@value"] || String(value);
  };

  // frame is the viewBox in which all nodes are seen with their texts, which end at them. It is no
  // smaller than the picture, so that few nodes are not blown up.
  window.cayley.frame = function (nodes, width, height) {
    if (!width || !nodes.length || nodes[0].x === undefined) return null;
    const longest = Math.max(...nodes.map((node) => String(node.label || node.id).length));
    const left = Math.min(...nodes.map((node) => node.x)) - 9 * longest;
    const top = Math.min(...nodes.map((node) => node.y)) - 20;
    const wide = Math.max(...nodes.map((node) => node.x)) + 20 - left;
    const high = Math.max(...nodes.map((node) => node.y)) + 20 - top;
    const x = left - Math.max(0, width - wide) / 2;
    const y = top - Math.max(0, height - high) / 2;
    return [x, y, Math.max(wide, width), Math.max(high, height)].join(" ");
  };
})();
