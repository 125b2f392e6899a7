// A period chosen on the timeline: by dragging over its days, or with "[" and "]" on a mark, which begin and end it there.
// It goes into the days of the filters, and so into the address.

import { dayAfter } from "./play.js";

/** The days between two places of a timeline, in pixels: [from, to] as numbers of days, whichever came first. */
export function daysBetween(a, b, column, count) {
  const day = (x) => Math.min(count - 1, Math.max(0, Math.floor(x / column)));
  return [day(Math.min(a, b)), day(Math.max(a, b))];
}

/** A period with new days in it; an old day that would end it before it begins is dropped. */
export function settled(old, days) {
  const { from, to } = { ...old, ...days };
  if (!from || !to || from <= to) return { from, to };
  return { from: days.from || "", to: days.to || "" };
}

const LEAST = 5; // pixels: less is a click

/** Listen to drags and keys on this page's timeline. */
export function startPeriod() {
  document.addEventListener("pointerdown", (event) => {
    const svg = event.target.closest(".tl:not(.tl--names)");
    if (!svg || event.target.closest("a") || event.pointerType === "touch" || event.button) return;
    event.preventDefault();
    drag(svg, event);
  });
  document.addEventListener("keydown", (event) => {
    const mark = event.target.closest?.(".tl__mark, .tl__bar, .tl__heap");
    const field = { "[": "from", "]": "to" }[event.key];
    if (!mark || !field || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    const { first, column } = document.querySelector(".play").dataset;
    const { x, width } = mark.getBBox();
    const end = mark.matches(".tl__bar") ? x + width - 1 : x + width / 2;
    const start = mark.matches(".tl__bar") ? x + 1 : x + width / 2;
    choose({ [field]: dayAfter(first, Math.floor((field === "from" ? start : end) / column)) });
  });
}

function drag(svg, { clientX: begun, pointerId }) {
  const { first, column, days } = document.querySelector(".play").dataset;
  const left = svg.getBoundingClientRect().left;
  const band = svg.querySelector(".tl__chosen");
  let [at, over] = [begun, null];
  const move = (event) => {
    at = event.clientX;
    if (Math.abs(at - begun) < LEAST) return;
    over = daysBetween(begun - left, at - left, column, days);
    band.setAttribute("x", over[0] * column);
    band.setAttribute("width", (over[1] - over[0] + 1) * column);
  };
  const end = (event) => {
    svg.removeEventListener("pointermove", move);
    band.setAttribute("width", 0);
    if (over && event.type === "pointerup") choose({ from: dayAfter(first, over[0]), to: dayAfter(first, over[1]) });
  };
  svg.setPointerCapture(pointerId);
  svg.addEventListener("pointermove", move);
  svg.addEventListener("pointerup", end, { once: true });
  svg.addEventListener("pointercancel", end, { once: true });
}

/** Set the days of the filters and let them act. */
function choose(days) {
  const { elements } = document.getElementById("filters");
  const { from, to } = settled({ from: elements.from.value, to: elements.to.value }, days);
  [elements.from.value, elements.to.value] = [from, to];
  elements.from.dispatchEvent(new Event("change", { bubbles: true }));
}
