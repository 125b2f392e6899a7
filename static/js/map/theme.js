// The map's colours and fonts, from the custom properties of map.css, so that light and dark live in one place.

const LINES = ["sea", "land", "lake", "coast", "shore", "river", "border", "province-line", "halo"];
const NAMES = ["country", "province", "town", "water"];

/** {lines: {sea, land, …}, names: {country, …, halo}, fonts: {sans, serif}} as the page has them now. */
export function readTheme(element) {
  const style = getComputedStyle(element);
  const value = (name) => style.getPropertyValue(name).trim();
  const read = (keys, prefix) => Object.fromEntries(keys.map((key) => [key, value(`${prefix}${key}`)]));
  const lines = read(LINES, "--map-");
  return {
    lines,
    names: { ...read(NAMES, "--map-name-"), halo: lines.halo, sea: lines.sea },
    fonts: { sans: value("--font-sans") || "sans-serif", serif: value("--font-serif") || "serif" },
  };
}
