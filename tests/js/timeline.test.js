import assert from "node:assert/strict";
import test from "node:test";

import { beyond, returning, step } from "./static/js/timeline.js";

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

test("who stood on a mark stands on the same development again", () => {
  assert.equal(returning({ id: "b", day: 1 }, [{ id: "a", day: 1 }, { id: "b", day: 9 }]), 1);
});

test("where that one is gone, on the nearest day", () => {
  assert.equal(returning({ id: "b", day: 8 }, [{ id: "a", day: 1 }, { id: "c", day: 9 }]), 1);
  assert.equal(returning({ id: undefined, day: 2 }, [{ id: undefined, day: 1 }, { id: undefined, day: 9 }]), 0);
});

test("without marks there is nowhere to stand", () => {
  assert.equal(returning({ id: "b", day: 8 }, []), -1);
});

test("more lies beyond an edge that is not the drawing's own", () => {
  assert.equal(beyond({ scrollLeft: 0, clientWidth: 300, scrollWidth: 300 }), "");
  assert.equal(beyond({ scrollLeft: 700, clientWidth: 300, scrollWidth: 1000 }), "earlier");
  assert.equal(beyond({ scrollLeft: 10, clientWidth: 300, scrollWidth: 1000 }), "earlier later");
});
