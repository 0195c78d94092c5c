// The overview: map, timeline, lists and table show the same events; choosing in one narrows the others.
import { address, bdi, bounds, count, data, debounced, el, isoDay, tag } from "./common.js";
import { PlaceMap } from "./map.js";
import { Timeline } from "./timeline.js";

const ROWS = 50;
const [PERIOD, PLACE, GROUP, KIND, STATUS, WORDS] = [1, 2, 4, 8, 16, 32];
const [KEY, LABEL, KINDS, VERDICT_OF, VERDICT, FIRST, LAST, WHEN, DATED, PLACES, PARTIES, DOCUMENTS, OPPOSED, LOCATED] = Array(14).keys();

const form = document.getElementById("filters");
const table = document.getElementById("table");
const state = { tab: "deaths", sort: null, up: true, page: 1 };
let all;
let fails;
let map;
let timeline;

async function start() {
  all = await data("/data/events.json");
  prepare();
  read();
  document.getElementById("tabs").hidden = false;
  document.getElementById("tabs").addEventListener("click", (event) => {
    const tab = event.target.closest("button")?.dataset.tab;
    if (tab) go({ tab, sort: null, page: 1 });
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    go({ page: 1 });
  });
  form.addEventListener("input", debounced(() => go({ page: 1 }, true)));
  addEventListener("popstate", () => {
    read();
    show();
  });
  timeline = new Timeline(document.getElementById("timeline"), (chosen) => {
    set("from", chosen ? isoDay(chosen[0]) : "");
    set("to", chosen ? isoDay(chosen[1]) : "");
    go({ page: 1 });
  });
  const days = all.events.filter((e) => e[FIRST] !== null || e[LAST] !== null).map((e) => [e[FIRST] ?? e[LAST], e[LAST] ?? e[FIRST]]);
  if (days.length) {
    let [first, last] = [Infinity, -Infinity];
    for (const [a, b] of days) [first, last] = [Math.min(first, a), Math.max(last, b)];
    timeline.range(first, last);
  } else document.getElementById("timeline").hidden = true;
  show();
  map = await PlaceMap.make(document.getElementById("map"), (number) => {
    const name = all.places[number][1];
    set("place", value("place") === name ? "" : name);
    go({ page: 1 });
  });
  show(true);
  document.documentElement.dataset.ready = "true";
}

// Names in plain form, computed once.
function prepare() {
  const plain = (text) => text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase();
  all.plain = plain;
  all.placeNames = all.places.map((p) => plain([p[1], ...p[5]].join("\n")));
  all.partyNames = all.parties.map((p) => plain(p[1]));
  all.words = all.events.map((e) => plain(`${e[LABEL]} ${e[PARTIES].map((n) => all.parties[n][1]).join(" ")} ${e[PLACES].map((n) => all.places[n][1]).join(" ")}`));
  fails = new Uint8Array(all.events.length);
}

const value = (name) => (name === "all" ? form.elements.all.checked : form.elements[name].value.trim());

function set(name, text) {
  if (name === "all") form.elements.all.checked = Boolean(text);
  else form.elements[name].value = text;
}

// The address says what is shown, so that it can be sent to somebody.
function read() {
  const given = new URLSearchParams(location.search);
  for (const name of ["from", "to", "place", "group", "kind", "status", "q", "all"]) set(name, given.get(name) ?? "");
  state.tab = given.get("tab") === "events" ? "events" : "deaths";
  state.sort = given.get("sort");
  state.up = given.get("order") !== "down";
  state.page = Math.max(1, Number(given.get("page")) || 1);
}

function go(changes, quietly = false) {
  Object.assign(state, changes);
  const given = new URLSearchParams();
  for (const name of ["from", "to", "place", "group", "kind", "status", "q"]) if (value(name)) given.set(name, value(name));
  if (value("all")) given.set("all", "1");
  if (state.tab === "events") given.set("tab", "events");
  if (state.sort !== null) given.set("sort", state.sort);
  if (state.sort !== null && !state.up) given.set("order", "down");
  if (state.page > 1) given.set("page", state.page);
  const target = given.size ? `/?${given}` : "/";
  if (quietly) history.replaceState(null, "", target);
  else if (target !== location.pathname + location.search) history.pushState(null, "", target);
  show();
}

function filter() {
  const begin = bounds(value("from"))?.[0];
  const end = bounds(value("to"))?.[1];
  const [place, group, words] = [value("place"), value("group"), value("q")].map(all.plain);
  const kind = all.kinds.indexOf(value("kind"));
  const status = value("status");
  const here = all.placeNames.map((name) => !place || name.includes(place));
  const them = all.partyNames.map((name) => !group || name.includes(group));
  all.events.forEach((event, n) => {
    let failed = 0;
    if (begin !== undefined || end !== undefined) {
      const [first, last] = [event[FIRST] ?? event[LAST], event[LAST] ?? event[FIRST]];
      if (first === null || (begin !== undefined && last < begin) || (end !== undefined && first > end)) failed |= PERIOD;
    }
    if (place && !event[PLACES].some((p) => here[p])) failed |= PLACE;
    if (group && !event[PARTIES].some((p) => them[p])) failed |= GROUP;
    if (kind >= 0 && !event[KINDS].includes(kind)) failed |= KIND;
    if (status && event[VERDICT_OF] !== status) failed |= STATUS;
    if (words && !all.words[n].includes(words)) failed |= WORDS;
    fails[n] = failed;
  });
}

function show(fit = false) {
  filter();
  const without = (mask) => all.events.filter((_, n) => (fails[n] & ~mask) === 0);
  const chosen = without(0);
  showPlaces(without(PLACE), fit);
  showTime(without(PERIOD));
  facets("kinds", "kind", tally(without(KIND), (e) => e[KINDS].slice(0, 1).map((k) => all.kinds[k])));
  facets("verdicts", "status", tally(without(STATUS), (e) => [e[VERDICT_OF]]), (name) => name.replaceAll("-", " "));
  showTable(chosen);
}

function tally(events, of) {
  const counts = new Map();
  for (const event of events) for (const name of of(event)) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
}

function facets(id, field, counts, word = (name) => name) {
  const most = Math.max(1, ...counts.map(([, number]) => number));
  const chosen = value(field);
  const shown = counts.slice(0, 10);
  document.getElementById(id).replaceChildren(
    ...shown.map(([name, number]) => {
      const bar = el("meter", { min: 0, max: most, value: number, "aria-hidden": "true" });
      const press = () => {
        set(field, chosen === name ? "" : name);
        go({ page: 1 });
      };
      return el("li", {}, el("button", { type: "button", "aria-pressed": String(chosen === name), onclick: press }, bdi(word(name)), el("span", { class: "n" }, number.toLocaleString("en")), bar));
    }),
  );
}

function showPlaces(events, fit) {
  const counts = new Map();
  const accepted = new Set();
  let nowhere = 0;
  for (const event of events) {
    const here = event[PLACES].filter((p) => all.places[p][2] !== null);
    if (!here.length) nowhere += 1;
    for (const place of here) {
      counts.set(place, (counts.get(place) ?? 0) + 1);
      if (event[LOCATED]) accepted.add(place);
    }
  }
  const asked = all.plain(value("place"));
  const marks = [...counts].map(([number, times]) => {
    const [, label, latitude, longitude, precision, , shape, reach] = all.places[number];
    return { number, label, latitude, longitude, precision, shape, reach, count: times, unsure: !accepted.has(number), chosen: asked && all.plain(label) === asked };
  });
  map?.show(marks, fit);
  facets("places", "place", tally(events, (e) => e[PLACES].map((p) => all.places[p][1])).slice(0, 8));
  document.getElementById("map-note").textContent = nowhere ? `${count(nowhere, "event")} without coordinates, not on the map. A filled dot is an exact place; a ring is as wide as the place is uncertain; a shaded country is all that is known; dashed is not accepted. Outline: Natural Earth; it takes no side on any border.` : "";
}

function showTime(events) {
  const spans = [];
  let never = 0;
  for (const event of events) {
    if (event[FIRST] === null && event[LAST] === null) never += 1;
    else spans.push([event[FIRST] ?? event[LAST], event[LAST] ?? event[FIRST]]);
  }
  const [begin, end] = [bounds(value("from"))?.[0], bounds(value("to"))?.[1]];
  const period = begin === undefined && end === undefined ? null : [begin ?? -Infinity, end ?? Infinity];
  timeline.show(spans, period);
  document.getElementById("time-note").textContent = `${spans.length ? "Drag over a stretch to narrow the period; a click takes it back. Light columns: the time spans several." : ""} ${never ? `${count(never, "event")} without a date.` : ""}`;
}

const DEATHS = [
  ["Who", (d) => d[3]],
  ["By", (d) => d[4]],
  ["When", (d) => all.events[d[0]][FIRST] ?? all.events[d[0]][LAST] ?? Infinity],
  ["Where", (d) => d[6]],
  ["With", (d) => d[7]],
  ["Verdict", (d) => d[8]],
];
const EVENTS = [
  ["What", (e) => e[LABEL]],
  ["When", (e) => e[FIRST] ?? e[LAST] ?? Infinity],
  ["Where", (e) => e[PLACES].map((p) => all.places[p][1]).join("; ")],
  ["Kind", (e) => all.kinds[e[KINDS][0]] ?? ""],
  ["Documents", (e) => -e[DOCUMENTS]],
  ["Verdict", (e) => e[VERDICT]],
];

function showTable(events) {
  const deaths = state.tab === "deaths";
  let rows = events;
  if (deaths) {
    const kept = (d) => fails[d[0]] === 0 && (d[1] || value("all"));
    rows = all.deaths.filter(kept);
  }
  const columns = deaths ? DEATHS : EVENTS;
  const by = columns.find(([name]) => name === state.sort);
  if (by) {
    const key = by[1];
    const way = state.up ? 1 : -1;
    rows = [...rows].sort((a, b) => {
      const [x, y] = [key(a), key(b)];
      const order = typeof x === "number" ? x - y || 0 : (x === "") - (y === "") || x.localeCompare(y);
      return way * order;
    });
  }
  const deathCount = deaths ? rows.length : all.deaths.filter((d) => fails[d[0]] === 0 && (d[1] || value("all"))).length;
  document.getElementById("summary").textContent = `${count(events.length, "event")}, ${deathCount.toLocaleString("en")} dead or groups of dead${value("all") ? " (facts or not)" : ""}`;
  const last = Math.max(1, Math.ceil(rows.length / ROWS));
  state.page = Math.min(state.page, last);
  for (const button of document.querySelectorAll("#tabs button")) button.setAttribute("aria-pressed", String(button.dataset.tab === state.tab));
  document.getElementById("killed-heading").textContent = deaths ? "Who was killed" : "What happened";
  head(columns);
  const shown = rows.slice((state.page - 1) * ROWS, state.page * ROWS);
  const body = deaths ? shown.flatMap(deathRows) : shown.map(eventRow);
  table.tBodies[0].replaceChildren(...(body.length ? body : [el("tr", { role: "row" }, el("td", { role: "cell", colspan: columns.length }, "Nothing fits."))]));
  pager(last);
}

function head(columns) {
  table.tHead.rows[0].replaceChildren(
    ...columns.map(([name]) => {
      const sorted = state.sort === name;
      const press = () => go({ sort: name, up: sorted ? !state.up : true, page: 1 });
      const mark = sorted ? (state.up ? " ↑" : " ↓") : "";
      return el("th", { scope: "col", role: "columnheader", "aria-sort": sorted ? (state.up ? "ascending" : "descending") : null }, el("button", { type: "button", class: "sort", onclick: press }, name + mark));
    }),
  );
}

const cell = ([label], attributes, ...content) => el("td", { role: "cell", "data-label": label, ...attributes }, ...content);

function deathRows(d) {
  const event = all.events[d[0]];
  const sure = d[9] === "certain" ? "" : ` ${d[9]}`;
  const contents = [
    [{}, el("a", { href: address("event", event[KEY]) }, bdi(d[3]))],
    [{}, bdi(d[4] || "not known")],
    [{ class: "when" }, d[5] || "not known"],
    [{}, bdi(d[6] || "not known")],
    [{}, d[7]],
    [{}, tag(d[8]), sure],
  ];
  return [
    el("tr", { class: "has-words", role: "row" }, ...contents.map((content, n) => cell(DEATHS[n], ...content))),
    el("tr", { class: "words", role: "row" }, el("td", { colspan: 6, role: "cell" }, bdi(d[10]), d[11] ? ": " : "", d[11] ? el("q", {}, el("a", { href: `${address("document", d[12])}#c${d[13]}` }, bdi(d[11]))) : "")),
  ];
}

function eventRow(e) {
  const contents = [
    [{}, el("a", { href: address("event", e[KEY]) }, bdi(e[LABEL]))],
    [{ class: "when" }, e[WHEN] ? `${e[WHEN]}${e[DATED] ? "" : " (not accepted)"}` : "not known"],
    [{}, bdi(e[PLACES].map((p) => all.places[p][1]).join("; ") || "not known"), e[PLACES].length && !e[LOCATED] ? " (not accepted)" : ""],
    [{}, all.kinds[e[KINDS][0]] ?? ""],
    [{}, String(e[DOCUMENTS])],
    [{}, tag(e[VERDICT])],
  ];
  return el("tr", { role: "row" }, ...contents.map((content, n) => cell(EVENTS[n], ...content)));
}

function pager(last) {
  const turn = (page) => () => {
    go({ page });
    document.getElementById("killed-heading").scrollIntoView();
  };
  const at = state.page;
  document.getElementById("pager").replaceChildren(
    ...(last > 1
      ? [
          el(
            "nav",
            { class: "pager", "aria-label": "Pages" },
            el("button", { type: "button", disabled: at <= 1, onclick: turn(at - 1) }, "Previous"),
            el("span", {}, `Page ${at.toLocaleString("en")} of ${last.toLocaleString("en")}`),
            el("button", { type: "button", disabled: at >= last, onclick: turn(at + 1) }, "Next"),
          ),
        ]
      : []),
  );
}

start();
