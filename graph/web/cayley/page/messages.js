// Says on the page what came of a request to the API: the UI itself shows no errors, and nothing at
// all for what it wrote. It stands before the UI, and looks at the answers that the UI gets.
window.cayley = (function () {
  "use strict";

  function say(error, notice) {
    document.getElementById("nk-error").textContent = error;
    document.getElementById("nk-notice").textContent = notice;
  }

  // notice is what to say of an answer without error.
  function notice(path, answer) {
    if (/\/(write|delete)$/.test(path)) return answer.result;
    const page = document.querySelector(".mdc-list-item--activated");
    if (!page || page.textContent !== "Visualize") return "";
    const drawing = window.cayley.drawn(Array.isArray(answer.result) ? answer.result : []);
    if (drawing.left) return drawing.nodes.length + " nodes are drawn; " + drawing.left + " more rows are left out";
    return drawing.nodes.length ? "" : "Nothing to draw: Visualize draws the results of Gizmo that have the tags source and target, as of " +
      'g.V().tag("source").out().tag("target").all()';
  }

  const ask = window.fetch;
  window.fetch = async function (url, options) {
    const path = new URL(url, location.href).pathname;
    if (!path.startsWith("/api/")) return ask(url, options);
    say("", "");
    if (/\/query$/.test(path)) window.cayley.asked = options && options.body;
    try {
      const response = await ask(url, options);
      const answer = await response.clone().json();
      if (answer.error || !response.ok) say(answer.error || response.status + " " + response.statusText, "");
      else say("", notice(path, answer));
      return response;
    } catch (error) {
      say("The server did not answer: " + error.message, "");
      throw error;
    }
  };

  // What was said on one page of the UI is not of the next.
  document.addEventListener("click", function (event) {
    if (event.target.closest(".mdc-drawer button")) say("", "");
  });

  return { say };
})();
