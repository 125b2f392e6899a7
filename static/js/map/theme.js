// The map's colours and fonts, from the custom properties of map.css, so that light and dark live in one place.

const LINES = ["sea", "land", "lake", "coast", "shore", "river", "border", "disputed", "province-line", "halo"];
const NAMES = ["country", "province", "town", "water", "river"];

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

/** Asks for the fonts that names are written in, since a canvas does not; settles when they are there or cannot be had. */
export function loadFonts({ fonts: { sans, serif } }) {
  const wanted = [`400 12px ${sans}`, `600 12px ${sans}`, `italic 400 12px ${serif}`];
  return Promise.allSettled(wanted.map((font) => document.fonts.load(font)));
}
