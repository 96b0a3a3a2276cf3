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

// A slider for the date: the page of that date takes the place of the answer as one drags.
const at = document.querySelector("form.at"), answer = document.getElementById("answer");
if (at && answer && Number(at.dataset.last) > Number(at.dataset.first)) {
  const field = at.querySelector("#at"), slider = document.createElement("input");
  slider.type = "range";
  slider.min = at.dataset.first * 12;
  slider.max = at.dataset.last * 12 - 1;
  slider.setAttribute("aria-label", at.querySelector("label").textContent);
  const months = (d) => d ? d.slice(0, 4) * 12 + Number(d.slice(5, 7) || 1) - 1 : slider.max;
  const date = (m) => Math.floor(m / 12) + "-" + String(m % 12 + 1).padStart(2, "0");
  slider.value = months(field.value);
  if (!field.value) slider.setAttribute("aria-valuetext", "–");
  const said = document.createElement("p"); // what changed, for those who do not see it
  said.className = "hidden";
  said.setAttribute("role", "status");
  at.after(said);
  let turn = 0, timer;
  slider.addEventListener("input", () => {
    field.value = date(slider.value);
    slider.setAttribute("aria-valuetext", field.value);
    clearTimeout(timer);
    const mine = ++turn;
    timer = setTimeout(async () => {
      const url = new URL(location.href);
      url.searchParams.set("at", field.value);
      url.searchParams.delete("page");
      const page = await fetch(url, { headers: { Accept: "text/html" } });
      if (mine !== turn || !page.ok) return;
      const next = new DOMParser().parseFromString(await page.text(), "text/html").getElementById("answer");
      if (next) answer.replaceChildren(...next.childNodes);
      said.textContent = [...answer.querySelectorAll("tr.certain, tr.possible")].map((row) =>
        row.querySelector("th").textContent.trim() + ": " + row.querySelector(".verdict").textContent).join("; ");
      history.replaceState(null, "", url);
    }, 80);
  });
  field.after(slider);
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
