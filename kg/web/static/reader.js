// The document reader: a number in the text opens what was read from the words before it.
const hint = document.getElementById("margin-hint");

function open(passage) {
  const reasons = document.getElementById(passage.dataset.why);
  for (const other of document.querySelectorAll(".reasons.open")) other.classList.remove("open");
  for (const other of document.querySelectorAll(".passage.chosen")) {
    other.classList.remove("chosen");
    other.querySelector(".mark").setAttribute("aria-expanded", "false");
  }
  reasons.classList.add("open");
  passage.classList.add("chosen");
  passage.querySelector(".mark").setAttribute("aria-expanded", "true");
  hint.hidden = true;
}

for (const passage of document.querySelectorAll(".passage[data-why]")) {
  passage.addEventListener("click", (event) => {
    if (event.target.closest("a")) return;
    open(passage);
    history.replaceState(null, "", `#${passage.id}`);
  });
}

function follow() {
  // A link may point at words that lie inside a longer passage.
  const begin = Number(/^#c(\d+)$/.exec(location.hash)?.[1] ?? NaN);
  if (Number.isNaN(begin)) return;
  const before = [...document.querySelectorAll(".passage[data-why]")].filter((p) => Number(p.id.slice(1)) <= begin);
  const passage = before.at(-1);
  if (passage) {
    open(passage);
    passage.scrollIntoView({ block: "center" });
  }
}

document.documentElement.classList.add("scripted");
addEventListener("hashchange", follow);
follow();
