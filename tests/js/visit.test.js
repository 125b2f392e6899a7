import assert from "node:assert/strict";
import test from "node:test";

import { visitBefore } from "./static/js/visit.js";

function storage() {
  const kept = new Map();
  return { getItem: (name) => kept.get(name) ?? null, setItem: (name, value) => kept.set(name, value) };
}

test("the first visit has none before it", () => assert.equal(visitBefore(storage(), storage(), "monday"), null));

test("a later visit knows when the one before it ended, on each of its pages", () => {
  const local = storage();
  visitBefore(local, storage(), "monday");
  const tuesday = storage();
  assert.equal(visitBefore(local, tuesday, "tuesday, page one"), "monday");
  assert.equal(visitBefore(local, tuesday, "tuesday, page two"), "monday");
  assert.equal(visitBefore(local, storage(), "wednesday"), "tuesday, page two");
});

test("a browser that keeps nothing is no error", () => {
  const refuses = { getItem: () => { throw new Error("denied"); }, setItem: () => {} };
  assert.equal(visitBefore(refuses, refuses, "monday"), null);
});
