// Paints the basemap's land, water and borders on a canvas. Speaks to the canvas only.

import { unpackLayer } from "./unpack.js";
import { worldSize } from "./squares.js";

const RINGS = new Set(["land", "lake"]);

/** A square made ready for painting: one path for each layer, in the square's own units, and its labels. */
export function prepare(data, names = []) {
  const paths = {};
  for (const [layer, text] of Object.entries(data)) {
    if (layer !== "labels") paths[layer] = pathOf(unpackLayer(text), RINGS.has(layer));
  }
  return { paths, labels: data.labels.map((label, number) => [...label, names[number]]) };
}

function pathOf(lines, closed) {
  const path = new Path2D();
  for (const points of lines) {
    path.moveTo(points[0], points[1]);
    for (let i = 2; i < points.length; i += 2) path.lineTo(points[i], points[i + 1]);
    if (closed) path.closePath();
  }
  return path;
}

/** What is stroked at a zoom, the river first; widths in pixels. Lines grow a little as one comes nearer. */
function strokes(zoom, theme) {
  const near = Math.max(0, Math.min(1, (zoom - 4) / 4));
  const list = [
    { layer: "river", color: theme.river, width: 0.7 + 0.9 * near },
    { layer: "lake", color: theme.shore, width: 0.6 },
    { layer: "land", color: theme.coast, width: 0.7 + 0.3 * near },
  ];
  list.push({ layer: "province", color: theme["province-line"], width: 0.8, dash: [1, 3] });
  list.push({ layer: "border", color: theme.border, width: 0.9 + 0.5 * near });
  list.push({ layer: "disputed", color: theme.disputed, width: 0.9 + 0.4 * near, dash: [4, 3] });
  return list;
}

/** Paints one square, clipped to the cells it stands for. `ratio`: device pixels for each pixel. */
export function paintSquare(context, square, ready, view, theme, ratio) {
  context.save();
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.beginPath();
  for (const cell of square.cells) {
    // Whole device pixels, so that neighbours meet without a hair between them.
    const [left, top] = [Math.round(cell.x * ratio), Math.round(cell.y * ratio)];
    context.rect(left, top, Math.round((cell.x + cell.side) * ratio) - left, Math.round((cell.y + cell.side) * ratio) - top);
  }
  context.clip();
  const { scale, left, top } = placement(square, view);
  context.setTransform(scale * ratio, 0, 0, scale * ratio, left * ratio, top * ratio);
  context.lineJoin = "round";
  const fill = (layer) => {
    context.fillStyle = theme[layer];
    if (ready.paths[layer]) context.fill(ready.paths[layer], "evenodd");
  };
  const stroke = ({ layer, color, width, dash = [] }) => {
    context.strokeStyle = color;
    context.lineWidth = width / scale;
    context.setLineDash(dash.map((length) => length / scale));
    if (ready.paths[layer]) context.stroke(ready.paths[layer]);
  };
  const [river, ...others] = strokes(view.zoom, theme);
  fill("land");
  stroke(river);
  fill("lake"); // Over the rivers, which run on through the lakes.
  others.forEach(stroke);
  context.restore();
}

/** How a square's units lie in the view: pixels for a unit, and the pixel of its north-west corner. */
export function placement(square, view) {
  const scale = worldSize(view.zoom) / square.level.units;
  const side = square.level.units / 2 ** square.level.grid;
  return { scale, left: square.x * side * scale - view.left, top: square.y * side * scale - view.top };
}
