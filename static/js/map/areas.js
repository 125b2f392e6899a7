// Areas: where a place is known only roughly, a dashed and hatched shape as large as the doubt. map.js hands its Leaflet in.

import { size } from "./cluster.js";
import { countByClass, svg } from "./kinds.js";

const LEAST = 24;
const HATCHED = 0.5;
const PLACE_KM = 120;
const MOST = 40;

/**
 * Layers for the stacks of clusters that are no pins. `room`: the shorter side of the map in pixels; `holder`: where hatches
 * are kept. Of more than can be told apart only those are drawn whose marker is theirs alone, the fullest first.
 */
export function areaLayers(L, map, groups, room, holder) {
  const layers = [];
  for (const one of told(groups)) {
    const [[name]] = countByClass([one]);
    const layer = shape(L, one, {
      className: `area area--${name}`, interactive: false, fillColor: `url(#${hatch(name, holder)})`, fillOpacity: 1, weight: 1.2, dashArray: "5 4",
    });
    const across = width(map, extent(L, one));
    if (across < LEAST) continue;
    // A hatch over a whole country, or over half the map, would be noise: then only the outline is drawn.
    const modest = one.radius <= PLACE_KM && across <= room * HATCHED;
    layer.setStyle({ fill: modest && one.outline?.type !== "LineString" });
    layer.stack = one;
    layers.push(layer);
  }
  return layers;
}

function told(groups) {
  const rough = (stacks) => stacks.filter((one) => !one.precise && one.spots === 1);
  const all = rough(groups.flatMap((group) => group.stacks));
  if (all.length <= MOST) return all;
  const alone = groups.filter((group) => group.stacks.length === 1).flatMap((group) => rough(group.stacks));
  return alone.sort((a, b) => size([b]) - size([a])).slice(0, MOST);
}

/** The ground that a stack's place may cover, as bounds. */
export function extent(L, one) {
  if (one.outline) return L.geoJSON(one.outline).getBounds();
  return L.latLng(one.lat, one.lon).toBounds(one.radius * 2000);
}

/** Marks an area as spoken of elsewhere on the page, or no longer. */
export function lightArea(layer, on) {
  if (layer.eachLayer) layer.eachLayer((part) => lightArea(part, on));
  else layer.getElement()?.classList.toggle("area--on", on);
}

function shape(L, one, style) {
  if (one.outline) return L.geoJSON(one.outline, { style, interactive: false });
  return L.circle([one.lat, one.lon], { ...style, radius: one.radius * 1000 });
}

function width(map, bounds) {
  const [a, b] = [map.project(bounds.getNorthEast()), map.project(bounds.getSouthWest())];
  return Math.max(Math.abs(a.x - b.x), Math.abs(a.y - b.y));
}

/** The id of a class's hatch; made when first wanted. */
function hatch(name, holder) {
  const id = `hatch-${name}`;
  if (!document.getElementById(id)) {
    const lines = svg("path", { d: "M-1 7 7-1M5 13 13 5M-1 1 1-1M11 13 13 11M-1 13 13-1", class: `hatch hatch--${name}` });
    const pattern = svg("pattern", { id, width: 12, height: 12, patternUnits: "userSpaceOnUse" }, lines);
    holder.append(svg("svg", { class: "map-defs", width: 0, height: 0, "aria-hidden": "true" }, svg("defs", {}, pattern)));
  }
  return id;
}
