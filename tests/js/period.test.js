import assert from "node:assert/strict";
import test from "node:test";

import { settled } from "./static/js/period.js";

test("a new end leaves the beginning as it was", () => {
  assert.deepEqual(settled({ from: "2016-12-01", to: "" }, { to: "2016-12-04" }), { from: "2016-12-01", to: "2016-12-04" });
});

test("an old beginning after the new end is dropped, and an old end before the new beginning", () => {
  assert.deepEqual(settled({ from: "2016-12-04", to: "" }, { to: "2016-10-17" }), { from: "", to: "2016-10-17" });
  assert.deepEqual(settled({ from: "", to: "2016-10-17" }, { from: "2016-12-04" }), { from: "2016-12-04", to: "" });
});
