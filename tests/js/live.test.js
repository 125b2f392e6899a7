import assert from "node:assert/strict";
import test from "node:test";

import { news, pause } from "./static/js/live.js";

const shown = { stamp: "a1", total: "4" };

test("the same stamp is no news", () => assert.equal(news(shown, { stamp: "a1", total: 4 }), null));

test("more developments are counted", () => assert.deepEqual(news(shown, { stamp: "b2", total: 7 }), { more: 3 }));

test("a correction or a withdrawal is a change without a number", () => {
  assert.deepEqual(news(shown, { stamp: "b2", total: 4 }), { more: 0 });
  assert.deepEqual(news(shown, { stamp: "b2", total: 3 }), { more: 0 });
});

test("each failure makes it wait twice as long, up to ten minutes", () => {
  assert.deepEqual([0, 1, 2, 9].map((failures) => pause(failures, 0.5)), [30_000, 60_000, 120_000, 600_000]);
});
