import assert from "node:assert/strict";
import test from "node:test";

import { fitted } from "./static/js/rows.js";

const item = (left, right, bottom) => ({ left, right, bottom });
const LANES = [
  { top: 34, height: 120, items: [item(0, 100, 140), item(500, 510, 70)] },
  { top: 154, height: 60, items: [item(0, 600, 200)] },
];

test("a row has the room that its days in view need, and the next one moves up", () => {
  assert.deepEqual(fitted(LANES, 400, 700), [{ top: 34, height: 44 }, { top: 78, height: 54 }]);
});

test("a row without anything in view keeps its name and a line", () => {
  assert.equal(fitted(LANES, 650, 700)[0].height, 43);
});

test("no row is higher than it was drawn, and the whole drawing fits as it is", () => {
  assert.deepEqual(fitted(LANES, 0, 700).map(({ height }) => height), [114, 54]);
});

test("while the days move a row keeps the height that it has", () => {
  assert.deepEqual(fitted(LANES, 400, 700, [90, 60]).map(({ height }) => height), [90, 60]);
});
