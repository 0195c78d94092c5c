// Answers as a table that sorts, a map, a timeline or a chart, as far as their columns allow.
import { bounds, count, data, el } from "./common.js";
import { PlaceMap } from "./map.js";
import { Timeline } from "./timeline.js";

// Where a row keeps which event it is about.
const EVENT = Symbol("event");

export function sortable(table) {
  [...table.tHead.rows[0].cells].forEach((cell, at) => {
    const name = cell.textContent;
    const press = () => {
      const up = cell.getAttribute("aria-sort") !== "ascending";
      for (const other of table.tHead.rows[0].cells) other.removeAttribute("aria-sort");
      cell.setAttribute("aria-sort", up ? "ascending" : "descending");
      sort(table.tBodies[0], at, up);
    };
    cell.replaceChildren(el("button", { type: "button", class: "sort", onclick: press }, name));
  });
}

// Rows with words below them move together with those.
function sort(body, at, up) {
  const groups = [];
  for (const row of body.rows) {
    if (row.classList.contains("words")) groups.at(-1).push(row);
    else groups.push([row]);
  }
  const key = (group) => group[0].cells[at]?.textContent.trim() ?? "";
  const number = (text) => (/^-?\d+(\.\d+)?$/.test(text) ? Number(text) : NaN);
  groups.sort((a, b) => {
    const [x, y] = [key(a), key(b)];
    const [m, n] = [number(x), number(y)];
    const order = Number.isNaN(m) || Number.isNaN(n) ? (x === "") - (y === "") || x.localeCompare(y) : m - n;
    return up ? order : -order;
  });
  body.append(...groups.flat());
}

// `rows` are objects of texts by column.
export function views(box, columns, rows, tableBox) {
  const find = (...names) => names.find((name) => columns.includes(name));
  const [latitude, longitude] = [find("latitude", "lat"), find("longitude", "lon", "long")];
  const date = find("date", "when", "time", "day", "earliest");
  const label = find("label", "name", "victim", "event", "place", columns[0]);
  const offers = [["Table", () => tableBox]];
  if (latitude && longitude) offers.push(["Map", () => asMap(rows, latitude, longitude, label)]);
  else if (rows.some((row) => row[EVENT])) offers.push(["Map", () => asMap([], latitude, longitude, label, rows.map((row) => row[EVENT]).filter(Boolean))]);
  if (date && rows.some((row) => bounds((row[date] ?? "").slice(0, 10)))) offers.push(["Timeline", () => asTimeline(rows, date)]);
  if (rows.length) offers.push(["Chart", () => asChart(columns, rows)]);
  const stage = el("div", { class: "stage" });
  const made = new Map([["Table", tableBox]]);
  const buttons = offers.map(([name, make]) =>
    el("button", { type: "button", "aria-pressed": String(name === "Table"), onclick: (event) => {
      for (const other of buttons) other.setAttribute("aria-pressed", String(other === event.currentTarget));
      if (!made.has(name)) made.set(name, make());
      stage.replaceChildren(made.get(name));
      made.get(name).ready?.();
    } }, name),
  );
  stage.append(tableBox);
  box.append(el("div", { class: "tabs" }, ...buttons), stage);
}

// Places of the events that rows are about, as the overview has them.
async function placesOf(keys) {
  const all = await data("/data/events.json");
  const wanted = new Set(keys);
  const found = new Map();
  for (const event of all.events) {
    if (!wanted.has(event[0])) continue;
    for (const number of event[9]) {
      const [, name, latitude, longitude, precision, , shape] = all.places[number];
      const place = found.get(number) ?? { number, label: name, latitude, longitude, precision, shape, count: 0 };
      place.count += 1;
      if (latitude !== null) found.set(number, place);
    }
  }
  return [...found.values()];
}

function asMap(rows, latitude, longitude, label, events = []) {
  const places = new Map();
  for (const row of rows) {
    const [lat, lon] = [Number(row[latitude]), Number(row[longitude])];
    if (!row[latitude] || !row[longitude] || Number.isNaN(lat) || Number.isNaN(lon)) continue;
    const key = `${lat},${lon}`;
    const place = places.get(key) ?? { number: places.size, label: row[label] ?? key, latitude: lat, longitude: lon, precision: "exact", count: 0 };
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
  const spans = rows.map((row) => bounds((row[date] ?? "").slice(0, 10))).filter(Boolean);
  const canvas = el("canvas", { class: "timeline", role: "img", "aria-label": `${count(spans.length, "row")} over time` });
  const drawn = new Timeline(canvas, () => {});
  drawn.range(Math.min(...spans.map((s) => s[0])), Math.max(...spans.map((s) => s[1])));
  const box = el("div", {}, canvas);
  box.ready = () => drawn.show(spans, null);
  return box;
}

function asChart(columns, rows) {
  const box = el("div", {});
  const pick = el("select", {}, ...columns.map((name) => el("option", { value: name }, name.replaceAll("_", " "))));
  const bars = el("ul", { class: "facets chart" });
  const draw = () => {
    const counts = new Map();
    for (const row of rows) for (const part of (row[pick.value] || "not known").split("; ")) counts.set(part, (counts.get(part) ?? 0) + 1);
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
  sortable(table);
  const columns = [...table.tHead.rows[0].cells].map((cell) => cell.textContent.trim());
  const rows = [...table.tBodies[0].rows].filter((row) => !row.classList.contains("words")).map((row) => ({ [EVENT]: row.dataset.event, ...Object.fromEntries(columns.map((name, n) => [name, row.cells[n]?.textContent.trim() ?? ""])) }));
  scroll.remove();
  views(box, columns, rows, scroll);
}
