// Where the small labels of who holds what go: beside their place, clear of markers and of each other. Pure.

export const LABEL_HEIGHT = 24;
const GAP = 3;
const LEAST = 10; // pixels: a marker may stand on the place

const EDGE = 2; // pixels between a label and the edge of the view
const ARABIC = /[\u0600-\u06ff]/;

/** The width of a label with a text, in pixels; wide letters have room, and Arabic ones join and are narrow. */
export const labelWidth = (text) => Math.max(LABEL_HEIGHT, 27 + Math.ceil((ARABIC.test(text) ? 5.2 : 7.6) * [...text].length));

/**
 * Boxes for labels by key: {left, top, right, bottom, dx, dy, leader}, `dx` and `dy` being where the place lies from the box's
 * corner, `leader` the point of the box to draw a line to where it lies further off. A label ({key, x, y, width, reach, rank}) that finds no room has none. `taken` are boxes to keep clear of; a low rank goes first.
 * Of a place within the `view` all of the label is, or none: half a word at the edge would be read as another.
 */
export function layOut(wanted, taken, view = null) {
  const laid = new Map();
  const full = [...taken];
  for (const one of [...wanted].sort((a, b) => a.rank - b.rank)) {
    const around = spots(one);
    const here = view && holds(view, one);
    const moved = here ? around.map((spot) => drawnIn(spot, view)) : [];
    const free = [...around, ...moved].filter((spot) => !full.some((other) => meet(spot, other)));
    const box = free.find((spot) => !view || inside(spot, view)) || (here ? null : free[0]);
    if (!box) continue;
    laid.set(one.key, { ...box, dx: one.x - box.left, dy: one.y - box.top, leader: box.far ? nearest(box, one) : null });
    full.push(box);
  }
  return laid;
}

/** Below, right, left, above, and twice more around a place, further off. */
function spots({ x, y, width, reach }) {
  const near = Math.min(Math.max(reach, LEAST), 34) + GAP;
  return [0, 1, 2].flatMap((ring) => {
    const [off, far] = [near + ring * LABEL_HEIGHT, ring > 0];
    const corners = [
      [x - width / 2, y + off],
      [x + off, y - LABEL_HEIGHT / 2],
      [x - off - width, y - LABEL_HEIGHT / 2],
      [x - width / 2, y - off - LABEL_HEIGHT],
    ];
    return corners.map(([left, top]) => ({ left, top, right: left + width, bottom: top + LABEL_HEIGHT, far }));
  });
}

/** The same box drawn away from the edges of the view, to lie in it whole. */
function drawnIn({ left, top, right, bottom }, view) {
  const x = Math.max(view.left + EDGE - left, Math.min(0, view.right - EDGE - right));
  const y = Math.max(view.top + EDGE - top, Math.min(0, view.bottom - EDGE - bottom));
  return { left: left + x, top: top + y, right: right + x, bottom: bottom + y, far: true };
}

const holds = ({ left, top, right, bottom }, { x, y }) => x >= left && x <= right && y >= top && y <= bottom;

/** The point of a box that is nearest to a place. */
const nearest = ({ left, top, right, bottom }, { x, y }) => [Math.min(Math.max(x, left), right), Math.min(Math.max(y, top), bottom)];

const inside = (a, b) => a.left >= b.left && a.right <= b.right && a.top >= b.top && a.bottom <= b.bottom;

function meet(a, b) {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}
