// Offers the named queries: one click puts a query into the editor and chooses its language. An address
// such as /cayley/?query=who-held-post.gizmo&post=... opens with that query, and so does one with the
// same after a #. Values are put into the text by the server, which knows how to quote them.
(function () {
  "use strict";

  let put = null; // puts a text and its language into the editor, while there is one
  let wanted = null; // a query that waits for the editor

  // mounted is called by the UI when the editor is there, and with null before it goes.
  window.cayley.mounted = function (show) {
    put = show;
    if (put && wanted) {
      put(wanted.text, wanted.lang);
      wanted = null;
    }
  };

  function open(query) {
    wanted = query;
    window.cayley.say("", "");
    if (put) window.cayley.mounted(put);
    else if (!document.querySelector(".QueryEditor")) toQueryPage();
    fields(query);
  }

  function toQueryPage() {
    const pages = [...document.querySelectorAll(".mdc-drawer .mdc-list-item")];
    pages.find((page) => page.textContent === "Query").click();
  }

  async function fetched(address) {
    const response = await fetch(address);
    const answer = await response.json();
    if (!response.ok) throw new Error(answer.error);
    return answer;
  }

  function ask(parameters) {
    fetched("/cayley/query.json?" + parameters).then(open, (error) => window.cayley.say(error.message, ""));
  }

  // asked opens the query that a part of the address names.
  function asked(part) {
    const parameters = new URLSearchParams(part.slice(1));
    if (parameters.has("query")) ask(parameters);
  }

  // fields shows the parameters of a query, to be filled in.
  function fields(query) {
    const form = document.getElementById("nk-values");
    form.replaceChildren();
    form.hidden = !query.params;
    if (!query.params) return;
    for (const param of query.params) {
      const label = element("label", param.name + " ");
      const input = element("input");
      Object.assign(input, { name: param.name, value: param.value, title: param.meaning, required: true });
      label.append(input);
      form.append(label);
    }
    form.append(element("button", "Fill in"));
    form.onsubmit = function (event) {
      event.preventDefault();
      ask(new URLSearchParams([["query", query.name], ...new FormData(form)]));
    };
  }

  function element(name, text) {
    const made = document.createElement(name);
    made.textContent = text || "";
    return made;
  }

  function item(query) {
    const button = element("button", query.question);
    button.type = "button";
    button.append(element("small", query.name));
    button.addEventListener("click", function () {
      const list = document.getElementById("nk-named");
      list.open = false;
      list.firstElementChild.focus();
      open(query);
    });
    const line = element("li");
    line.append(button);
    return line;
  }

  document.addEventListener("DOMContentLoaded", function () {
    fetched("/cayley/queries.json").then((all) => document.getElementById("nk-list").append(...all.map(item)));
    asked(location.search);
    asked(location.hash);
  });
  window.addEventListener("hashchange", () => asked(location.hash));
  document.addEventListener("keydown", function (event) {
    if (event.key === "Escape") document.getElementById("nk-named").open = false;
  });
})();
