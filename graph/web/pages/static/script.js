// What makes the pages better where there is JavaScript. Every page works without it.
"use strict";

// Search as one types: the list that the server makes, below the box.
const box = document.getElementById("q"), found = document.getElementById("found");
let waiting, asked = 0;
function hide() { found.hidden = true; found.replaceChildren(); }
box.addEventListener("input", () => {
  clearTimeout(waiting);
  const typed = box.value.trim(), mine = ++asked;
  if (typed.length < 2) return hide();
  waiting = setTimeout(async () => {
    const answer = await fetch("/search?part=1&q=" + encodeURIComponent(typed), { headers: { Accept: "text/html" } });
    if (mine !== asked || !answer.ok) return;
    found.innerHTML = await answer.text(); // made by the server, which escapes every name
    found.hidden = false;
  }, 120);
});
document.addEventListener("keydown", (e) => {
  if (found.hidden) return;
  const links = [box, ...found.querySelectorAll("a")], at = links.indexOf(document.activeElement);
  if (e.key === "Escape") { hide(); box.focus(); }
  if (at < 0 || e.key !== "ArrowDown" && e.key !== "ArrowUp") return;
  e.preventDefault();
  links[(at + (e.key === "ArrowDown" ? 1 : links.length - 1)) % links.length].focus();
});
document.addEventListener("click", (e) => { if (!e.target.closest(".find")) hide(); });

// A slider for the date: the page of that date takes the place of the answer as one drags. Each drag is a step back.
const at = document.querySelector("form.at"), answer = document.getElementById("answer");
if (at && answer) {
  const field = at.querySelector("#at"), slider = document.createElement("input");
  const said = document.createElement("p"); // what changed, for those who do not see it
  said.className = "hidden";
  said.setAttribute("role", "status");
  at.after(said);

  // A date is 2018, 2018-06 or 2018-06-15, or has the day first: 15/6/2018.
  function months(typed) {
    const [, year, month] = typed.match(/^\s*(\d{4})(?:-(\d{1,2}))?/) || [];
    const [, monthBefore, yearBehind] = typed.match(/(?:(\d{1,2})[/.-])?(\d{4})\s*$/) || [];
    const of = year || yearBehind;
    return of ? of * 12 + Number((year ? month : monthBefore) || 1) - 1 : slider.max;
  }
  const date = (m) => Math.floor(m / 12) + "-" + String(m % 12 + 1).padStart(2, "0");
  function place() {
    slider.value = months(field.value);
    slider.setAttribute("aria-valuetext", field.value || "–");
  }

  let turn = 0, timer, fresh = true, step = false; // fresh: the next move begins a drag; step: what comes is a step of its own
  async function show(url) {
    const mine = ++turn;
    const page = await fetch(url, { headers: { Accept: "text/html" } });
    if (mine !== turn || !page.ok) return false;
    const next = new DOMParser().parseFromString(await page.text(), "text/html");
    if (!next.getElementById("answer")) return false;
    answer.replaceChildren(...next.getElementById("answer").childNodes);
    said.textContent = [...answer.querySelectorAll("tr.certain, tr.likely, tr.possible")].map((row) =>
      row.querySelector("th").textContent.trim() + ": " + row.querySelector(".verdict").textContent).join("; ");
    return next;
  }
  slider.addEventListener("input", () => {
    if (fresh) step = true;
    fresh = false;
    field.value = date(slider.value);
    place();
    clearTimeout(timer);
    timer = setTimeout(async () => {
      const url = new URL(location.href);
      url.searchParams.set("at", field.value);
      url.searchParams.delete("page");
      if (!await show(url)) return;
      history[step ? "pushState" : "replaceState"](null, "", url);
      step = false;
    }, 80);
  });
  slider.addEventListener("change", () => { fresh = true; });
  addEventListener("popstate", async () => {
    const next = await show(location.href);
    if (next) field.value = next.getElementById("at").value;
    place();
  });
  addEventListener("pageshow", (e) => { // the browser puts back what was typed before one left, and the answer is for another date
    if (!e.persisted) field.value = field.defaultValue;
    place();
  });
  field.addEventListener("input", place);
  if (Number(at.dataset.last) > Number(at.dataset.first)) {
    slider.type = "range";
    slider.min = at.dataset.first * 12;
    slider.max = at.dataset.last * 12 - 1;
    slider.setAttribute("aria-label", at.querySelector("label").textContent);
    place();
    field.after(slider);
  }
}

// The sentence to which a link leads comes into view, also where it overlaps another.
function light() {
  document.querySelectorAll(".lit").forEach((e) => e.classList.remove("lit"));
  const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (!target) return;
  const passage = target.closest(".passage") || target;
  passage.classList.add("lit");
  passage.scrollIntoView({ block: "center" });
}
addEventListener("hashchange", light);
light();
