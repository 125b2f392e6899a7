// How a place is drawn by what is said of who holds it: filled, hatched, striped, ringed or bare, in the colours of the sides.

import { svg } from "./kinds.js";

const BAND = 4.5; // pixels: the width of a stripe

/** {names, fill, text}: classes, fill and the words of the label of a place. */
export function look({ state, sides, old }, known) {
  const colours = sides.map((slug) => known.get(slug)?.colour).filter(Boolean);
  const names = [`hold--${state}`, `hold--${colours[0] || "none"}`, ...(old ? ["hold--old"] : [])].join(" ");
  const shorts = sides.map((slug) => known.get(slug)?.short).filter(Boolean);
  return { names, fill: fillOf(state, colours), text: shorts.join(" / ") || "?" };
}

/** The fill of a state: a pattern's address where it has one, else what the style sheet gives. */
export function fillOf(state, colours) {
  const name = patternOf(state, colours);
  return name ? `url(#${name})` : "none";
}

/** The id of the pattern of a state in these colours; empty for those without. */
export function patternOf(state, colours) {
  if (state === "claimed") return `hold-claimed-${colours[0] || "none"}`;
  if (state === "contested") return `hold-contested-${striped(colours).join("-")}`;
  return "";
}

/** Two colours at least: one that is not known is ink. */
const striped = (colours) => (colours.length > 1 ? colours.slice(0, 3) : [colours[0] || "none", colours.length ? "none" : "paper"]);

/** The patterns that some places need and the page does not have yet, each in an SVG of its own. */
export function patterns(places, known) {
  const made = new Map();
  for (const { state, sides } of places) {
    const colours = sides.map((slug) => known.get(slug)?.colour).filter(Boolean);
    const id = patternOf(state, colours);
    if (id && !made.has(id) && !document.getElementById(id)) made.set(id, pattern(id, state, colours));
  }
  return [...made.values()].map(defs);
}

/** The patterns of the legend's signs, which are of no side. */
export const signPatterns = () => ["claimed", "contested"].map((state) => [patternOf(state, []), state]).filter(([id]) => !document.getElementById(id)).map(([id, state]) => defs(pattern(id, state, [])));

const defs = (one) => svg("svg", { class: "map-defs", width: 0, height: 0, "aria-hidden": "true" }, svg("defs", {}, one));

function pattern(id, state, colours) {
  const bands = state === "claimed" ? [colours[0] || "none", "paper"] : striped(colours);
  const width = state === "claimed" ? 2.6 : BAND;
  const rects = bands.map((colour, n) => svg("rect", { x: n * width, width: width + 0.05, height: 12, class: `band band--${state} hold--${colour}` }));
  return svg("pattern", { id, width: bands.length * width, height: 12, patternUnits: "userSpaceOnUse", patternTransform: "rotate(45)" }, ...rects);
}

/** A small square that looks as the place does. */
export function swatch({ state, sides, ring, old = false }, known) {
  const { names, fill } = look({ state, sides, old }, known);
  const body = svg("rect", { x: 1.5, y: 1.5, width: 13, height: 13, rx: 2, class: `hold ${names}`, fill });
  const box = svg("svg", { viewBox: "0 0 16 16", width: 16, height: 16, class: "holdswatch", "aria-hidden": "true", focusable: "false" }, body);
  if (ring || state === "besieged") {
    for (const [name, value] of Object.entries({ x: 4, y: 4, width: 8, height: 8 })) body.setAttribute(name, value);
    box.append(svg("rect", { x: 1.4, y: 1.4, width: 13.2, height: 13.2, rx: 3, class: `hold__ring hold--${known.get(ring)?.colour || "none"}`, "stroke-width": 2, "stroke-dasharray": "0.1 3.3", "stroke-linecap": "round" }));
  }
  return box;
}
