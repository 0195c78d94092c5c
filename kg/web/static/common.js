// What all scripts of the pages share. Text reaches a page as text nodes only, never as markup.

export function el(name, attributes = {}, ...children) {
  const node = document.createElement(name);
  return dress(node, attributes, children);
}

export function svg(name, attributes = {}, ...children) {
  const node = document.createElementNS("http://www.w3.org/2000/svg", name);
  return dress(node, attributes, children);
}

function dress(node, attributes, children) {
  for (const [key, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (key === "onclick") node.addEventListener("click", value);
    else node.setAttribute(key, value === true ? "" : value);
  }
  node.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== ""));
  return node;
}

export const bdi = (text) => el("bdi", {}, text);

export const tag = (verdict) => el("span", { class: `tag ${verdict.replaceAll(" ", "-")}` }, verdict);

export const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

export const count = (number, word) => `${number.toLocaleString("en")} ${word}${number === 1 ? "" : "s"}`;

export function address(kind, key) {
  const known = { materiel: "thing", weapon: "thing", narrator: "voice" };
  return `/${known[kind] ?? kind}/${encodeURIComponent(key)}`;
}

export async function data(path) {
  const answer = await fetch(path);
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
  return answer.json();
}

const DAY = 86400000;

export const dayOf = (text) => Math.round(Date.parse(`${text}T00:00:00Z`) / DAY);

export const isoDay = (day) => new Date(day * DAY).toISOString().slice(0, 10);

export const yearOf = (day) => new Date(day * DAY).getUTCFullYear();

export const utcDay = (year, month = 0, day = 1) => Math.floor(new Date(Date.UTC(2000, month, day)).setUTCFullYear(year) / DAY);

// First and last day of a day, month or year as the fields take them; null where the text is none.
export function bounds(text) {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(text.trim());
  if (!match) return null;
  const [year, month, day] = [Number(match[1]), match[2] ? Number(match[2]) - 1 : null, match[3] ? Number(match[3]) : null];
  const first = utcDay(year, month ?? 0, day ?? 1);
  if (day !== null) return [first, first];
  return [first, (month === null ? utcDay(year + 1) : utcDay(year, month + 1)) - 1];
}

export function debounced(run, wait = 150) {
  let timer;
  return (...given) => {
    clearTimeout(timer);
    timer = setTimeout(() => run(...given), wait);
  };
}
