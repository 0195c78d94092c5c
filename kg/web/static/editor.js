// The SPARQL editor: highlights, completes prefixes and terms of the ontology, sends to the endpoint beside it.
import { count, data, el } from "./common.js";
import { Rows, views } from "./results.js";

const EXAMPLE = `PREFIX kgc: <https://w3id.org/kg-conflict/ont#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>

SELECT ?victim ?killer ?date ?place WHERE {
  ?event kgc:fatalVictim/skos:prefLabel ?victim .
  OPTIONAL { ?event kgc:perpetrator/skos:prefLabel ?killer }
  OPTIONAL { ?event kgc:date ?date }
  OPTIONAL { ?event kgc:location/skos:prefLabel ?place }
}
LIMIT 200
`;

const area = document.getElementById("query");
const status = document.getElementById("status");
const answer = document.getElementById("answer");
let terms = { prefixes: {}, terms: [] };

if (!area.value.trim()) area.value = EXAMPLE;
const editor = CodeMirror.fromTextArea(area, {
  mode: "application/sparql-query",
  lineNumbers: true,
  matchBrackets: true,
  lineWrapping: true,
  screenReaderLabel: "Query",
  inputStyle: "contenteditable",
  extraKeys: { "Ctrl-Space": "complete", "Ctrl-Enter": run, "Cmd-Enter": run, Tab: false, "Shift-Tab": false },
  hintOptions: { hint, completeSingle: false },
});
editor.on("inputRead", (_, change) => {
  if (/[\w:?]/.test(change.text[0]) && /\b\w+:\w*$/.test(before())) editor.showHint();
});

function before() {
  const at = editor.getCursor();
  return editor.getLine(at.line).slice(0, at.ch);
}

function hint() {
  const at = editor.getCursor();
  const typed = /[\w?:-]*$/.exec(before())[0];
  const low = typed.toLowerCase();
  const from = CodeMirror.Pos(at.line, at.ch - typed.length);
  const variables = [...new Set(editor.getValue().match(/\?\w+/g) ?? [])].map((name) => [name, "variable", "", ""]);
  const fits = ([name, , label]) => name !== typed && (name.toLowerCase().includes(low) || (low.length > 2 && label.toLowerCase().includes(low.replace(/^\w+:/, ""))));
  const list = [...terms.terms, ...variables].filter(fits).slice(0, 60).map(([name, kind, label, text]) => ({
    text: name,
    render: (item) => item.append(el("b", {}, name), ` ${kind}${text ? `: ${text}` : label ? `: ${label}` : ""}`),
  }));
  const found = { list, from, to: at };
  CodeMirror.on(found, "pick", (picked) => declare(picked.text));
  return found;
}

CodeMirror.commands.complete = (cm) => cm.showHint();

// A prefix that is used and not declared is declared at the top.
function declare(name) {
  const prefix = /^(\w+):/.exec(name)?.[1];
  const space = terms.prefixes[prefix];
  if (space && !new RegExp(`prefix\\s+${prefix}:`, "i").test(editor.getValue())) {
    editor.replaceRange(`PREFIX ${prefix}: <${space}>\n`, CodeMirror.Pos(0, 0));
  }
}

const ROWS = "application/sparql-results+json";

async function run() {
  editor.save();
  for (const [, prefix] of editor.getValue().matchAll(/(?<![<\w])(\w+):\w/g)) declare(`${prefix}:`);
  editor.save();
  history.replaceState(null, "", `/ask/sparql?${new URLSearchParams({ query: area.value })}${location.hash}`);
  status.textContent = "Asking …";
  answer.replaceChildren();
  const begin = performance.now();
  try {
    const response = await fetch("/sparql", { method: "POST", headers: { "Content-Type": "application/sparql-query", Accept: `${ROWS}, text/turtle;q=0.9` }, body: area.value });
    const took = `${Math.round(performance.now() - begin)} ms`;
    if (!response.ok) status.textContent = await response.text();
    else if (response.headers.get("content-type").startsWith(ROWS)) show(await response.json(), took);
    else {
      const text = await response.text();
      status.textContent = `Triples as Turtle, ${took}`;
      answer.replaceChildren(el("pre", { tabindex: 0 }, text));
    }
  } catch (error) {
    status.textContent = `No answer: ${error.message}`;
  }
}

function show(found, took) {
  if ("boolean" in found) {
    status.textContent = `${found.boolean ? "Yes" : "No"}, ${took}`;
    return;
  }
  const columns = found.head.vars;
  const all = found.results.bindings;
  status.textContent = `${count(all.length, "row")}, ${took}`;
  const link = (text) => {
    const key = /^https?:.*[/#](event|person|group|place|document)-[^/#]+$/.exec(text);
    return key ? `/${key[1]}/${encodeURIComponent(text.split(/[/#]/).at(-1))}` : null;
  };
  const rows = all.map((row) => {
    const texts = columns.map((name) => row[name]?.value ?? "");
    return { event: "", texts, links: texts.map(link), words: [] };
  });
  const head = el("tr", { role: "row" }, ...columns.map((name) => el("th", { scope: "col", role: "columnheader" }, name)));
  const table = el("table", { class: "list stacked", role: "table" }, el("thead", { role: "rowgroup" }, head), el("tbody", { role: "rowgroup" }));
  const shown = new Rows(table, columns, rows);
  const scroll = el("div", { class: "scroll", tabindex: 0, role: "region", "aria-label": "Answer" }, table);
  views(answer, columns, rows, el("div", {}, scroll, shown.turning));
  shown.show();
}

document.getElementById("editor-form").addEventListener("submit", (event) => {
  event.preventDefault();
  run();
});

document.getElementById("download").addEventListener("change", async (event) => {
  const type = event.target.value;
  if (!type) return;
  editor.save();
  const response = await fetch("/sparql", { method: "POST", headers: { "Content-Type": "application/sparql-query", Accept: `${type}, text/turtle;q=0.5` }, body: area.value });
  event.target.value = "";
  if (!response.ok) {
    status.textContent = await response.text();
    return;
  }
  const kinds = { "text/csv": "csv", "text/tab-separated-values": "tsv", "application/sparql-results+json": "json", "application/sparql-results+xml": "xml" };
  const got = response.headers.get("content-type").split(";")[0];
  const link = el("a", { href: URL.createObjectURL(await response.blob()), download: `answer.${kinds[got] ?? "ttl"}` });
  link.click();
  URL.revokeObjectURL(link.href);
});

terms = await data("/data/terms.json");
if (new URLSearchParams(location.search).get("query")) run();
document.documentElement.dataset.ready = "true";
