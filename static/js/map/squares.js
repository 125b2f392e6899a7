// Which squares of the basemap a view needs. Pure. A view is {left, top, width, height} in world pixels of its `zoom`.

/** World pixels at a zoom: the world is 256 pixels wide at zoom 0. */
export const worldSize = (zoom) => 256 * 2 ** zoom;

/** The index of the level drawn at a zoom: the last whose `first` is not above it. */
export function levelAt(levels, zoom) {
  let found = 0;
  levels.forEach((level, i) => {
    if (level.first <= zoom) found = i;
  });
  return found;
}

/**
 * The squares to draw and where: a Map from a square's name to {level, x, y, cells}, cells being the parts of the view that it
 * covers. `known` has a key for every square there is; where a fine one is not known, its coarse parent stands in.
 */
export function squaresFor(view, levels, known) {
  const top = levelAt(levels, view.zoom);
  const side = worldSize(view.zoom) / 2 ** levels[top].grid;
  const last = 2 ** levels[top].grid - 1;
  const span = (from, length) => [Math.max(0, Math.floor(from / side)), Math.min(last, Math.floor((from + length) / side))];
  const [west, east] = span(view.left, view.width);
  const [north, south] = span(view.top, view.height);
  const found = new Map();
  for (let y = north; y <= south; y += 1) {
    for (let x = west; x <= east; x += 1) {
      const square = standIn(x, y, top, levels, known);
      if (!square) continue;
      if (!found.has(square.name)) found.set(square.name, { ...square, cells: [] });
      found.get(square.name).cells.push({ x: x * side - view.left, y: y * side - view.top, side });
    }
  }
  return found;
}

function standIn(x, y, top, levels, known) {
  for (let i = top; i >= 0; i -= 1) {
    const up = levels[top].grid - levels[i].grid;
    const name = `${levels[i].grid}-${x >> up}-${y >> up}`;
    if (name in known) return { name, level: levels[i], x: x >> up, y: y >> up };
  }
  return null;
}
