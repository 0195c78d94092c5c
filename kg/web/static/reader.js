// The document reader: a number in the text opens what was read from the words before it, ∅ why nothing was.
import { bdi, data, el } from "./common.js";

const hint = document.getElementById("margin-hint");
const silence = document.getElementById("silence");
let accounts;

function open(passage, reasons) {
  for (const other of document.querySelectorAll(".reasons.open")) other.classList.remove("open");
  for (const other of document.querySelectorAll(".passage.chosen")) {
    other.classList.remove("chosen");
    other.querySelector("button.mark")?.setAttribute("aria-expanded", "false");
  }
  reasons.classList.add("open");
  passage.classList.add("chosen");
  passage.querySelector("button.mark")?.setAttribute("aria-expanded", "true");
  hint.hidden = true;
  history.replaceState(null, "", `#${passage.id}`);
}

async function explain(passage) {
  silence.replaceChildren(el("p", { class: "note" }, "The report is read once more …"));
  open(passage, silence);
  accounts ??= data(silence.dataset.from);
  let found;
  try {
    found = await accounts;
  } catch (error) {
    accounts = undefined;
    found = { problem: error.message, passages: [] };
  }
  if (!passage.classList.contains("chosen")) return;
  const why = found.passages.find((one) => `s${one.begin}` === passage.id);
  silence.replaceChildren(
    el("p", { class: "about" }, why ? "Nothing was taken from these words." : `Why nothing was taken cannot be said: ${found.problem}`),
    ...(why?.seen.length ? [el("p", { class: "note" }, "seen: ", ...why.seen.flatMap((name, n) => [n ? "; " : "", bdi(name)]))] : []),
    el("ul", { class: "plain" }, ...(why?.reasons ?? []).map((reason) => el("li", {}, bdi(reason)))),
  );
}

for (const passage of document.querySelectorAll(".passage[data-why]")) {
  passage.addEventListener("click", (event) => {
    if (!event.target.closest("a")) open(passage, document.getElementById(passage.dataset.why));
  });
}
for (const passage of document.querySelectorAll(".text .passage.silent")) {
  const mark = passage.querySelector("a.mark");
  if (!mark) continue;
  passage.addEventListener("click", (event) => {
    if (event.target.closest("a.name") || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    explain(passage);
  });
}

function follow() {
  const silent = /^#s\d+$/.test(location.hash) && document.querySelector(`.passage.silent${location.hash}`);
  if (silent) {
    explain(silent);
    silent.scrollIntoView({ block: "center" });
    return;
  }
  // A link may point at words that lie inside a longer passage.
  const begin = Number(/^#c(\d+)$/.exec(location.hash)?.[1] ?? NaN);
  if (Number.isNaN(begin)) return;
  const before = [...document.querySelectorAll(".passage[data-why]")].filter((p) => Number(p.id.slice(1)) <= begin);
  const passage = before.at(-1);
  if (passage) {
    open(passage, document.getElementById(passage.dataset.why));
    passage.scrollIntoView({ block: "center" });
  }
}

document.documentElement.classList.add("scripted");
addEventListener("hashchange", follow);
follow();
