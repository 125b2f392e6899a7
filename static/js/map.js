// Starts each map of the page. The module that speaks to Leaflet (the page's own `L`, from django-leaflet's tags).
// What the page hands over and the events it may send are told in docs/basemap.md.

import { readAddress, writeAddress } from "./map/address.js";
import { extent } from "./map/areas.js";
import { Basemap } from "./map/basemap.js";
import { size, stack } from "./map/cluster.js";
import { drawingClass } from "./map/drawing.js";
import { Feed } from "./map/feed.js";
import { idsOf, Marks } from "./map/marks.js";
import { popover, WORDS } from "./map/popover.js";
import { Switches } from "./map/switches.js";
import { loadFonts } from "./map/theme.js";

const { L } = window;
const Drawing = drawingClass(L);
const NEAREST = 9;
const calm = window.matchMedia("(prefers-reduced-motion: reduce)").matches;

class FrontMap {
  constructor(element) {
    this.element = element;
    this.words = { ...WORDS, ...json(element.dataset.words) };
    this.map = this.createMap();
    this.switches = new Switches(element.parentElement.querySelector(".layers"), (name, on) => this.turn(name, on), () => this.remember());
    this.createBase();
    this.marks = new Marks(L, this.map, element, this.words, {
      tell: ({ id, development }) => this.say("map:focus", { id, development }),
      open: (marker) => this.open(marker),
    });
    this.feed = element.dataset.pointsUrl ? new Feed(element.dataset) : null;
    this.show(json(element.dataset.points)?.features || []);
    if (!this.recall()) this.fit(); // The first view: nothing is drawn or fetched for any other.
    this.draw();
    this.listen();
    this.repaintSoon();
    if (element.dataset.controlUrl) this.switches.offer("control");
    element.classList.add("map--ready");
    this.renew();
  }

  createMap() {
    const map = L.map(this.element, {
      minZoom: 2,
      maxZoom: 11,
      attributionControl: false,
      zoomControl: false,
      zoomAnimation: !calm,
      fadeAnimation: !calm,
      markerZoomAnimation: !calm,
      inertia: !calm,
      maxBounds: [[-80, -220], [85, 220]],
      scrollWheelZoom: this.element.dataset.wheel !== "off",
    });
    L.control.zoom({ zoomInTitle: this.words.zoom_in, zoomOutTitle: this.words.zoom_out }).addTo(map);
    L.control.attribution({ prefix: false }).addTo(map);
    return map;
  }

  createBase() {
    const { tiles, attribution } = this.element.dataset;
    if (tiles) {
      L.tileLayer(tiles, { attribution: attribution || "" }).addTo(this.map);
      return;
    }
    this.map.attributionControl.addAttribution(attribution || "Natural Earth · GeoNames (CC BY 4.0)");
    this.map.createPane("names");
    this.base = new Basemap(this.element, () => this.repaintSoon());
    this.base.obstacles = (view) => this.obstacles(view);
    this.land = new Drawing({ pane: "tilePane", paint: (...given) => this.base.paintLand(...given) }).addTo(this.map);
    this.names = new Drawing({ pane: "names", paint: (...given) => this.base.paintNames(...given) }).addTo(this.map);
    const renew = () => {
      this.base.refresh();
      this.repaintSoon();
    };
    window.matchMedia("(prefers-color-scheme: dark)").addEventListener("change", renew);
    loadFonts(this.base.theme).then(renew);
    this.switches.offer("borders");
  }

  /** Shows or hides a layer: disputed borders, or who holds what, whose module is fetched when it is first wanted. */
  async turn(name, on) {
    if (name === "borders") {
      this.element.dataset.disputed = on ? "on" : "off";
      this.base.refresh();
      this.repaintSoon();
      return;
    }
    this.controlOn = on;
    if (!on && !this.control) return;
    const { ControlLayer } = await import("./map/control.js");
    this.control ||= new ControlLayer(L, this.map, this.element, this.words, () => this.settle());
    this.control.show(this.controlOn ? this.feed.query : null);
  }

  listen() {
    this.map.on("moveend", () => {
      this.draw();
      this.renew();
      this.remember(true);
    });
    this.map.on("movestart", () => this.base && (this.base.eager = true));
    this.map.on("click", ({ latlng }) => this.say("map:click", latlng.wrap()));
    this.element.addEventListener("map:highlight", ({ detail }) => this.marks.highlight(detail?.id));
    this.element.addEventListener("map:filter", ({ detail }) => this.filter(detail?.ids));
    this.element.addEventListener("map:pick", ({ detail }) => this.pick(detail));
    this.element.addEventListener("map:show", ({ detail }) => this.replace(detail?.features || []));
    this.element.addEventListener("map:ask", ({ detail }) => this.ask(detail));
  }

  /** A handle to drag a spot by: only the desk asks for it, so that its module is fetched there alone. */
  async pick(spot) {
    const { Handle } = await import("./map/handle.js");
    this.handle ||= new Handle(L, this.map, this.words.handle, (latlng) => this.say("map:click", latlng.wrap()));
    this.handle.place(spot);
  }

  /** Points for the present view, where those that are held do not serve it. */
  async renew() {
    const { feed, map } = this;
    const bounds = map.getBounds();
    const view = [bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()];
    if (!feed || feed.serves(view, map.getZoom())) return;
    const answer = await feed.ask(view, map.getZoom());
    if (!answer) return;
    this.stacks = answer.stacks;
    const amiss = this.asking && (this.following || !this.stacks.some((one) => map.getBounds().contains([one.lat, one.lon])));
    this.asking = this.following = false;
    if (amiss && answer.bounds) {
      this.element.dataset.bounds = answer.bounds;
      this.fitting = true;
      this.fit();
      this.fitting = false;
    }
    this.draw();
    this.say("map:drawn", { total: size(this.stacks) });
  }

  /** Other filters: where it should `follow`, the view goes with them until the reader has moved it, else until nothing is in it. */
  ask({ query, follow }) {
    if (this.controlOn) this.control?.show(query);
    if (!this.feed || this.feed.query === query) return;
    this.map.closePopup();
    Object.assign(this.feed, { query });
    this.asking = true;
    this.following = follow && !this.view;
    this.renew();
  }

  /** The view that the address holds, if it does. */
  recall() {
    const { view } = readAddress(this.feed ? location.hash : "");
    if (view) this.map.setView([view.lat, view.lon], view.zoom);
    this.view = view;
    return Boolean(view);
  }

  /** View and layers go into the address, where the reader has changed them. */
  remember(moved) {
    if (!this.feed || this.fitting) return;
    const { lat, lng: lon } = this.map.getCenter().wrap();
    if (moved) this.view = { zoom: this.map.getZoom(), lat, lon };
    history.replaceState(history.state, "", writeAddress({ ...readAddress(location.hash), view: this.view, ...this.switches.turned }) || location.pathname + location.search);
  }

  repaintSoon() {
    if (this.waiting) return;
    this.waiting = requestAnimationFrame(() => {
      this.waiting = 0;
      this.land?.repaint();
      this.names?.repaint();
      this.element.classList.toggle("map--drawn", !this.base || this.base.store.complete);
    });
  }

  show(features) {
    this.features = features;
    this.stacks = stack(features);
  }

  /** Other features in place of these; the view stays unless none of them would be in it. */
  replace(features) {
    this.map.closePopup();
    this.show(features);
    const shown = this.map.getBounds();
    if (this.stacks.length && !this.stacks.some((one) => shown.contains([one.lat, one.lon]))) this.fit();
    this.draw();
  }

  filter(ids) {
    const wanted = ids && new Set(ids);
    this.stacks = stack(wanted ? this.features.filter((feature) => idsOf(feature).some((id) => wanted.has(id))) : this.features);
    this.draw();
  }

  fit() {
    const { view, bounds: given } = this.element.dataset;
    if (view) {
      const [zoom, lat, lon] = view.split(",").map(Number);
      this.map.setView([lat, lon], zoom);
      return;
    }
    const bounds = L.latLngBounds([]);
    for (const one of this.stacks) bounds.extend(one.precise || one.radius > 120 ? [one.lat, one.lon] : extent(L, one));
    const [west, south, east, north] = (given || "-20,-5,75,55").split(",").map(Number);
    const target = bounds.isValid() ? bounds : L.latLngBounds([[south, west], [north, east]]);
    const single = bounds.isValid() && bounds.getSouthWest().equals(bounds.getNorthEast());
    this.map.fitBounds(target, { padding: [32, 32], maxZoom: single ? NEAREST - 1 : NEAREST, animate: false });
  }

  draw() {
    this.marks.draw(this.stacks);
    this.settle();
  }

  /** Small labels of who holds what keep clear of markers, and names of both. */
  settle() {
    this.control?.settle(this.marks.boxes(L.point(0, 0)));
    this.names?.repaint();
  }

  /** Comes nearer to several places, or shows what is told of one. */
  async open(marker) {
    const { stacks: [main], stacks } = marker.group;
    if ((stacks.length > 1 || main.spots > 1) && this.map.getZoom() < this.map.getMaxZoom()) {
      const bounds = L.latLngBounds(stacks.map((one) => [one.lat, one.lon]));
      const most = stacks.length > 1 ? this.map.getBoundsZoom(bounds.pad(0.3)) : this.map.getZoom() + 2;
      const zoom = Math.max(this.map.getZoom() + 1, Math.min(most, NEAREST));
      this.map.setView(bounds.getCenter(), zoom, { animate: !calm });
      return;
    }
    const asked = main.features ? { features: stacks.flatMap((one) => one.features) } : this.feed.told(main.key, location);
    const [told, { openDialog }] = await Promise.all([asked, import("./map/dialog.js")]);
    if (!told || !marker.getElement()) return;
    const at = { latlng: marker.getLatLng(), up: marker.side / 2 - 6, opener: marker.getElement() };
    openDialog(L, this.map, at, popover(told.features, this.words, told), this.words);
  }

  /** Boxes in a drawing's own pixels that names keep clear of: controls, and markers, a lone pin's with its place's name. */
  obstacles(view) {
    const corner = this.element.getBoundingClientRect();
    const [x, y] = [view.seen.left - corner.left, view.seen.top - corner.top];
    const controls = [...this.element.querySelectorAll(".leaflet-control")].map((control) => {
      const { left, top, right, bottom } = control.getBoundingClientRect();
      return { left: left + x, top: top + y, right: right + x, bottom: bottom + y, control: true };
    });
    return controls.concat(this.marks.boxes(view.min), this.control?.boxes(view.min) || []);
  }

  say(name, detail) {
    this.element.dispatchEvent(new CustomEvent(name, { bubbles: true, detail }));
  }
}

function json(id) {
  const holder = id && document.getElementById(id);
  return holder ? JSON.parse(holder.textContent) : null;
}

for (const element of document.querySelectorAll(".map[data-points], .map[data-points-url]")) new FrontMap(element);
