import assert from "node:assert/strict";
import test from "node:test";

import { levelAt, squaresFor, worldSize } from "./static/js/map/squares.js";

const LEVELS = [{ grid: 0, units: 8192, first: 0 }, { grid: 3, units: 32768, first: 4 }, { grid: 5, units: 262144, first: 6 }];

function viewAt(lon, lat, zoom, width = 400, height = 300) {
  const size = worldSize(zoom);
  const x = ((lon + 180) / 360) * size;
  const y = (0.5 - Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360)) / (2 * Math.PI)) * size;
  return { left: x - width / 2, top: y - height / 2, width, height, zoom };
}

test("each zoom has its level", () => {
  assert.deepEqual([2, 3, 4, 5, 6, 11].map((zoom) => levelAt(LEVELS, zoom)), [0, 0, 1, 1, 2, 2]);
});

test("a view over Mosul at zoom 8 needs the fine square there", () => {
  const known = { "0-0-0": 1, "3-4-3": 1, "5-19-12": 1 };
  assert.deepEqual([...squaresFor(viewAt(43.1, 36.3, 8), LEVELS, known).keys()], ["5-19-12"]);
});

test("where there is no fine square its coarse parent stands in, once, for all its cells", () => {
  const known = { "0-0-0": 1, "3-4-3": 1 };
  const found = squaresFor(viewAt(25, 36.3, 7, 1600, 300), LEVELS, known);
  assert.deepEqual([...found.keys()], ["3-4-3"]);
  assert.ok(found.get("3-4-3").cells.length > 1);
});

test("the cells of a view leave no gap and do not overlap", () => {
  const known = { "5-19-12": 1, "5-20-12": 1 };
  const cells = [...squaresFor(viewAt(45, 36.3, 7), LEVELS, known).values()].flatMap((square) => square.cells);
  const [west, east] = cells.sort((a, b) => a.x - b.x);
  assert.ok(Math.abs(west.x + west.side - east.x) < 1e-6);
});

test("beyond the edge of the world there is nothing", () => {
  const view = { left: -4000, top: 100, width: 300, height: 300, zoom: 4 };
  assert.equal([...squaresFor(view, LEVELS, { "0-0-0": 1 })].length, 0);
});
