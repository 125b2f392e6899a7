// Reads the packed lines of a basemap square. Pure: no page, no Leaflet. The packing is told in docs/basemap.md.

const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const DIGITS = new Uint8Array(128);
for (let i = 0; i < ALPHABET.length; i += 1) DIGITS[ALPHABET.charCodeAt(i)] = i;

/** The whole numbers of one packed line: [x0, y0, x1, y1, …] in units from the square's north-west corner. */
export function unpackLine(text) {
  const points = [];
  let x = 0;
  let y = 0;
  let at = 0;
  const next = () => {
    let value = 0;
    let shift = 0;
    for (;;) {
      const digit = DIGITS[text.charCodeAt(at)];
      at += 1;
      value |= (digit & 31) << shift;
      if (digit < 32) break;
      shift += 5;
    }
    return value & 1 ? -((value + 1) >> 1) : value >> 1;
  };
  while (at < text.length) {
    x += next();
    y += next();
    points.push(x, y);
  }
  return points;
}

/** All lines of a layer (packed, with spaces between). An absent layer has none. */
export function unpackLayer(text) {
  return text ? text.split(" ").map(unpackLine) : [];
}
