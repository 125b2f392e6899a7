// Starts each map of the page. The one module that speaks to Leaflet (the page's own `L`, from django-leaflet's tags).
// What the page hands over and the events it may send are told in docs/basemap.md.

import { Basemap } from "./map/basemap.js";
import { classOf, countByClass, disc, svg, symbol } from "./map/kinds.js";
import { cluster, size, stack } from "./map/cluster.js";
import { WORDS, fill, popover } from "./map/popover.js";

const { L } = window;
const REACH = 30;
const calm = window.matchMedia("(prefers-reduced-motion: reduce)").matches;

/** A canvas as large as the view and a margin, painted by `paint(context, view, ratio)` whenever the map has moved. */
const Drawing = L.Renderer.extend({
  initialize(options) {
    L.Renderer.prototype.initialize.call(this, { padding: 0.25, ...options });
    this._layers = {};
  },

  getEvents() {
    return { ...L.Renderer.prototype.getEvents.call(this), move: this._follow };
  },

  _initContainer() {
    this._container = L.DomUtil.create("canvas", "map-drawing");
    this._context = this._container.getContext("2d");
  },

  _destroyContainer() {
    this._container.remove();
  },

  _update() {
    if (this._map._animatingZoom && this._bounds) return;
    L.Renderer.prototype._update.call(this);
    const { min } = this._bounds;
    const { x: width, y: height } = this._bounds.getSize();
    const ratio = Math.min(2, window.devicePixelRatio || 1);
    L.DomUtil.setPosition(this._container, min);
    this._container.width = Math.round(width * ratio);
    this._container.height = Math.round(height * ratio);
    this._container.style.width = `${width}px`;
    this._container.style.height = `${height}px`;
    this.repaint();
  },

  repaint() {
    if (!this._bounds || !this._map) return;
    const corner = this._map.getPixelOrigin().add(this._bounds.min);
    const { x: width, y: height } = this._bounds.getSize();
    const view = { left: corner.x, top: corner.y, width, height, zoom: this._map.getZoom(), min: this._bounds.min };
    this.options.paint(this._context, view, Math.min(2, window.devicePixelRatio || 1));
  },

  /** While dragging: paint anew once the view has left what was painted. */
  _follow() {
    const shown = this._map.containerPointToLayerPoint([0, 0]);
    if (!this._bounds.contains(L.bounds(shown, shown.add(this._map.getSize())))) this._update();
  },

  _updatePaths() {},
});

class FrontMap {
  constructor(element) {
    this.element = element;
    this.words = { ...WORDS, ...json(element.dataset.words) };
    this.markers = new Map();
    this.map = this.createMap();
    this.createBase();
    this.areas = L.layerGroup().addTo(this.map);
    this.map.on("moveend", () => this.draw());
    this.map.on("popupclose", ({ popup }) => popup.returnTo?.isConnected && popup.returnTo.focus({ preventScroll: true }));
    element.addEventListener("map:highlight", ({ detail }) => this.highlight(detail?.id));
    element.addEventListener("map:filter", ({ detail }) => this.filter(detail?.ids));
    this.show(json(element.dataset.points)?.features || []);
    this.fit();
    element.classList.add("map--ready");
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
    map.setView([33, 40], 4);
    return map;
  }

  createBase() {
    const { tiles, attribution } = this.element.dataset;
    if (tiles) {
      L.tileLayer(tiles, { attribution: attribution || "" }).addTo(this.map);
      return;
    }
    this.map.attributionControl.addAttribution(attribution || "Natural Earth · GeoNames (CC BY 4.0)");
    const pane = this.map.createPane("names");
    pane.style.pointerEvents = "none";
    this.base = new Basemap(this.element, () => this.repaintSoon());
    this.base.obstacles = (view) => this.obstacles(view);
    this.land = new Drawing({ pane: "tilePane", paint: (...given) => this.base.paintLand(...given) }).addTo(this.map);
    this.names = new Drawing({ pane: "names", paint: (...given) => this.base.paintNames(...given) }).addTo(this.map);
    const renew = () => {
      this.base.refresh();
      this.repaintSoon();
    };
    window.matchMedia("(prefers-color-scheme: dark)").addEventListener("change", renew);
    document.fonts?.ready.then(renew);
  }

  repaintSoon() {
    if (this.waiting) return;
    this.waiting = requestAnimationFrame(() => {
      this.waiting = 0;
      this.land?.repaint();
      this.names?.repaint();
    });
  }

  show(features) {
    this.features = features;
    this.stacks = stack(features);
    this.draw();
  }

  filter(ids) {
    const wanted = ids && new Set(ids);
    this.stacks = stack(wanted ? this.features.filter((f) => wanted.has(f.properties.id)) : this.features);
    this.draw();
  }

  fit() {
    if (this.element.dataset.view) {
      const [zoom, lat, lon] = this.element.dataset.view.split(",").map(Number);
      this.map.setView([lat, lon], zoom, { animate: false });
      return;
    }
    const bounds = L.latLngBounds([]);
    for (const one of this.stacks) {
      bounds.extend(one.radius ? L.latLng(one.lat, one.lon).toBounds(Math.min(one.radius, 120) * 2000) : [one.lat, one.lon]);
    }
    const [west, south, east, north] = (this.element.dataset.bounds || "-20,-5,75,55").split(",").map(Number);
    const target = bounds.isValid() ? bounds : L.latLngBounds([[south, west], [north, east]]);
    this.map.fitBounds(target, { padding: [36, 36], maxZoom: 9, animate: false });
  }

  /** Markers and areas for the present view: kept where they were, so that focus is not lost. */
  draw() {
    const around = this.map.getBounds().pad(0.5);
    const near = this.stacks.filter((one) => around.contains([one.lat, one.lon]));
    const zoom = this.map.getZoom();
    const project = (one) => {
      const { x, y } = this.map.project([one.lat, one.lon], zoom);
      return [x, y];
    };
    const groups = cluster(near, project, zoom >= this.map.getMaxZoom() ? 8 : REACH);
    groups.sort((a, b) => a.y - b.y || a.x - b.x);
    const wanted = new Set(groups.map((group) => group.key));
    for (const [key, marker] of this.markers) {
      if (!wanted.has(key)) {
        marker.remove();
        this.markers.delete(key);
      }
    }
    for (const group of groups) if (!this.markers.has(group.key)) this.markers.set(group.key, this.marker(group));
    this.drawAreas(groups);
    this.highlight(this.highlighted);
    this.names?.repaint();
  }

  marker(group) {
    const [main] = group.stacks;
    const features = group.stacks.flatMap((one) => one.features);
    const total = size(group.stacks);
    const single = group.stacks.length === 1;
    const side = single ? (total > 1 ? 24 : 18) : Math.min(46, 28 + 4 * Math.log2(total));
    const counts = countByClass(features);
    const icon = single && counts.length === 1
      ? symbol(counts[0][0], side + 4, { hollow: !main.precise, count: total })
      : disc(counts, total, side + 4);
    const holder = document.createElement("span");
    holder.className = "pin__hit";
    holder.append(icon);
    const marker = L.marker([main.lat, main.lon], {
      icon: L.divIcon({ html: holder, className: `pin${main.precise || !single ? "" : " pin--area"}`, iconSize: [side + 4, side + 4] }),
      riseOnHover: true,
    }).addTo(this.map);
    marker.group = group;
    marker.side = side;
    const element = marker.getElement();
    element.setAttribute("aria-label", this.spoken(group, features, total));
    const tell = () => this.tell(features[0].properties.id);
    element.addEventListener("focus", tell);
    marker.on("mouseover", tell);
    marker.on("click", () => this.open(marker, group, features));
    return marker;
  }

  spoken(group, features, total) {
    const { name, kind_label: kind, date } = features[0].properties;
    if (group.stacks.length > 1) return fill(this.words.cluster, { n: total, place: name });
    return fill(total > 1 ? this.words.many : this.words.one, { n: total, kind, place: name, date });
  }

  open(marker, group, features) {
    if (group.stacks.length > 1 && this.map.getZoom() < this.map.getMaxZoom()) {
      const bounds = L.latLngBounds(group.stacks.map((one) => [one.lat, one.lon]));
      const zoom = Math.max(this.map.getZoom() + 1, Math.min(this.map.getBoundsZoom(bounds.pad(0.3)), this.map.getMaxZoom()));
      this.map.setView(bounds.getCenter(), zoom, { animate: !calm });
      return;
    }
    const popup = L.popup({ maxWidth: Math.min(320, this.element.clientWidth - 60), minWidth: Math.min(240, this.element.clientWidth - 80),
      maxHeight: Math.max(160, this.element.clientHeight - 90), offset: [0, -marker.side / 2 + 4], autoPanPadding: [16, 16] });
    popup.returnTo = marker.getElement();
    popup.setLatLng(marker.getLatLng()).setContent(popover(features, this.words)).openOn(this.map);
    const box = popup.getElement();
    box.setAttribute("role", "dialog");
    box.setAttribute("aria-label", marker.getElement().getAttribute("aria-label"));
    box.tabIndex = -1;
    box.querySelector(".leaflet-popup-close-button")?.setAttribute("aria-label", this.words.close);
    box.addEventListener("keydown", (event) => {
      if (event.key === "Escape") {
        event.stopPropagation();
        this.map.closePopup(popup);
      }
    });
    box.focus({ preventScroll: true });
  }

  drawAreas(groups) {
    this.areas.clearLayers();
    const room = Math.min(this.element.clientWidth, this.element.clientHeight);
    for (const one of groups.flatMap((group) => group.stacks)) {
      if (one.precise) continue;
      const [[name]] = countByClass(one.features);
      const style = { className: `area area--${name}`, interactive: false, fill: true, fillColor: `url(#${this.hatch(name)})`, fillOpacity: 1, weight: 1.2, dashArray: "5 4" };
      const shape = one.geometry.type === "Point"
        ? L.circle([one.lat, one.lon], { ...style, radius: (one.radius || 10) * 1000 })
        : L.geoJSON(one.geometry, { style, interactive: false });
      const across = one.geometry.type === "Point" ? this.pixels(one) * 2 : room / 3;
      if (across < 24) continue;
      if (across > room * 0.5 && shape.setStyle) shape.setStyle({ fill: false });
      shape.key = one.key;
      this.areas.addLayer(shape);
    }
  }

  /** How many pixels an area's radius takes on the screen. */
  pixels(one) {
    const edge = L.latLng(one.lat, one.lon).toBounds(one.radius * 2000);
    return Math.abs(this.map.project(edge.getNorthEast()).x - this.map.project(edge.getSouthWest()).x) / 2;
  }

  /** The id of a class's hatch, made in the page when first wanted. */
  hatch(name) {
    const id = `hatch-${name}`;
    if (!document.getElementById(id)) {
      const lines = svg("path", { d: "M-1 7 7-1M5 13 13 5M-1 1 1-1M11 13 13 11M-1 13 13-1", class: `hatch hatch--${name}` });
      const pattern = svg("pattern", { id, width: 12, height: 12, patternUnits: "userSpaceOnUse" }, lines);
      this.element.append(svg("svg", { class: "map-defs", width: 0, height: 0, "aria-hidden": "true" }, svg("defs", {}, pattern)));
    }
    return id;
  }

  /** The boxes of the markers in a drawing's own pixels, so that names keep clear of them. */
  obstacles(view) {
    return [...this.markers.values()].map((marker) => {
      const { x, y } = this.map.latLngToLayerPoint(marker.getLatLng()).subtract(view.min);
      const half = marker.side / 2 + 1;
      const { stacks } = marker.group;
      const name = stacks.length === 1 && stacks[0].precise ? stacks[0].features[0].properties.name : "";
      return { left: x - half, top: y - half, right: x + half, bottom: y + half, name };
    });
  }

  highlight(id) {
    this.highlighted = id;
    for (const marker of this.markers.values()) {
      const has = id !== undefined && id !== null && marker.group.stacks.some((one) => one.features.some((f) => f.properties.id === id));
      marker.getElement().classList.toggle("pin--on", has);
      marker.setZIndexOffset(has ? 1000 : 0);
    }
  }

  tell(id) {
    this.element.dispatchEvent(new CustomEvent("map:focus", { bubbles: true, detail: { id } }));
  }
}

function json(id) {
  const holder = id && document.getElementById(id);
  return holder ? JSON.parse(holder.textContent) : null;
}

for (const element of document.querySelectorAll(".map[data-points]")) new FrontMap(element);
