import assert from "node:assert/strict";
import test from "node:test";

import { LABEL_HEIGHT, labelWidth, layOut } from "./static/js/map/control-labels.js";
import { look, patternOf } from "./static/js/map/control-signs.js";

const SIDES = new Map([["army", { short: "SGF", colour: 3 }], ["rebels", { short: "SR", colour: 5 }]]);
const label = (key, x, y, more = {}) => ({ key, x, y, width: 40, reach: 10, rank: 1, ...more });
const meet = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

test("each state has its own look, and a short name stands beside the colour", () => {
  const seen = ["controlled", "claimed", "contested", "besieged", "unknown"].map((state) => look({ state, sides: ["army"] }, SIDES));
  assert.equal(new Set(seen.map(({ names, fill }) => `${names} ${fill}`)).size, 5);
  assert.ok(seen.every(({ text }) => text === "SGF"));
});

test("a contested place is striped in the colours of both, and named by both", () => {
  const { fill, text } = look({ state: "contested", sides: ["army", "rebels"] }, SIDES);
  assert.equal(fill, "url(#hold-contested-3-5)");
  assert.equal(text, "SGF / SR");
});

test("who is not known has ink for a colour and a question mark for a name", () => {
  assert.equal(patternOf("contested", []), "hold-contested-none-paper");
  assert.equal(patternOf("contested", [3]), "hold-contested-3-none");
  assert.equal(look({ state: "unknown", sides: [] }, SIDES).text, "?");
});

test("what was said long ago is paler", () => {
  assert.match(look({ state: "controlled", sides: ["army"], old: true }, SIDES).names, /hold--old/);
});

test("labels lie clear of markers and of each other", () => {
  const markers = [{ left: -12, top: -12, right: 12, bottom: 12 }, { left: -30, top: 12, right: 30, bottom: 40 }];
  const laid = layOut([label("a", 0, 0), label("b", 4, 4), label("c", 300, 0)], markers);
  const boxes = [...laid.values()];
  assert.equal(boxes.length, 3);
  for (const [n, one] of boxes.entries()) for (const other of [...markers, ...boxes.slice(n + 1)]) assert.equal(meet(one, other), false);
});

test("where there is no room some have none, and those of higher rank go first", () => {
  const crowd = Array.from({ length: 30 }, (_, n) => label(`k${n}`, n % 3, n % 2));
  const laid = layOut([...crowd, label("contested", 1, 1, { rank: 0 })], []);
  assert.ok(laid.size < 12);
  assert.ok(laid.has("contested"));
});

test("a label further off has a line to its place, a near one none", () => {
  const ring = [[-40, 13, 40, 36], [13, -36, 36, 36], [-36, -36, -13, 36], [-40, -36, 40, -13]].map(([left, top, right, bottom]) => ({ left, top, right, bottom }));
  const { leader, left, top, dx, dy } = layOut([label("far", 0, 0)], ring).get("far");
  assert.deepEqual([left + dx, top + dy], [0, 0]);
  assert.deepEqual(leader, [0, 13 + LABEL_HEIGHT]);
  assert.equal(layOut([label("near", 0, 0)], []).get("near").leader, null);
});

test("a label lies within the view where it can", () => {
  const view = { left: 0, top: 0, right: 100, bottom: 100 };
  const { left, right, top, bottom } = layOut([label("edge", 95, 50)], [], view).get("edge");
  assert.ok(left >= 0 && right <= 100 && top >= 0 && bottom <= 100);
});

test("a wide label at the edge is drawn into the view, and keeps its line", () => {
  const view = { left: 0, top: 0, right: 200, bottom: 200 };
  const marker = { left: 180, top: 88, right: 212, bottom: 112 };
  const { left, right, leader } = layOut([{ ...label("edge", 195, 100), width: 160 }], [marker], view).get("edge");
  assert.ok(left >= 0 && right <= 200);
  assert.ok(leader);
});

test("a place in the view whose label has room only beyond its edge has none", () => {
  const view = { left: 0, top: 0, right: 200, bottom: 200 };
  const full = { left: 0, top: 0, right: 199, bottom: 200 };
  assert.equal(layOut([label("edge", 198, 100)], [full], view).size, 0);
  assert.equal(layOut([label("beyond", 240, 100)], [full], view).size, 1);
});

test("a label is as wide as its words and never smaller than a finger's target", () => {
  assert.ok(labelWidth("SGF / SR") > labelWidth("SGF"));
  assert.ok(labelWidth("") >= 24);
});
