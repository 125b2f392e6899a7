// Who holds what, by whose word: a shape for each place, and a small label that opens what is said of it. Fetched where there
// are such places and the reader wants to see them. map.js hands its Leaflet in.

import { controlBody, controlKey } from "./control-words.js";
import { labelWidth, LABEL_HEIGHT, layOut } from "./control-labels.js";
import { look, patterns, signPatterns, swatch } from "./control-signs.js";
import { openDialog } from "./dialog.js";

const LEAST = 8; // pixels: a place that would be drawn smaller is drawn as a mark of this radius
const RING = 5; // pixels by which a besieger's ring lies outside

export class ControlLayer {
  /** `settle()` is asked to lay the labels out anew: `settle(boxes)` of this layer, with the boxes of markers. */
  constructor(L, map, element, words, settle) {
    Object.assign(this, { L, map, element, words, relay: settle, labels: new Map(), held: null });
    map.createPane("control").style.zIndex = 350;
    this.renderer = L.svg({ pane: "control", padding: 0.3 });
    this.shapes = L.layerGroup().addTo(map);
    this.leaders = L.layerGroup().addTo(map);
    this.marks = L.layerGroup().addTo(map);
    this.key = element.parentElement.querySelector(".holdkey");
    map.on("zoomend", () => this.held && this.draw());
  }

  /** Shows what stands for a query; null takes the layer away. */
  async show(query) {
    this.asked?.abort();
    const asked = (this.asked = new AbortController());
    if (query === null) return this.set(null);
    try {
      const answer = await fetch(`${this.element.dataset.controlUrl}?${query}`, { signal: asked.signal });
      if (answer.ok && asked === this.asked) this.set(await answer.json());
    } catch {
      // Another question came, or the line is down: what is drawn stays.
    }
  }

  set(held) {
    this.held = held;
    this.element.classList.toggle("map--held", Boolean(held?.places.length));
    this.sides = new Map(held?.sides.map((side) => [side.slug, side]));
    if (held) this.element.append(...patterns(held.places, this.sides));
    if (held) this.element.append(...signPatterns()); // Not in the key, which is made anew with each answer.
    for (const mark of this.labels.values()) mark.remove();
    this.labels.clear();
    if (this.key) {
      this.key.hidden = !held?.places.length && !held?.left;
      this.key.replaceChildren(...(held ? controlKey(held) : []));
    }
    this.draw();
  }

  /** Shapes for the present zoom, the largest lowest. */
  draw() {
    this.shapes.clearLayers();
    const places = this.held?.places || [];
    for (const place of [...places].sort((a, b) => b.radius - a.radius)) {
      for (const shape of this.shapesOf(place)) name(shape.addTo(this.shapes), place.key);
    }
    this.relay();
  }

  shapesOf(place) {
    const { L, renderer } = this;
    const { names, fill } = look(place, this.sides);
    const style = { renderer, pane: "control", fill: true, fillColor: fill, fillOpacity: 1, weight: 1.2 };
    const body = this.shape(place, { ...style, className: `hold ${names}` }, 0);
    body.on("click", () => this.open(place));
    if (!place.ring && place.state !== "besieged") return [body];
    const colour = this.sides.get(place.ring)?.colour;
    const ring = { ...style, fill: false, interactive: false, weight: 3.5, dashArray: "0.1 7", lineCap: "round", className: `hold__ring hold--${colour || "none"}` };
    return [body, this.shape(place, ring, RING)];
  }

  shape(place, style, outside) {
    if (place.area) return this.L.geoJSON(place.area, { ...style, style });
    return this.L.circleMarker([place.lat, place.lon], { ...style, radius: this.pixels(place) + outside });
  }

  /** The radius of a place's circle at the present zoom. */
  pixels({ lat, lon, radius }) {
    const zoom = this.map.getZoom();
    const spot = this.map.project([lat, lon], zoom);
    const edge = this.map.project([lat, lon + radius / (111.32 * Math.cos((lat * Math.PI) / 180))], zoom);
    return Math.max(LEAST, edge.x - spot.x);
  }

  /** Lays out the labels among the boxes of markers (layer pixels); those that are still there stay, so that focus is not lost. */
  settle(markers) {
    const places = this.held?.places || [];
    const wanted = places.map((place) => {
      const { x, y } = this.map.latLngToLayerPoint([place.lat, place.lon]);
      const width = labelWidth(look(place, this.sides).text);
      return { key: place.key, x, y, width, reach: place.area ? LEAST : this.pixels(place), rank: place.state === "contested" || place.state === "besieged" ? 0 : 1 };
    });
    const { min, max } = this.seen();
    this.laid = layOut(wanted, markers, { left: min.x, top: min.y, right: max.x, bottom: max.y });
    for (const [key, mark] of this.labels) if (!this.laid.has(key)) mark.remove(), this.labels.delete(key);
    this.leaders.clearLayers();
    for (const place of places) {
      const box = this.laid.get(place.key);
      if (!box) continue;
      if (box.leader) this.lead(place, box.leader);
      const mark = this.labels.get(place.key) || this.label(place);
      const icon = mark.options.icon.options;
      icon.iconAnchor = [box.dx, box.dy];
      const element = mark.getElement();
      Object.assign(element.style, { marginLeft: `${-box.dx}px`, marginTop: `${-box.dy}px` });
    }
  }

  /** A line from a place to its label, where that lies further off. */
  lead(place, [x, y]) {
    const { L, renderer } = this;
    const ends = [[place.lat, place.lon], this.map.layerPointToLatLng([x, y])];
    this.leaders.addLayer(L.polyline(ends, { renderer, pane: "control", interactive: false, className: "hold__leader" }));
  }

  /** The view, in layer pixels. */
  seen() {
    const corner = this.map.containerPointToLayerPoint([0, 0]);
    return this.L.bounds(corner, corner.add(this.map.getSize()));
  }

  label(place) {
    const { L } = this;
    const { text } = look(place, this.sides);
    const html = document.createElement("span");
    html.className = `holdlabel${place.old ? " holdlabel--old" : ""}`;
    html.append(swatch(place, this.sides), Object.assign(document.createElement("bdi"), { textContent: text }));
    const icon = L.divIcon({ html, className: "holdmark", iconSize: [labelWidth(text), LABEL_HEIGHT] });
    const mark = L.marker([place.lat, place.lon], { icon, zIndexOffset: -2000, title: place.told }).addTo(this.marks);
    const element = mark.getElement();
    element.setAttribute("aria-label", place.told);
    element.dataset.key = place.key;
    element.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" && event.key !== " ") return;
      event.preventDefault();
      this.open(place);
    });
    mark.on("click", () => this.open(place));
    this.labels.set(place.key, mark);
    return mark;
  }

  open(place) {
    const opener = this.labels.get(place.key)?.getElement() || this.element;
    const several = place.said.filter((one) => one.stands).length > 1;
    const at = { latlng: [place.lat, place.lon], up: place.area ? 0 : Math.min(this.pixels(place), 24) - 6, opener };
    openDialog(this.L, this.map, at, controlBody(place, this.sides, this.held.words), this.words, several ? 520 : 340).setAttribute("aria-label", place.told);
  }

  /** Where labels lie, for names to keep clear of: in pixels from a corner. */
  boxes({ x, y }) {
    return [...(this.laid?.values() || [])].map(({ left, top, right, bottom }) => ({ left: left - x, top: top - y, right: right - x, bottom: bottom - y }));
  }
}

/** Says on the elements of a shape which place they are of. */
function name(shape, key) {
  if (shape.eachLayer) shape.eachLayer((part) => name(part, key));
  else shape.getElement().dataset.key = key;
}
