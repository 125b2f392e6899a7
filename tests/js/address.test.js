import assert from "node:assert/strict";
import test from "node:test";

import { isOurs, readAddress, writeAddress } from "./static/js/map/address.js";

test("view, layers and day go into the address and come back", () => {
  const state = { view: { zoom: 7, lat: 36.2, lon: 37.16 }, on: ["control"], off: ["borders"], day: "2016-12-09" };
  const hash = writeAddress(state);
  assert.equal(hash, "#map=7/36.200/37.160&on=control&off=borders&day=2016-12-09");
  assert.deepEqual(readAddress(hash), state);
});

test("an address of the view alone, as it was always written, is read", () => {
  assert.deepEqual(readAddress("#map=5/-1.500/30.000"), { view: { zoom: 5, lat: -1.5, lon: 30 }, on: [], off: [], day: null });
});

test("nothing to remember is nothing in the address", () => {
  assert.equal(writeAddress({ view: null, on: [], off: [] }), "");
  assert.equal(writeAddress({ off: ["control"] }), "#off=control");
  assert.equal(writeAddress({ day: "2016-12-09" }), "#day=2016-12-09");
});

test("an anchor of the page, or nonsense, is not taken for the map's", () => {
  for (const hash of ["", "#control", "#c-map=7/1/1", "#held-palmyra"]) {
    assert.equal(isOurs(hash), false);
    assert.deepEqual(readAddress(hash), { view: null, on: [], off: [], day: null });
  }
  assert.equal(readAddress("#map=near/here").view, null);
});
