import assert from "node:assert/strict";
import test from "node:test";

import { unpackLayer, unpackLine } from "./static/js/map/unpack.js";

// The same lines are packed in tests/scripts/test_basemap_shape.py.
test("it reads steps from the corner, with signs and long steps", () => {
  assert.deepEqual(unpackLine("UeDAggCv-B"), [10, 15, 8, 15, 1032, -985]);
});

test("it keeps single points of a layer apart by their spaces", () => {
  assert.deepEqual(unpackLayer("CC EE"), [[1, 1], [2, 2]]);
});

test("an absent layer has no lines", () => {
  assert.deepEqual(unpackLayer(undefined), []);
});
