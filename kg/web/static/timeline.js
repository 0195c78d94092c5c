// Events over time on a canvas: dark where the time is known within a column, light where it spans several.
import { colour, isoDay, utcDay, yearOf } from "./common.js";

const HEIGHT = 150;
const BASE = 24;

export class Timeline {
  // `choose` hears first and last day of a stretch that is dragged over, or null for none.
  constructor(canvas, choose) {
    canvas.hidden = false;
    this.canvas = canvas;
    this.choose = choose;
    this.spans = [];
    this.period = null;
    canvas.addEventListener("pointerdown", (event) => this.begin(event));
    canvas.addEventListener("pointermove", (event) => this.move(event));
    canvas.addEventListener("pointerup", (event) => this.end(event));
    new ResizeObserver(() => this.draw()).observe(canvas);
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => this.draw());
  }

  range(first, last) {
    const spare = Math.max(3, Math.round((last - first) / 40));
    this.first = first - spare;
    this.last = last + spare;
    this.edges = columns(this.first, this.last);
  }

  // `spans` are pairs of first and last day.
  show(spans, period) {
    this.spans = spans;
    this.period = period;
    this.draw();
  }

  x(day) {
    return ((day - this.first) / (this.last - this.first)) * this.width;
  }

  day(x) {
    return Math.round(this.first + (x / this.width) * (this.last - this.first));
  }

  draw() {
    if (this.first === undefined) return;
    const { canvas } = this;
    const ratio = devicePixelRatio || 1;
    this.width = canvas.clientWidth;
    if (!this.width) return;
    canvas.width = this.width * ratio;
    canvas.height = (HEIGHT + BASE) * ratio;
    const pen = canvas.getContext("2d");
    pen.scale(ratio, ratio);
    const [sure, vague] = this.piles();
    const most = Math.max(1, ...sure.map((n, at) => n + vague[at]));
    const mark = colour("--mark");
    for (let n = 0; n < sure.length; n += 1) {
      const [left, right] = [this.x(this.edges[n]), this.x(this.edges[n + 1])];
      const wide = Math.max(1, right - left - (right - left > 4 ? 1 : 0));
      const tall = (sure[n] / most) * (HEIGHT - 14);
      const more = (vague[n] / most) * (HEIGHT - 14);
      pen.fillStyle = mark;
      pen.globalAlpha = 0.85;
      pen.fillRect(left, HEIGHT - tall, wide, tall);
      pen.globalAlpha = 0.3;
      pen.fillRect(left, HEIGHT - tall - more, wide, more);
    }
    pen.globalAlpha = 1;
    this.axis(pen, most);
    const period = this.dragged ?? this.period;
    if (period) {
      pen.fillStyle = colour("--ink");
      pen.globalAlpha = 0.12;
      const [left, right] = [this.x(Math.max(period[0], this.first)), this.x(Math.min(period[1] + 1, this.last))];
      pen.fillRect(left, 0, Math.max(2, right - left), HEIGHT);
      pen.globalAlpha = 1;
    }
  }

  piles() {
    const { edges } = this;
    const sure = new Array(edges.length - 1).fill(0);
    const vague = new Array(edges.length - 1).fill(0);
    for (const [first, last] of this.spans) {
      const [a, b] = [columnOf(edges, first), columnOf(edges, last)];
      if (a === b) sure[a] += 1;
      else for (let n = a; n <= b; n += 1) vague[n] += 1 / (b - a + 1);
    }
    return [sure, vague];
  }

  axis(pen, most) {
    pen.strokeStyle = colour("--line");
    pen.fillStyle = colour("--soft");
    pen.font = "11px system-ui, sans-serif";
    pen.textAlign = "center";
    for (const [day, name] of ticks(this.first, this.last, this.width)) {
      const x = this.x(day);
      if (x < 14 || x > this.width - 14) continue;
      pen.beginPath();
      pen.moveTo(x, HEIGHT);
      pen.lineTo(x, HEIGHT + 5);
      pen.stroke();
      pen.fillText(name, x, HEIGHT + 18);
    }
    pen.beginPath();
    pen.moveTo(0, HEIGHT + 0.5);
    pen.lineTo(this.width, HEIGHT + 0.5);
    pen.stroke();
    pen.textAlign = "left";
    pen.fillText(Math.round(most).toLocaleString("en"), 2, 10);
  }

  begin(event) {
    this.from = this.day(event.offsetX);
    this.canvas.setPointerCapture(event.pointerId);
  }

  move(event) {
    if (this.from === undefined) return;
    const to = this.day(event.offsetX);
    this.dragged = [Math.min(this.from, to), Math.max(this.from, to)];
    this.draw();
  }

  end(event) {
    if (this.from === undefined) return;
    const moved = Math.abs(this.x(this.from) - event.offsetX) > 4;
    const chosen = moved ? this.dragged : null;
    this.from = this.dragged = undefined;
    this.choose(chosen);
  }
}

function columns(first, last) {
  const years = (last - first) / 365;
  const edges = [];
  if (years > 60) for (let y = yearOf(first); y <= yearOf(last) + 1; y += 1) edges.push(utcDay(y));
  else if (years > 3) for (let m = yearOf(first) * 12; m <= (yearOf(last) + 1) * 12; m += years > 15 ? 3 : 1) edges.push(utcDay(Math.floor(m / 12), m % 12));
  else for (let d = first; d <= last + 1; d += Math.max(1, Math.ceil((last - first) / 180))) edges.push(d);
  return edges;
}

function columnOf(edges, day) {
  let [low, high] = [0, edges.length - 2];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (edges[middle] <= day) low = middle;
    else high = middle - 1;
  }
  return low;
}

function ticks(first, last, width) {
  const [begin, end] = [yearOf(first), yearOf(last)];
  const room = Math.max(3, Math.floor(width / 64));
  if (end - begin >= 3) {
    const step = [1, 2, 5, 10, 20, 50, 100, 500].find((s) => (end - begin) / s <= room) ?? 1000;
    const found = [];
    for (let y = Math.ceil(begin / step) * step; y <= end; y += step) found.push([utcDay(y), String(y)]);
    return found;
  }
  const months = (last - first) / 30;
  const found = [];
  if (months > 2.5) {
    const step = [1, 2, 3, 6, 12].find((s) => months / s <= room) ?? 12;
    for (let m = begin * 12; m <= end * 12 + 11; m += step) found.push([utcDay(Math.floor(m / 12), m % 12), isoDay(utcDay(Math.floor(m / 12), m % 12)).slice(0, 7)]);
    return found;
  }
  const step = Math.max(1, Math.ceil((last - first) / Math.max(2, Math.floor(width / 90))));
  for (let d = first; d <= last; d += step) found.push([d, isoDay(d)]);
  return found;
}
