// A page that stays open says so when the graph that it shows has changed.
import { data, el } from "./common.js";

const EVERY = 20000;
const notice = document.getElementById("notice");
const shown = document.documentElement.dataset.state;

async function look() {
  if (document.hidden || !shown) return;
  const now = await data("/data/state.json").catch(() => null);
  if (!now) return;
  if (now.state !== shown) notice.replaceChildren("The graph has changed since this page was made. ", el("a", { href: location.href }, "Show it as it is now"));
  else notice.textContent = now.notice;
  notice.hidden = notice.textContent === "";
}

notice.addEventListener("click", (event) => {
  if (!event.target.closest("a")) return;
  event.preventDefault();
  location.reload();
});
setInterval(look, EVERY);
document.addEventListener("visibilitychange", look);
