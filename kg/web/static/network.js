// A network of people, groups and events that grows step by step; a list beside it says the same in words.
import { address, bdi, count, data, el, svg } from "./common.js";

const [WIDTH, HEIGHT] = [860, 480];
const SHAPES = { person: "circle", group: "rect", event: "path" };

class Network {
  constructor(box) {
    this.box = box;
    this.nodes = new Map();
    this.links = new Map();
    this.lines = svg("g", {});
    this.dots = svg("g", {});
    this.picture = svg("svg", { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: "group", "aria-label": "Network of people, groups and events" }, this.lines, this.dots);
    this.words = el("p", { class: "note", role: "status" });
    this.list = el("ul", { class: "plain ties" });
    this.more = el("details", {}, el("summary", {}, "The same in words"), this.list);
    box.append(el("p", { class: "note" }, "Circles are people, boxes are groups, diamonds events; dashed ties are no facts. Choose one to add what it is tied to; double-click or Shift-Enter opens its page."), this.picture, this.words, this.more);
    const charge = d3.forceManyBody().strength(-420);
    this.forces = d3
      .forceSimulation([])
      .force("charge", charge)
      .force("link", d3.forceLink([]).id((node) => node.key).distance(110))
      .force("x", d3.forceX(WIDTH / 2).strength(0.05))
      .force("y", d3.forceY(HEIGHT / 2).strength(0.09))
      .force("collide", d3.forceCollide(40))
      .stop();
  }

  async grow(key) {
    const found = await data(`/data/network/${encodeURIComponent(key)}`);
    const at = this.nodes.get(key);
    for (const node of found.nodes) {
      if (!this.nodes.has(node.key)) this.nodes.set(node.key, { ...node, x: at?.x ?? WIDTH / 2, y: at?.y ?? HEIGHT / 2 });
    }
    this.nodes.get(key).grown = true;
    const join = (source, target, role, fact, kind) => {
      const id = `${source}|${target}|${role}`;
      this.links.set(id, { source, target, role, fact, kind, from: source, to: target });
    };
    for (const tie of found.ties) join(tie.event, tie.party, tie.role, tie.fact, tie.victim ? "victim" : "");
    for (const tie of found.belongs) join(tie.from, tie.to, tie.role, true, "belongs");
    this.words.textContent = `${count(this.nodes.size, "node")} shown${found.total > 40 ? `; 40 of ${found.total} events of ${this.nodes.get(key).label}` : ""}`;
    this.settle();
  }

  settle() {
    const nodes = [...this.nodes.values()];
    const links = [...this.links.values()].map((link) => ({ ...link, source: link.from, target: link.to }));
    this.forces.nodes(nodes);
    this.forces.force("link").links(links);
    this.forces.alpha(1).tick(160);
    this.frame(nodes);
    this.draw(nodes, links);
  }

  // Shows as much as there is, not enlarged beyond what reads well.
  frame(nodes) {
    const [xs, ys] = [nodes.map((node) => node.x), nodes.map((node) => node.y)];
    const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
    const least = Math.min(WIDTH, Math.max(360, this.picture.clientWidth));
    const wide = Math.max(right - left + 170, least);
    const high = Math.max(bottom - top + 100, wide / 2.6);
    this.middle = (top + bottom) / 2;
    const [x, y] = [(left + right - wide) / 2, (top + bottom - high) / 2 + 8];
    this.picture.setAttribute("viewBox", `${x} ${y} ${wide} ${high}`);
  }

  draw(nodes, links) {
    this.lines.replaceChildren(
      ...links.map((link) =>
        svg("line", { x1: link.source.x, y1: link.source.y, x2: link.target.x, y2: link.target.y, class: `tie ${link.kind} ${link.fact ? "" : "unsure"}` }, svg("title", {}, `${link.role}${link.fact ? "" : " (no fact)"}`)),
      ),
    );
    const focused = document.activeElement?.dataset?.key;
    this.dots.replaceChildren(...nodes.map((node) => this.dot(node)));
    if (focused) this.dots.querySelector(`[data-key="${CSS.escape(focused)}"]`)?.focus();
    const name = (key) => this.nodes.get(key);
    this.list.replaceChildren(
      ...links.map((link) => {
        const [a, b] = [name(link.from), name(link.to)];
        return el("li", {}, el("a", { href: address(a.kind, a.key) }, bdi(a.label)), ` – ${link.role}${link.fact ? "" : " (no fact)"} – `, el("a", { href: address(b.kind, b.key) }, bdi(b.label)));
      }),
    );
  }

  dot(node) {
    const shape = {
      circle: () => svg("circle", { r: 9 }),
      rect: () => svg("rect", { x: -9, y: -9, width: 18, height: 18, rx: 3 }),
      path: () => svg("path", { d: "M0-11 11 0 0 11-11 0Z" }),
    }[SHAPES[node.kind] ?? "circle"]();
    const short = node.label.length > 26 ? `${node.label.slice(0, 25)}…` : node.label;
    // Names stand away from the middle, where the ties come together.
    const above = node.y < this.middle - 4;
    const open = () => location.assign(address(node.kind, node.key));
    const drawn = svg(
      "g",
      { class: `node ${node.kind} ${node.grown ? "grown" : ""}`, transform: `translate(${node.x} ${node.y})`, tabindex: 0, role: "button", "data-key": node.key, "aria-label": `${node.label}, ${node.kind}${node.note ? `, ${node.note}` : ""}` },
      svg("title", {}, `${node.label}${node.note ? `\n${node.note}` : ""}`),
      shape,
      svg("text", { y: above ? -16 : 24, "text-anchor": "middle" }, short),
    );
    drawn.addEventListener("click", () => (node.grown ? null : this.grow(node.key)));
    drawn.addEventListener("dblclick", open);
    drawn.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && event.shiftKey) open();
      else if ((event.key === "Enter" || event.key === " ") && !node.grown) this.grow(node.key);
      else return;
      event.preventDefault();
    });
    return drawn;
  }
}

for (const box of document.querySelectorAll(".network[data-of]")) new Network(box).grow(box.dataset.of);
