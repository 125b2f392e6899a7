import assert from "node:assert/strict";
import test from "node:test";

import { anchor, cluster, size, stack } from "./static/js/map/cluster.js";

const point = (id, lon, lat, properties = {}) => ({ geometry: { type: "Point", coordinates: [lon, lat] }, properties: { id, precise: true, ...properties } });
const project = ({ lon, lat }) => [lon * 100, -lat * 100];

test("developments at one place make one stack, in their order", () => {
  const [one, ...rest] = stack([point("a", 43.1, 36.3), point("b", 43.1, 36.3)]);
  assert.deepEqual(one.features.map((feature) => feature.properties.id), ["a", "b"]);
  assert.equal(rest.length, 0);
});

test("a pin and an area at the same spot stay apart", () => {
  assert.equal(stack([point("a", 43.1, 36.3), point("b", 43.1, 36.3, { precise: false, radius_km: 25 })]).length, 2);
});

test("an area takes the shape of its ground", () => {
  const area = { type: "Polygon", coordinates: [[[0, 0], [1, 0], [1, 1], [0, 0]]] };
  const [one] = stack([point("a", 43.1, 36.3, { precise: false, relation: { kind: "direction" }, area })]);
  assert.equal(one.outline, area);
});

test("a precise place has no outline, whatever its ground", () => {
  const [one] = stack([point("a", 43.1, 36.3, { area: { type: "Polygon", coordinates: [] } })]);
  assert.equal(one.outline, null);
});

test("the anchor of a polygon is inside of its bounds", () => {
  const [lon, lat] = anchor({ type: "Polygon", coordinates: [[[0, 0], [2, 0], [2, 2], [0, 2], [0, 0]]] });
  assert.deepEqual([lon, lat], [1, 1]);
});

test("near stacks join the largest, far ones do not", () => {
  const stacks = stack([point("a", 0, 0), point("b", 0.1, 0), point("c", 0.1, 0), point("d", 3, 0)]);
  const groups = cluster(stacks, project, 30);
  assert.deepEqual(groups.map((group) => size(group.stacks)).sort(), [1, 3]);
  assert.equal(groups.find((group) => size(group.stacks) === 3).stacks[0].lon, 0.1);
});

test("no development is lost or counted twice, however they lie", () => {
  const features = Array.from({ length: 500 }, (_, i) => point(`p${i}`, ((i * 37) % 100) / 10, ((i * 61) % 100) / 10));
  const groups = cluster(stack(features), project, 40);
  const ids = groups.flatMap((group) => group.stacks).flatMap((one) => one.features).map((feature) => feature.properties.id);
  assert.equal(new Set(ids).size, 500);
  assert.equal(ids.length, 500);
});

test("a feature that stands for several counts as many", () => {
  assert.equal(size(stack([point("a", 0, 0, { count: 7 }), point("b", 1, 1)])), 8);
});

test("clusters do not lie closer than their reach", () => {
  const features = Array.from({ length: 300 }, (_, i) => point(`p${i}`, ((i * 37) % 100) / 20, ((i * 61) % 100) / 20));
  const groups = cluster(stack(features), project, 40);
  groups.forEach((a, i) => groups.slice(i + 1).forEach((b) => assert.ok(Math.hypot(a.x - b.x, a.y - b.y) >= 40)));
});
