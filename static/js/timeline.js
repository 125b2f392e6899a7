// The timeline by keyboard: arrow keys step from mark to mark in the order of days; Home and End go to its ends.
// One mark is in the tab order at a time, so that a long timeline is one stop and not a hundred. Who stands on a mark
// while the page's parts are swapped stands on it again in the new drawing, or on the nearest.

import { dayAfter } from "./play.js";

const MARKS = ".tl__mark, .tl__bar, .tl__heap";

/** Where a key leads from place `at` of `count`, or null where it is none of ours. */
export function step(key, at, count) {
  const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: count - 1 }[key];
  return to === undefined ? null : Math.min(count - 1, Math.max(0, to));
}

/** The place among marks of one that was left: the same development, else the one of the nearest day; -1 where there is none. */
export function returning({ id, day }, marks) {
  const same = marks.findIndex((one) => id && one.id === id);
  if (same >= 0) return same;
  const off = marks.map((one) => Math.abs(one.day - day));
  return off.indexOf(Math.min(...off));
}

/** Make the timeline of this page steppable, and start it at its newest days. */
export function startTimeline() {
  let left = null;
  prepare();
  document.addEventListener("page:swapping", () => {
    const mark = document.activeElement?.closest(MARKS);
    left = mark && placeOf(mark);
  });
  document.addEventListener("page:swapped", () => {
    prepare();
    const marks = left ? inOrder() : [];
    if (marks.length) enter(marks, returning(left, marks.map(placeOf)));
    left = null;
  });
  document.addEventListener("keydown", (event) => {
    const mark = event.target.closest?.(MARKS);
    if (!mark || event.altKey || event.ctrlKey || event.metaKey) return;
    const marks = inOrder();
    const to = step(event.key, marks.indexOf(mark), marks.length);
    if (to === null) return;
    event.preventDefault();
    enter(marks, to);
  });
}

function enter(marks, to) {
  for (const one of marks) one.setAttribute("tabindex", "-1");
  marks[to].setAttribute("tabindex", "0");
  marks[to].focus();
}

/** Which development a mark is of, and on which day it stands, in milliseconds. */
function placeOf(mark) {
  const { first, column } = document.querySelector(".play").dataset;
  const { x, width } = mark.getBBox();
  return { id: mark.dataset.id, day: Date.parse(dayAfter(first, Math.floor((x + width / 2) / column))) };
}

function prepare() {
  const scroll = document.querySelector(".timeline__scroll");
  if (!scroll) return;
  scroll.scrollLeft = scroll.scrollWidth;
  scroll.addEventListener("scroll", () => tellMore(scroll), { passive: true });
  new ResizeObserver(() => tellMore(scroll)).observe(scroll);
  const marks = inOrder();
  for (const one of marks) one.setAttribute("tabindex", "-1");
  marks.at(-1)?.setAttribute("tabindex", "0");
}

/** What lies beyond the two edges of what shows of a drawing, in pixels: "earlier", "later", both or nothing. */
export function beyond({ scrollLeft, clientWidth, scrollWidth }) {
  return [scrollLeft > 1 && "earlier", scrollLeft + clientWidth < scrollWidth - 1 && "later"].filter(Boolean).join(" ");
}

function tellMore(scroll) {
  scroll.parentElement.dataset.more = beyond(scroll);
}

function inOrder() {
  const left = (one) => one.getBoundingClientRect().left;
  return [...document.querySelectorAll(MARKS)].sort((a, b) => left(a) - left(b));
}
