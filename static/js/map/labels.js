// Chooses which names are written and where, so that none covers another or a marker. Pure: widths come from `measure`.

const TOWNS = new Set(["t", "k"]);
const GAP = 5;
const APART = { x: 3, y: 1 }; // pixels between names: two that touch read as one, above all where letters join
const ARABIC = /[\u0600-\u06ff]/;

/** How a label looks, from its kind, weight (ten times the logarithm of its people) and the zoom. */
export function styleOf(label, zoom) {
  if (label.kind === "c") return countryStyle(label, zoom);
  if (label.kind === "p") return { size: 10.5, weight: 400, caps: true, spacing: 1.2, color: "province" };
  if (label.kind === "w") return { size: 12, weight: 400, italic: true, spacing: 0.6, color: "water", serif: true };
  if (label.kind === "r") return { size: 11, weight: 400, italic: true, spacing: 0.8, color: "river", serif: true };
  const large = label.kind === "k" || label.weight >= 60;
  const size = (large ? 12 : 11) + (zoom >= 7 && large ? 1 : 0) + (zoom >= 9 ? 0.5 : 0);
  return { size: zoom <= 5 ? Math.min(size, 11.5) : size, weight: large && zoom >= 6 ? 600 : 400, color: "town" };
}

/** Arabic letters join, and do not slant: no space between them, the upright font. */
const joined = ({ spacing, italic, serif, ...style }) => ({ ...style, size: style.size + 1 });

function countryStyle(label, zoom) {
  const great = label.weight >= 85;
  if (zoom <= 4) return { size: great ? 10.5 : 9.5, weight: 500, caps: true, spacing: 1, color: "country" };
  return { size: zoom >= 6 ? 13 : great ? 11.5 : 10.5, weight: 600, caps: true, spacing: zoom >= 6 ? 3 : 2, color: "country" };
}

/**
 * The labels that find room, strongest first, each with `text`, `style`, `x`, `y` (its box's left and middle), `width`, and
 * for towns `dot` {x, y}. `labels` have x, y in pixels of the view; `obstacles` are boxes {left, top, right, bottom};
 * with a `frame`, such a box, only names that it holds whole are written, but for those of pins.
 */
export function layOut(labels, zoom, obstacles, measure, size, frame = null) {
  const taken = new Boxes(obstacles);
  const placed = [];
  const near = ({ x, y }) => x > -80 && y > -20 && x < size.width + 80 && y < size.height + 20;
  const wanted = labels.filter((label) => shown(label, zoom) && near(label)).sort((a, b) => rank(b) - rank(a));
  for (const label of wanted) if (label.kind === "k" && !label.covered) taken.add(dotBox(label));
  for (const label of wanted) {
    if (label.kind === "t" && !label.covered && !taken.free(dotBox(label))) continue;
    const name = label.spoken || label.name;
    const style = ARABIC.test(name) ? joined(styleOf(label, zoom)) : styleOf(label, zoom);
    const text = style.caps ? name.toLocaleUpperCase() : name;
    const width = measure(text, style);
    const free = spots(label, width, style.size).filter((box) => taken.free(wider(box)));
    const spot = free.find((box) => !frame || within(box, frame)) || (label.pinned ? free[0] : null);
    if (!spot) continue;
    taken.add(spot);
    const entry = { text, style, width, x: spot.left, y: (spot.top + spot.bottom) / 2 };
    if (TOWNS.has(label.kind) && !label.covered) {
      entry.dot = { x: label.x, y: label.y, capital: label.kind === "k" };
      taken.add(dotBox(label));
    }
    placed.push(entry);
  }
  return placed;
}

const wider = ({ left, top, right, bottom }) => ({ left: left - APART.x, top: top - APART.y, right: right + APART.x, bottom: bottom + APART.y });

const within = (box, frame) => box.left > frame.left && box.right < frame.right && box.top > frame.top && box.bottom < frame.bottom;

const dotBox = ({ x, y, kind }) => {
  const half = kind === "k" ? 4 : 3;
  return { left: x - half, top: y - half, right: x + half, bottom: y + half };
};

function shown(label, zoom) {
  if (label.pinned || label.hidden) return Boolean(label.pinned);
  if (label.kind === "c") return zoom <= 7 && label.zoom <= zoom;
  return label.zoom <= zoom;
}

const KIND_RANK = { c: 40, k: 30, t: 0, w: 12, r: -12, p: -20 };

function rank(label) {
  return (label.pinned ? 1000 : 0) + KIND_RANK[label.kind] + label.weight - 4 * label.zoom;
}

/** The boxes where a label may stand, best first: beside, above or below a town's dot; around the point of any other. */
function spots(label, width, size) {
  const half = size * 0.62;
  const box = (left, middle) => ({ left, top: middle - half, right: left + width, bottom: middle + half });
  const { x, y } = label;
  if (!TOWNS.has(label.kind)) return [0, -12, 12, -22, 22].map((shift) => box(x - width / 2, y + shift));
  const out = (label.room || 0) + GAP + (label.kind === "k" ? 2 : 0);
  return [
    box(x + out, y),
    box(x - out - width, y),
    box(x - width / 2, y - out - half),
    box(x - width / 2, y + out + half),
    box(x + out * 0.7, y - out - half * 0.6),
    box(x + out * 0.7, y + out + half * 0.6),
    box(x - out * 0.7 - width, y - out - half * 0.6),
    box(x - out * 0.7 - width, y + out + half * 0.6),
  ];
}

/** Boxes kept by cells, so that asking for room stays quick with hundreds of them. */
class Boxes {
  constructor(boxes) {
    this.cells = new Map();
    boxes.forEach((box) => this.add(box));
  }

  add(box) {
    for (const key of keys(box)) {
      if (!this.cells.has(key)) this.cells.set(key, []);
      this.cells.get(key).push(box);
    }
  }

  free(box) {
    const clash = (other) => box.left < other.right && other.left < box.right && box.top < other.bottom && other.top < box.bottom;
    return !keys(box).some((key) => (this.cells.get(key) || []).some(clash));
  }
}

function keys(box) {
  const found = [];
  for (let x = Math.floor(box.left / 64); x <= Math.floor(box.right / 64); x += 1) {
    for (let y = Math.floor(box.top / 64); y <= Math.floor(box.bottom / 64); y += 1) found.push(`${x},${y}`);
  }
  return found;
}
