import assert from "node:assert/strict";
import test from "node:test";

import { holds } from "./static/js/linked.js";

test("an id is found among others, whole", () => {
  assert.equal(holds("abc def", "def"), true);
  assert.equal(holds("abc def", "de"), false);
});

test("no id is in no list", () => {
  assert.equal(holds("", ""), false);
  assert.equal(holds(null, "abc"), false);
  assert.equal(holds("abc", undefined), false);
});
