import assert from "node:assert/strict";
import test from "node:test";

import { fromRows, size } from "./static/js/map/cluster.js";
import { Feed, around, within } from "./static/js/map/feed.js";

test("a row is a stack with its counts; precise or as wide as its key says", () => {
  const [pin, area] = fromRows([["36.2000,37.1600,p", 1, 1, 0, 0, 0, "Aleppo", "Clash", "1 Dec"], ["35.0000,38.3000,330", 4, 0, 7, 0, 2, "Syria"]]);
  assert.deepEqual([pin.lat, pin.lon, pin.precise, pin.name, pin.date], [36.2, 37.16, true, "Aleppo", "1 Dec"]);
  assert.deepEqual([area.precise, area.radius, area.spots, size([area])], [false, 330, 4, 9]);
});

test("what is asked for holds the view with a margin, and near views ask the same", () => {
  const box = around([36.2, 33.1, 40.3, 37.4]);
  assert.ok(within([36.2, 33.1, 40.3, 37.4], box));
  assert.deepEqual(around([36.21, 33.11, 40.31, 37.41]), box);
});

test("what is held serves panning within it, a nearer view of spots, but no other filters and no other zoom of cells", () => {
  const feed = new Feed({ query: "kind=clash" });
  const view = [36, 33, 40, 37];
  assert.ok(!feed.serves(view, 6));
  feed.held = { box: around(view), zoom: 6, query: "kind=clash", whole: false, cells: true };
  assert.ok(feed.serves([36.5, 33.5, 40.5, 37.5], 6));
  assert.ok(!feed.serves(view, 7));
  feed.held.cells = false;
  assert.ok(feed.serves([37, 34, 38, 35], 8));
  assert.ok(!feed.serves([50, 33, 54, 37], 6));
  feed.held.whole = true;
  assert.ok(feed.serves([50, 33, 54, 37], 3));
  feed.query = "kind=aid";
  assert.ok(!feed.serves(view, 6));
});
