import assert from "node:assert/strict";
import test from "node:test";

import { step } from "./static/js/timeline.js";

test("arrows step by one and stop at the ends", () => {
  assert.equal(step("ArrowRight", 0, 3), 1);
  assert.equal(step("ArrowRight", 2, 3), 2);
  assert.equal(step("ArrowLeft", 0, 3), 0);
});

test("Home and End go to the ends", () => {
  assert.equal(step("Home", 2, 3), 0);
  assert.equal(step("End", 0, 3), 2);
});

test("other keys are none of ours", () => {
  assert.equal(step("Enter", 1, 3), null);
});
