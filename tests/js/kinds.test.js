import assert from "node:assert/strict";
import test from "node:test";

import { arc, classOf, countByClass } from "./static/js/map/kinds.js";
import { fill } from "./static/js/map/popover.js";

test("kinds have their classes, and one that is not known is other", () => {
  assert.deepEqual(["siege", "shelling", "evacuation", "talks", "never heard of"].map(classOf), ["battle", "strike", "people", "other", "other"]);
});

test("counts come in the legend's order without the empty classes", () => {
  assert.deepEqual(countByClass([{ counts: [2, 0, 1, 0] }, { counts: [0, 0, 3, 0] }]), [["battle", 2], ["people", 4]]);
});

test("an arc of a whole turn comes back to twelve o'clock", () => {
  const path = arc(10, 0, 1);
  assert.ok(path.startsWith("M0.00 -10.00"));
  assert.match(path, / 10\.00A.* -10\.00$/);
});

test("words are filled in by name, and a missing one is left to be seen", () => {
  assert.equal(fill("%n at %place, %when", { n: 2, place: "Raqa" }), "2 at Raqa, %when");
});
