// Starts each map of the page. The module that speaks to Leaflet (the page's own `L`, from django-leaflet's tags).
// What the page hands over and the events it may send are told in docs/basemap.md.

import { readAddress, writeAddress } from "./map/address.js";
import { areaLayers, extent, lightArea } from "./map/areas.js";
import { Basemap } from "./map/basemap.js";
import { cluster, size, stack } from "./map/cluster.js";
import { drawingClass } from "./map/drawing.js";
import { Feed } from "./map/feed.js";
import { pin } from "./map/pins.js";
import { popover, WORDS } from "./map/popover.js";
import { Switches } from "./map/switches.js";
import { loadFonts } from "./map/theme.js";

const { L } = window;
const Drawing = drawingClass(L);
const REACH = 30;
const NEAREST = 9;
const calm = window.matchMedia("(prefers-reduced-motion: reduce)").matches;

class FrontMap {
  constructor(element) {
    this.element = element;
    this.words = { ...WORDS, ...json(element.dataset.words) };
    this.markers = new Map();
    this.map = this.createMap();
    this.switches = new Switches(element.parentElement.querySelector(".layers"), (name, on) => this.turn(name, on), () => this.remember());
    this.createBase();
    this.areas = L.layerGroup().addTo(this.map);
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
    this.element.addEventListener("map:highlight", ({ detail }) => this.highlight(detail?.id));
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

  /** Markers and areas for the present view: those that are still right stay, so that focus is not lost. */
  draw() {
    const around = this.map.getBounds().pad(0.5);
    const zoom = this.map.getZoom();
    const project = (one) => {
      const { x, y } = this.map.project([one.lat, one.lon], zoom);
      return [x, y];
    };
    const near = this.stacks.filter((one) => around.contains([one.lat, one.lon]));
    const groups = cluster(near, project, zoom >= this.map.getMaxZoom() ? 8 : REACH).sort((a, b) => a.y - b.y || a.x - b.x);
    const old = this.markers;
    const focused = [...old.values()].find((marker) => marker.getElement() === document.activeElement);
    this.markers = new Map(groups.map((group) => [group.key, old.get(group.key) || this.marker(group)]));
    for (const [key, marker] of old) if (!this.markers.has(key)) marker.remove();
    this.order(focused);
    this.areas.clearLayers();
    const room = Math.min(this.element.clientWidth, this.element.clientHeight);
    for (const layer of areaLayers(L, this.map, groups, room, this.element)) this.areas.addLayer(layer);
    this.highlight(this.highlighted);
    this.settle();
  }

  /** Small labels of who holds what keep clear of markers, and names of both. */
  settle() {
    this.control?.settle(this.markerBoxes({ min: L.point(0, 0) }));
    this.names?.repaint();
  }

  /** Tab goes through the markers from north to south; who had the focus keeps it, or its place's new marker gets it. */
  order(focused) {
    const markers = [...this.markers.values()];
    if (focused && markers.includes(focused)) return;
    const pane = this.map.getPane("markerPane");
    for (const marker of markers) pane.append(marker.getElement());
    const main = focused?.group.stacks[0];
    markers.find((marker) => main && marker.group.stacks.includes(main))?.getElement().focus({ preventScroll: true });
  }

  marker(group) {
    const { element: html, side, rough, label } = pin(group, this.words);
    const [main] = group.stacks;
    const icon = L.divIcon({ html, className: rough ? "pin pin--area" : "pin", iconSize: [side, side] });
    const marker = L.marker([main.lat, main.lon], { icon, riseOnHover: true }).addTo(this.map);
    Object.assign(marker, { group, side });
    const element = marker.getElement();
    element.setAttribute("aria-label", label);
    const tell = () => this.tell(main.features ? main.features[0].properties : { id: main.key, development: null });
    const hush = () => this.tell({ id: null, development: null });
    const open = () => this.open(marker, group);
    element.addEventListener("focus", tell);
    element.addEventListener("blur", hush);
    element.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" && event.key !== " ") return;
      event.preventDefault();
      open();
    });
    marker.on("mouseover", tell).on("mouseout", hush).on("click", open);
    return marker;
  }

  async open(marker, group) {
    const { stacks: [main], stacks } = group;
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
    return controls.concat(this.markerBoxes(view), this.control?.boxes(view.min) || []);
  }

  markerBoxes(view) {
    return [...this.markers.values()].map((marker) => {
      const { x, y } = this.map.latLngToLayerPoint(marker.getLatLng()).subtract(view.min);
      const { stacks } = marker.group;
      const name = stacks.length === 1 && stacks[0].precise ? stacks[0].name : "";
      const half = marker.side / 2 - 1;
      return { left: x - half, top: y - half, right: x + half, bottom: y + half, name };
    });
  }

  highlight(id) {
    this.highlighted = id;
    const has = (stacks) => Boolean(id) && stacks.some((one) => one.key === id || one.features?.some((feature) => idsOf(feature).includes(id)));
    for (const marker of this.markers.values()) {
      const on = has(marker.group.stacks);
      marker.getElement().classList.toggle("pin--on", on);
      marker.setZIndexOffset(on ? 1000 : 0);
    }
    this.areas.eachLayer((layer) => lightArea(layer, has([layer.stack])));
  }

  tell({ id, development }) {
    this.say("map:focus", { id, development });
  }

  say(name, detail) {
    this.element.dispatchEvent(new CustomEvent(name, { bubbles: true, detail }));
  }
}

/** The ids a feature answers to: its place's and its development's. */
const idsOf = ({ properties: { id, development, spot } }) => [id, development, spot];

function json(id) {
  const holder = id && document.getElementById(id);
  return holder ? JSON.parse(holder.textContent) : null;
}

for (const element of document.querySelectorAll(".map[data-points], .map[data-points-url]")) new FrontMap(element);
