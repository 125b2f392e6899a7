import assert from "node:assert/strict";
import test from "node:test";

import { daysBetween } from "./static/js/period.js";
import { dayAfter, daysAfter, inWords, until } from "./static/js/play.js";

test("days are counted over the ends of months and of summer time", () => {
  assert.equal(dayAfter("2016-02-28", 1), "2016-02-29");
  assert.equal(dayAfter("2016-10-25", 10), "2016-11-04");
});

test("what an address holds is a day of the timeline or none", () => {
  assert.equal(daysAfter("2016-10-25", "2016-11-04"), 10);
  assert.equal(daysAfter("2016-10-25", "2016-10-24"), -1);
  for (const none of [null, "", "soon", "2016-13-40"]) assert.ok(Number.isNaN(daysAfter("2016-10-25", none)));
});

test("a day is said as the pages say it", () => {
  assert.equal(inWords("2016-12-11", "en"), "11 Dec 2016");
  assert.equal(inWords("2016-12-11", "ar"), "11 ديسمبر 2016");
});

test("the end of the period is the day played, whatever it was", () => {
  assert.equal(until("front=aleppo-2016&to=2016-12-11", "2016-12-01"), "front=aleppo-2016&to=2016-12-01");
  assert.equal(until("", "2016-12-01"), "to=2016-12-01");
});

test("a drag chooses whole days, in either direction, and none beyond the ends", () => {
  assert.deepEqual(daysBetween(25, 95, 20, 10), [1, 4]);
  assert.deepEqual(daysBetween(95, 25, 20, 10), [1, 4]);
  assert.deepEqual(daysBetween(-30, 500, 20, 10), [0, 9]);
});
