// Puts developments at one place into a stack, and stacks that would overlap on the screen into a cluster. Pure.

import { CLASS_NAMES, classOf } from "./kinds.js";

/**
 * Stacks: {key, lon, lat, precise, radius, outline, counts, spots, name, kind, date, features}, in the order of their first
 * feature. `outline` is the GeoJSON of an area that is no circle (the feature's own polygon, or its `area`), else
 * null; radius in km; `counts` of developments by class, in the legend's order.
 */
export function stack(features) {
  const found = new Map();
  for (const feature of features) {
    const [lon, lat] = anchor(feature.geometry);
    const { precise } = feature.properties;
    const outline = precise ? null : outlineOf(feature);
    const radius = feature.properties.radius_km || LEAST_RADIUS;
    const shape = precise ? "pin" : `${Math.round(radius)}${JSON.stringify(outline)?.slice(0, 90)}`;
    const key = [lon.toFixed(4), lat.toFixed(4), shape].join(" ");
    if (!found.has(key)) {
      const { name, kind_label: kind, date } = feature.properties;
      found.set(key, { key, lon, lat, precise: Boolean(precise), radius, outline, counts: [0, 0, 0, 0], spots: 1, name, kind, date, features: [] });
    }
    const one = found.get(key);
    one.features.push(feature);
    one.counts[CLASS_NAMES.indexOf(classOf(feature.properties.kind))] += feature.properties.count || 1;
  }
  return [...found.values()];
}

/**
 * Stacks from the rows of the feed: [key, spots, developments by class × 4, name, kind, date]. Each is one spot of the map, or
 * the largest of several (`spots`); their features are fetched when one is opened. `areas`: outlines by row.
 */
export function fromRows(rows, areas = {}) {
  return rows.map(([key, spots, battle, strike, people, other, name, kind, date], row) => {
    const [lat, lon, shape] = key.split(",");
    const precise = shape === "p";
    const radius = precise ? LEAST_RADIUS : Math.max(Number(shape), LEAST_RADIUS);
    const outline = (!precise && areas[row]) || null;
    const counts = [battle, strike, people, other];
    return { key, lon: Number(lon), lat: Number(lat), precise, radius, outline, counts, spots, name, kind, date, features: null };
  });
}

const LEAST_RADIUS = 3;

function outlineOf({ geometry, properties }) {
  if (geometry.type !== "Point") return geometry;
  return properties.area || null;
}

/** Where a geometry's marker stands: the point, or the middle of the outer ring's points. */
export function anchor(geometry) {
  if (geometry.type === "Point") return geometry.coordinates;
  const ring = geometry.type === "MultiPolygon" ? geometry.coordinates[0][0] : geometry.coordinates[0];
  const open = ring.slice(0, -1);
  const middle = (axis) => open.reduce((sum, point) => sum + point[axis], 0) / open.length;
  return [middle(0), middle(1)];
}

/** How many developments a stack or a cluster's stacks hold. */
export function size(stacks) {
  return stacks.reduce((sum, one) => sum + one.counts.reduce((n, count) => n + count, 0), 0);
}

/**
 * Clusters: {key, x, y, stacks}. `project` gives a stack's [x, y] in pixels; those within `reach` pixels of a larger one join
 * it. A cluster stands where its largest stack stands, so that it never points to a place where nothing happened.
 */
export function cluster(stacks, project, reach) {
  const points = stacks.map((one) => {
    const [x, y] = project(one);
    return { one, x, y, weight: size([one]) };
  });
  points.sort((a, b) => b.weight - a.weight || (a.one.key < b.one.key ? -1 : 1));
  const grid = new Map();
  const found = [];
  for (const point of points) {
    const [column, row] = [Math.floor(point.x / reach), Math.floor(point.y / reach)];
    const host = nearest(grid, column, row, point, reach);
    if (host) {
      host.stacks.push(point.one);
      continue;
    }
    const made = { x: point.x, y: point.y, stacks: [point.one] };
    const cell = `${column},${row}`;
    if (!grid.has(cell)) grid.set(cell, []);
    grid.get(cell).push(made);
    found.push(made);
  }
  for (const one of found) one.key = `${one.stacks[0].key}×${one.stacks.length}·${sums(one.stacks)}`;
  return found;
}

const sums = (stacks) => CLASS_NAMES.map((_, i) => stacks.reduce((sum, one) => sum + one.counts[i], 0));

function nearest(grid, column, row, point, reach) {
  let best = null;
  let least = reach * reach;
  for (let x = column - 1; x <= column + 1; x += 1) {
    for (let y = row - 1; y <= row + 1; y += 1) {
      for (const made of grid.get(`${x},${y}`) || []) {
        const distance = (made.x - point.x) ** 2 + (made.y - point.y) ** 2;
        if (distance < least) [best, least] = [made, distance];
      }
    }
  }
  return best;
}
