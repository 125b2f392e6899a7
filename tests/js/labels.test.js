import assert from "node:assert/strict";
import test from "node:test";

import { markPinned } from "./static/js/map/basemap.js";
import { layOut } from "./static/js/map/labels.js";

const SIZE = { width: 800, height: 600 };
const measure = (text) => text.length * 6;
const town = (name, x, y, more = {}) => ({ kind: "t", name, x, y, zoom: 5, weight: 50, ...more });
const names = (labels, zoom = 7, boxes = []) => layOut(labels, zoom, boxes, measure, SIZE).map((label) => label.text);
const overlap = (a, b) => a.x < b.x + b.width && b.x < a.x + a.width && Math.abs(a.y - b.y) < 10;

test("of two towns at one spot the larger is named", () => {
  const small = Array.from({ length: 20 }, (_, i) => town(`Village ${i}`, 400, 300, { weight: 30 }));
  const placed = names([...small, town("Mosul", 400, 300, { weight: 62 })]);
  assert.equal(placed[0], "Mosul");
  assert.ok(placed.length < 9);
});

test("no two names overlap in a crowd", () => {
  const crowd = Array.from({ length: 150 }, (_, i) => town(`Town ${i}`, 50 + ((i * 97) % 700), 50 + ((i * 61) % 500)));
  const placed = layOut(crowd, 7, [], measure, SIZE);
  assert.ok(placed.length > 20);
  placed.forEach((a, i) => placed.slice(i + 1).forEach((b) => assert.ok(!overlap(a, b), `${a.text} covers ${b.text}`)));
});

test("a name keeps clear of markers", () => {
  const box = { left: 400, top: 290, right: 470, bottom: 310 };
  const [placed] = layOut([town("Mosul", 396, 300)], 7, [box], measure, SIZE);
  assert.ok(placed.x + placed.width <= box.left || placed.y < box.top || placed.y > box.bottom);
});

test("a town is not named before its zoom, but is where a pin stands on it", () => {
  const box = { left: 392, top: 292, right: 408, bottom: 308, name: "Bashiqa" };
  assert.deepEqual(names([town("Bashiqa", 400, 300, { zoom: 9 })]), []);
  const labels = [town("Bashiqa", 401, 300, { zoom: 9 })];
  markPinned(labels, [box]);
  assert.deepEqual(names(labels, 7, [box]), ["Bashiqa"]);
});

test("a pinned place that the basemap does not know gets its name from the pin", () => {
  const labels = [town("Erbil", 600, 300)];
  const box = { left: 392, top: 292, right: 408, bottom: 308, name: "Robotyne" };
  markPinned(labels, [box]);
  assert.deepEqual(names(labels, 7, [box]), ["Robotyne", "Erbil"]);
});

test("a pin's own name wins over a neighbour that the pin hides", () => {
  const labels = [town("Hamdaniya suburb", 402, 302), town("Qaraqōsh", 399, 299)];
  const box = { left: 392, top: 292, right: 408, bottom: 308, name: "Qaraqosh" };
  markPinned(labels, [box]);
  assert.deepEqual(names(labels, 7, [box]), ["Qaraqōsh"]);
});

test("a great city half under its neighbour's pin keeps its name, without a second sign", () => {
  const labels = [town("Donetsk", 398, 306, { weight: 60 }), town("Suburb", 404, 303)];
  const box = { left: 390, top: 290, right: 410, bottom: 310, name: "Avdiivka" };
  markPinned(labels, [box]);
  const placed = layOut(labels, 6, [box], measure, SIZE);
  assert.deepEqual(placed.map((label) => label.text), ["Avdiivka", "Donetsk"]);
  assert.ok(placed.every((label) => !label.dot));
});

test("a name at the edge of the map stands on the side that can be read", () => {
  const frame = { left: 0, top: 0, right: 420, bottom: 600 };
  const [placed] = layOut([town("Sulaymaniyah", 400, 300)], 7, [], measure, SIZE, frame);
  assert.ok(placed.x + placed.width < 400);
});

test("country names go once one is near", () => {
  const iraq = { kind: "c", name: "Iraq", x: 300, y: 300, zoom: 3, weight: 86 };
  assert.deepEqual(names([iraq], 5), ["IRAQ"]);
  assert.deepEqual(names([iraq], 9), []);
});

test("a name is written in the page's language where the map has it; Arabic letters join", () => {
  const [alep, mosul] = layOut([town("Aleppo", 100, 100, { spoken: "Alep" }), { ...town("Nile", 400, 300, { spoken: "النيل" }), kind: "r" }], 7, [], measure, SIZE);
  assert.equal(alep.text, "Alep");
  assert.deepEqual([mosul.text, mosul.style.spacing, mosul.style.italic], ["النيل", undefined, undefined]);
});

test("a pin meets its town by either name", () => {
  const labels = [town("Aleppo", 100, 100, { spoken: "حلب" })];
  markPinned(labels, [{ left: 90, top: 90, right: 110, bottom: 110, name: "حلب" }]);
  assert.deepEqual([labels.length, labels[0].pinned], [1, true]);
});

test("names that stand side by side leave a gap between them", () => {
  const row = Array.from({ length: 12 }, (_, i) => town(`Town ${i}`, 100 + 44 * i, 300));
  const placed = layOut(row, 7, [], measure, SIZE);
  assert.ok(placed.length > 6);
  const level = (a, b) => Math.abs(a.y - b.y) < 10;
  placed.forEach((a) => placed.filter((b) => b.x > a.x && level(a, b)).forEach((b) => assert.ok(b.x - a.x - a.width >= 3, `${a.text} touches ${b.text}`)));
});
