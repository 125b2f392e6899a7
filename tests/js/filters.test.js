import assert from "node:assert/strict";
import test from "node:test";

import { addressOf } from "./static/js/filters.js";

test("an address leaves out what is empty and keeps repeated values", () => {
  const entries = [["q", ""], ["from", ""], ["country", "SY"], ["country", "IQ"], ["kind", "killed"]];
  assert.equal(addressOf("/", entries), "/?country=SY&country=IQ&kind=killed");
});

test("an empty form is the page itself", () => {
  assert.equal(addressOf("/fronts/aleppo-2016/", [["q", ""]]), "/fronts/aleppo-2016/");
});

test("words are encoded", () => {
  assert.equal(addressOf("/", [["q", "a&b=الرقة"]]), `/?q=a%26b%3D${encodeURIComponent("الرقة")}`);
});
