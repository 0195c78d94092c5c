// Answers as a table that sorts, a map, a timeline or a chart, as far as their columns allow.
import { bdi, bounds, count, data, el } from "./common.js";
import { PlaceMap } from "./map.js";
import { Timeline } from "./timeline.js";

const SIZE = 50;
let following;

// A row is {event, texts, links, words}: the key of its event, its texts by column, where each leads, and what stands
// below them as pairs of words and whether they are a quote.
function drawn(columns, row) {
  const cells = row.texts.map((text, n) => {
    const target = row.links[n];
    const content = target ? el("a", { href: target }, bdi(text || "not known")) : text ? bdi(text) : "";
    return el("td", { role: "cell", "data-label": columns[n].replaceAll("_", " ") }, content);
  });
  const first = el("tr", { role: "row", class: row.words.length ? "has-words" : null }, ...cells);
  if (!row.words.length) return [first];
  const words = row.words.flatMap(([text, quoted], n) => [n ? ": " : "", quoted ? el("q", {}, bdi(text)) : bdi(text)]);
  return [first, el("tr", { role: "row", class: "words" }, el("td", { role: "cell", colspan: columns.length }, ...words))];
}

const numeric = (text) => (/^-?\d+(\.\d+)?$/.test(text) ? Number(text) : NaN);
const collator = new Intl.Collator();

// Numbers by their size, all else by name, nothing last. Texts are looked at once, and each only once.
function ordered(rows, column) {
  const texts = [...new Set(rows.map((row) => row.texts[column]))];
  const keys = texts.map((text) => [text, numeric(text)]);
  const numbers = keys.every(([text, number]) => text === "" || !Number.isNaN(number));
  keys.sort(([x, m], [y, n]) => (x === "") - (y === "") || (numbers ? m - n : collator.compare(x, y)));
  const ranks = new Map(keys.map(([text], rank) => [text, rank]));
  return [...rows].sort((a, b) => ranks.get(a.texts[column]) - ranks.get(b.texts[column]));
}

// The table of an answer: sorts all rows and shows a page of them.
export class Rows {
  constructor(table, columns, rows, at = 1) {
    this.table = table;
    this.columns = columns;
    this.rows = rows;
    this.at = at;
    this.turning = el("nav", { class: "pager", "aria-label": "Pages" });
    [...table.tHead.rows[0].cells].forEach((cell, n) => {
      cell.replaceChildren(el("button", { type: "button", class: "sort", onclick: () => this.sort(cell, n) }, cell.textContent));
    });
  }

  sort(cell, n) {
    const up = cell.getAttribute("aria-sort") !== "ascending";
    for (const other of this.table.tHead.rows[0].cells) other.removeAttribute("aria-sort");
    cell.setAttribute("aria-sort", up ? "ascending" : "descending");
    const sorted = ordered(this.rows, n);
    this.rows = up ? sorted : sorted.reverse();
    this.at = 1;
    this.show();
  }

  show() {
    const { rows } = this;
    const last = Math.max(1, Math.ceil(rows.length / SIZE));
    this.at = Math.min(this.at, last);
    this.table.tBodies[0].replaceChildren(...rows.slice((this.at - 1) * SIZE, this.at * SIZE).flatMap((row) => drawn(this.columns, row)));
    const turn = (to) => () => {
      this.at = to;
      this.show();
      this.table.scrollIntoView();
    };
    this.turning.hidden = last < 2;
    this.turning.replaceChildren(
      el("button", { type: "button", disabled: this.at <= 1, onclick: turn(this.at - 1) }, "Previous"),
      el("span", {}, `Page ${this.at.toLocaleString("en")} of ${last.toLocaleString("en")}`),
      el("button", { type: "button", disabled: this.at >= last, onclick: turn(this.at + 1) }, "Next"),
    );
  }
}

// Offers an answer in as many ways as its columns allow. `rows` are as above.
export function views(box, columns, rows, table) {
  const find = (...names) => names.map((name) => columns.indexOf(name)).find((n) => n >= 0);
  const [latitude, longitude] = [find("latitude", "lat"), find("longitude", "lon", "long")];
  const date = find("date", "when", "time", "day", "earliest");
  const label = find("label", "name", "victim", "event", "place") ?? 0;
  const offers = [["Table", () => table]];
  if (latitude !== undefined && longitude !== undefined) offers.push(["Map", () => asMap(rows, latitude, longitude, label)]);
  else if (rows.some((row) => row.event)) offers.push(["Map", () => asMap([], 0, 0, label, rows.map((row) => row.event).filter(Boolean))]);
  if (date !== undefined && rows.some((row) => bounds(row.texts[date].slice(0, 10)))) offers.push(["Timeline", () => asTimeline(rows, date)]);
  if (rows.length) offers.push(["Chart", () => asChart(columns, rows)]);
  const stage = el("div", { class: "stage" }, table);
  const made = new Map([["Table", table]]);
  const buttons = offers.map(([name]) => el("button", { type: "button", "aria-pressed": String(name === "Table"), onclick: () => (location.hash = name.toLowerCase()) }, name));
  // The address says which way is chosen, so that it can be sent and gone back to.
  const choose = () => {
    const at = Math.max(0, offers.findIndex(([name]) => `#${name.toLowerCase()}` === location.hash));
    const [name, make] = offers[at];
    buttons.forEach((button, n) => button.setAttribute("aria-pressed", String(n === at)));
    if (!made.has(name)) made.set(name, make());
    if (stage.firstChild === made.get(name)) return;
    stage.replaceChildren(made.get(name));
    made.get(name).ready?.();
  };
  following?.abort();
  following = new AbortController();
  addEventListener("hashchange", choose, { signal: following.signal });
  box.append(el("div", { class: "tabs" }, ...buttons), stage);
  choose();
}

// Places of the events that rows are about, as the overview has them.
async function placesOf(keys) {
  const all = await data("/data/events.json");
  const wanted = new Set(keys);
  const found = new Map();
  for (const event of all.events) {
    if (!wanted.has(event[0])) continue;
    for (const number of event[9]) {
      const [, name, latitude, longitude, precision, , shape, reach] = all.places[number];
      const place = found.get(number) ?? { number, label: name, latitude, longitude, precision, shape, reach, count: 0 };
      place.count += 1;
      if (latitude !== null) found.set(number, place);
    }
  }
  return [...found.values()];
}

function asMap(rows, latitude, longitude, label, events = []) {
  const places = new Map();
  for (const row of rows) {
    const [lat, lon] = [Number(row.texts[latitude] || NaN), Number(row.texts[longitude] || NaN)];
    if (Number.isNaN(lat) || Number.isNaN(lon)) continue;
    const key = `${lat},${lon}`;
    const place = places.get(key) ?? { number: places.size, label: row.texts[label] || key, latitude: lat, longitude: lon, precision: "exact", count: 0 };
    place.count += 1;
    places.set(key, place);
  }
  const box = el("div", { class: "map" });
  box.ready = async () => {
    box.ready = undefined;
    const map = await PlaceMap.make(box, null);
    map.show(events.length ? await placesOf(events) : [...places.values()], true);
  };
  return box;
}

function asTimeline(rows, date) {
  const spans = rows.map((row) => bounds(row.texts[date].slice(0, 10))).filter(Boolean);
  const canvas = el("canvas", { class: "timeline", role: "img", "aria-label": `${count(spans.length, "row")} over time` });
  const drawn = new Timeline(canvas, () => {});
  drawn.range(spans.reduce((least, span) => Math.min(least, span[0]), Infinity), spans.reduce((most, span) => Math.max(most, span[1]), -Infinity));
  const box = el("div", {}, canvas);
  box.ready = () => drawn.show(spans, null);
  return box;
}

function asChart(columns, rows) {
  const box = el("div", {});
  const pick = el("select", {}, ...columns.map((name, n) => el("option", { value: n }, name.replaceAll("_", " "))));
  const bars = el("ul", { class: "facets chart" });
  const draw = () => {
    const counts = new Map();
    for (const row of rows) for (const part of (row.texts[pick.value] || "not known").split("; ")) counts.set(part, (counts.get(part) ?? 0) + 1);
    const shown = [...counts].sort((a, b) => b[1] - a[1]).slice(0, 20);
    const most = shown[0]?.[1] ?? 1;
    bars.replaceChildren(...shown.map(([name, number]) => el("li", {}, el("span", { class: "bar" }, el("bdi", {}, name), el("span", { class: "n" }, String(number)), el("meter", { min: 0, max: most, value: number, "aria-hidden": "true" })))));
  };
  pick.addEventListener("change", draw);
  box.append(el("label", { class: "inline" }, "Rows by ", pick), bars);
  draw();
  return box;
}

for (const box of document.querySelectorAll("[data-results]")) {
  const scroll = box.querySelector(".scroll");
  const table = scroll.querySelector("table");
  const columns = [...table.tHead.rows[0].cells].map((cell) => cell.dataset.name);
  const { rows } = await data(box.dataset.results);
  const shown = new Rows(table, columns, rows, Number(box.dataset.at));
  box.replaceChildren();
  views(box, columns, rows, el("div", {}, scroll, shown.turning));
  shown.show();
  document.documentElement.dataset.ready = "true";
}
