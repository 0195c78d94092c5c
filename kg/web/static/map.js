// A map on the outline of countries that comes with kg: no tiles, nothing from elsewhere.
import { colour, data } from "./common.js";

let outline;

async function countries() {
  outline ??= data("/assets/outline.json").then((raw) => {
    const lines = raw.arcs.map((steps) => {
      const points = [];
      let [x, y] = [0, 0];
      for (let n = 0; n < steps.length; n += 2) {
        x += steps[n];
        y += steps[n + 1];
        points.push([x / raw.grain, y / raw.grain]);
      }
      return points;
    });
    const joined = (arcs) => arcs.flatMap((arc) => (arc >= 0 ? lines[arc] : lines[~arc].toReversed()));
    // Land on both sides of the 180th meridian goes on beyond it; drawn back, it would be a line across the map.
    const ring = (arcs) => {
      let turn = 0;
      return joined(arcs).map(([x, y], n, points) => {
        const step = n ? x - points[n - 1][0] : 0;
        if (Math.abs(step) > 180) turn -= 360 * Math.sign(step);
        return [x + turn, y];
      });
    };
    const shape = (country) => ({
      type: "Feature",
      properties: { name: country.name },
      geometry: { type: "MultiPolygon", coordinates: country.rings.map((arcs) => [ring(arcs)]) },
    });
    return { type: "FeatureCollection", features: raw.countries.map(shape) };
  });
  return outline;
}

export class PlaceMap {
  // `choose` hears the number of a place that is clicked.
  static async make(element, choose) {
    element.hidden = false;
    const map = new PlaceMap(element, choose);
    map.ground(await countries());
    return map;
  }

  constructor(element, choose) {
    this.choose = choose;
    this.map = L.map(element, {
      preferCanvas: true,
      attributionControl: false,
      zoomSnap: 0.25,
      worldCopyJump: false,
      minZoom: 0,
      maxZoom: 11,
      zoomAnimation: false,
      fadeAnimation: false,
    }).setView([25, 30], 2);
    element.setAttribute("role", "application");
    element.setAttribute("aria-label", "Map of events; arrow keys move it, plus and minus zoom. The list below has the same places.");
    L.control.scale({ imperial: false }).addTo(this.map);
    this.marks = L.layerGroup().addTo(this.map);
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => this.repaint());
  }

  ground(shapes) {
    this.land = L.geoJSON(shapes, { interactive: false, style: (shape) => this.style(shape) }).addTo(this.map);
    this.shaded ??= new Map();
    this.land.bringToBack();
  }

  style(shape) {
    const shaded = this.shaded?.get(shape.properties.name);
    return { color: colour("--border"), weight: 0.7, fillColor: colour(shaded ? "--area" : "--land"), fillOpacity: 1 };
  }

  repaint() {
    this.land?.setStyle((shape) => this.style(shape));
    if (this.last) this.show(...this.last);
  }

  // `places` are {number, label, latitude, longitude, precision, shape, reach, count, chosen, unsure}; `reach` in km.
  show(places, fit) {
    this.last = [places, false];
    const shaded = new Map(places.filter((p) => p.shape).map((p) => [p.shape, true]));
    if ([...shaded.keys()].join() !== [...(this.shaded ?? new Map()).keys()].join()) {
      this.shaded = shaded;
      this.land?.setStyle((shape) => this.style(shape));
    }
    this.marks.clearLayers();
    const mark = colour("--mark");
    for (const place of [...places].sort((a, b) => b.count - a.count)) {
      const at = [place.latitude, place.longitude];
      const exact = place.precision === "exact";
      if (place.reach) {
        L.circle(at, { radius: place.reach * 1000, color: mark, weight: 0.8, dashArray: "3 3", fillOpacity: 0.05, interactive: false }).addTo(this.marks);
      }
      const dot = L.circleMarker(at, {
        radius: Math.min(3.5 + 1.6 * Math.sqrt(place.count), 26),
        color: place.chosen ? colour("--ink") : mark,
        weight: place.chosen ? 3 : 1.2,
        fillColor: mark,
        fillOpacity: place.unsure ? 0.08 : exact ? 0.7 : 0.18,
        dashArray: place.unsure ? "3 2" : null,
      });
      const tip = document.createElement("span");
      tip.textContent = `${place.label} (${place.precision}): ${place.count}`;
      dot.bindTooltip(tip);
      if (this.choose) dot.on("click", () => this.choose(place.number));
      dot.addTo(this.marks);
    }
    if (fit && places.length) {
      const box = L.latLngBounds(places.map((p) => [p.latitude, p.longitude]));
      this.map.fitBounds(box.pad(0.15), { maxZoom: 7 });
    }
  }
}
