// What stands on the map for the places in view: a marker for each group of them, and the areas of those known roughly.
// map.js hands its Leaflet in.

import { areaLayers, lightArea } from "./areas.js";
import { cluster } from "./cluster.js";
import { pin } from "./pins.js";

const REACH = 30; // pixels between markers that become one
const REACH_AT_THE_END = 8; // where coming nearer is not possible

/** The ids a feature answers to: its place's and its development's. */
export const idsOf = ({ properties: { id, development, spot } }) => [id, development, spot];

export class Marks {
  /** `tell` hears what is looked at, `open` which marker was chosen. */
  constructor(L, map, element, words, { tell, open }) {
    Object.assign(this, { L, map, element, words, tell, open });
    this.markers = new Map();
    this.areas = L.layerGroup().addTo(map);
  }

  /** Markers and areas of these stacks for the present view: those that are still right stay, so that focus is not lost. */
  draw(stacks) {
    const around = this.map.getBounds().pad(0.5);
    const zoom = this.map.getZoom();
    const project = (one) => {
      const { x, y } = this.map.project([one.lat, one.lon], zoom);
      return [x, y];
    };
    const near = stacks.filter((one) => around.contains([one.lat, one.lon]));
    const reach = zoom >= this.map.getMaxZoom() ? REACH_AT_THE_END : REACH;
    const groups = cluster(near, project, reach).sort((a, b) => a.y - b.y || a.x - b.x);
    const old = this.markers;
    const focused = [...old.values()].find((marker) => marker.getElement() === document.activeElement);
    this.markers = new Map(groups.map((group) => [group.key, old.get(group.key) || this.marker(group)]));
    for (const [key, marker] of old) if (!this.markers.has(key)) marker.remove();
    this.order(focused);
    this.areas.clearLayers();
    const room = Math.min(this.element.clientWidth, this.element.clientHeight);
    for (const layer of areaLayers(this.L, this.map, groups, room, this.element)) this.areas.addLayer(layer);
    this.highlight(this.highlighted);
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
    const icon = this.L.divIcon({ html, className: rough ? "pin pin--area" : "pin", iconSize: [side, side] });
    const marker = this.L.marker([main.lat, main.lon], { icon, riseOnHover: true }).addTo(this.map);
    Object.assign(marker, { group, side });
    const element = marker.getElement();
    element.setAttribute("aria-label", label);
    const tell = () => this.tell(main.features ? main.features[0].properties : { id: main.key, development: null });
    const hush = () => this.tell({ id: null, development: null });
    const open = () => this.open(marker);
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

  /** The boxes that markers take, in pixels from `corner`: a lone pin's with its place's name. */
  boxes(corner) {
    return [...this.markers.values()].map((marker) => {
      const { x, y } = this.map.latLngToLayerPoint(marker.getLatLng()).subtract(corner);
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
}
