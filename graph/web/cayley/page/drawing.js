// What Query Shape and Visualize draw with.
(function () {
  "use strict";

  // most is how many nodes Visualize draws: more cannot be read.
  const most = 40;

  // Room for a label: its letters, and its line.
  const letter = 9, line = 24;

  // node is a node or a literal of a row, in JSON-LD or as text, with what it is called: by the label, or else by the end of
  // its IRI.
  function node(value, label) {
    if (!value) return null;
    const id = value["@id"] || value["@value"] || String(value).replace(/^<(.*)>$/, "$1");
    let name = label && (label["@value"] || String(label));
    if (!name && /^[a-z][a-z0-9+.-]*:[^ ]*$/i.test(id)) name = id.replace(/^.*[#\/](?=.)/, "").replace(/_/g, " ");
    try { name = decodeURIComponent(name || id); } catch (_) { name = name || id; }
    return { id: id, label: name };
  }

  // edge is what a row says that belongs together: its source and its target, or the columns that a named question says:
  // "// draw personIRI as name -> postIRI as post".
  function edge(row) {
    if (!row) return null;
    const said = /^\/\/ draw (\S+)(?: as (\S+))? -> (\S+)(?: as (\S+))?$/m.exec(window.cayley.asked || "");
    const ends = said ? [node(row[said[1]], row[said[2]]), node(row[said[3]], row[said[4]])] : [node(row.source), node(row.target)];
    return ends[0] && ends[1] ? ends : null;
  }

  // drawn is the drawing of the rows of a query.
  window.cayley.drawn = function (rows) {
    const nodes = new Map(), links = new Map();
    let left = 0;
    for (const ends of (rows || []).map(edge)) {
      if (!ends) continue;
      const fresh = new Set(ends.map((end) => end.id).filter((id) => !nodes.has(id)));
      if (nodes.size + fresh.size > most) {
        left++;
        continue;
      }
      for (const end of ends) if (!nodes.has(end.id)) nodes.set(end.id, end);
      links.set(JSON.stringify(ends.map((end) => end.id)), { source: ends[0].id, target: ends[1].id });
    }
    return { nodes: [...nodes.values()], links: [...links.values()], left: left };
  };

  // part moves two nodes apart whose labels lie over one another, and tells whether they did.
  function part(a, b) {
    const begins = (n) => n.x - letter * String(n.label || n.id).length;
    const up = b.y - a.y;
    if (Math.abs(up) >= line - 0.5 || a.x + line < begins(b) || b.x + line < begins(a)) return false;
    const by = (line - Math.abs(up)) / 2 * (up < 0 ? -1 : 1);
    a.y -= by;
    b.y += by;
    return true;
  }

  // apart is a force of d3: it draws what is not connected together, and moves labels apart that lie over one another. They
  // end at their nodes.
  window.cayley.apart = function () {
    let nodes = [];
    function force(alpha) {
      const middle = (along) => nodes.reduce((sum, n) => sum + n[along], 0) / nodes.length;
      const x = middle("x"), y = middle("y");
      for (const n of nodes) {
        n.vx -= (n.x - x) * 0.05 * alpha;
        n.vy -= (n.y - y) * 0.05 * alpha;
      }
      for (let pass = 0, moved = true; moved && pass < 20; pass++) {
        moved = false;
        for (let i = 0; i < nodes.length; i++) for (let j = 0; j < i; j++) moved = part(nodes[i], nodes[j]) || moved;
      }
    }
    force.initialize = function (all) { nodes = all; };
    return force;
  };

  // frame is the viewBox in which all nodes are seen with their texts, which end at them. It is no
  // smaller than the picture, so that few nodes are not blown up.
  window.cayley.frame = function (nodes, width, height) {
    if (!width || !nodes.length || nodes[0].x === undefined) return null;
    const longest = Math.max(...nodes.map((node) => String(node.label || node.id).length));
    const left = Math.min(...nodes.map((node) => node.x)) - letter * longest;
    const top = Math.min(...nodes.map((node) => node.y)) - line;
    const wide = Math.max(...nodes.map((node) => node.x)) + line - left;
    const high = Math.max(...nodes.map((node) => node.y)) + line - top;
    const x = left - Math.max(0, width - wide) / 2;
    const y = top - Math.max(0, height - high) / 2;
    return [x, y, Math.max(wide, width), Math.max(high, height)].join(" ");
  };
})();
