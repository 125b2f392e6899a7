// Kinds of development, drawn in four classes, each with its own shape and colour. Pure but for `symbol`, which makes SVG.

const CLASSES = {
  battle: ["advance", "capture", "recapture", "withdrawal", "clash", "siege", "battle", "deployment"],
  strike: ["airstrike", "shelling", "bombing", "explosion", "strike"],
  people: ["displacement", "evacuation", "aid", "civilians"],
};

/** The classes in the order of the legend. */
export const CLASS_NAMES = ["battle", "strike", "people", "other"];

/** Paths in a box from -1 to 1. Each shape can be told from the others without its colour. */
const SHAPES = {
  battle: "M0-1.12 1.12 0 0 1.12-1.12 0Z",
  strike: "M0-1.1 1.05 .8-1.05 .8Z",
  people: "M-.86-.86H.86V.86H-.86Z",
  other: "M0-.98A.98 .98 0 0 1 0 .98A.98 .98 0 0 1 0-.98Z",
};

/** The class of a kind: battle, strike, people or other. */
export function classOf(kind) {
  return CLASS_NAMES.find((name) => CLASSES[name]?.includes(kind)) || "other";
}

/** Counts by class of stacks, in the legend's order, without the empty ones: [["battle", 3], …]. */
export function countByClass(stacks) {
  return CLASS_NAMES.map((name, i) => [name, stacks.reduce((sum, one) => sum + one.counts[i], 0)]).filter(([, count]) => count > 0);
}

const SVG = "http://www.w3.org/2000/svg";

/** An SVG element with attributes and children. */
export function svg(name, attributes = {}, ...children) {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children);
  return element;
}

/** The symbol of a class, `size` pixels wide; hollow for places known only roughly. */
export function symbol(className, size, { hollow = false, count = 0 } = {}) {
  const shape = svg("path", { d: SHAPES[className], class: `shape${hollow ? " shape--hollow" : ""}`, "vector-effect": "non-scaling-stroke" });
  const box = svg("svg", { viewBox: "-1.35 -1.35 2.7 2.7", width: size, height: size, class: `sign sign--${className}`, "aria-hidden": "true", focusable: "false" }, shape);
  if (count > 1) {
    const text = svg("text", { y: className === "strike" ? 0.62 : 0.36, "text-anchor": "middle", class: "shape__count", "font-size": count > 99 ? 0.8 : 1.02 });
    text.textContent = String(count);
    box.append(text);
  }
  return box;
}

/** A disc for a cluster: its count in a ring whose arcs show the classes within. */
export function disc(counts, total, size) {
  const box = svg("svg", { viewBox: "-20 -20 40 40", width: size, height: size, class: "disc", "aria-hidden": "true", focusable: "false" });
  box.append(svg("circle", { r: 18.5, class: "disc__paper" }));
  let start = 0;
  for (const [name, count] of counts) {
    const end = start + count / total;
    box.append(svg("path", { d: arc(16.5, start, end), class: `disc__arc disc__arc--${name}` }));
    start = end;
  }
  const text = svg("text", { y: 4.6, "text-anchor": "middle", class: "disc__count", "font-size": total > 999 ? 10.5 : 13 });
  text.textContent = total > 9999 ? `${Math.round(total / 1000)}k` : String(total);
  box.append(text);
  return box;
}

/** An arc as a path, from and to in parts of a turn, from twelve o'clock. */
export function arc(radius, start, end) {
  const point = (part) => [radius * Math.sin(2 * Math.PI * part), -radius * Math.cos(2 * Math.PI * part)].map((v) => v.toFixed(2)).join(" ");
  const middle = (start + end) / 2;
  const step = (to, from) => `A${radius} ${radius} 0 ${to - from > 0.5 ? 1 : 0} 1 ${point(to)}`;
  return `M${point(start)}${step(middle, start)}${step(end, middle)}`;
}
