// What the layer of who holds what says: the popover of a place, rival words side by side, and the key below the map. All text
// goes in as text, never as HTML; the words come with the answer, in the reader's language.

import { swatch } from "./control-signs.js";
import { element, sentence } from "./popover.js";

/** The body of a place's popover: what stands, side by side; below it what was said before. */
export function controlBody(place, sides, words) {
  const body = element("div", "pop pop--hold");
  body.dir = document.documentElement.dir || "ltr"; // The map around it always runs from left to right.
  const head = element("p", "pop__head");
  head.append(swatch(place, sides), element("bdi", "", place.name), element("span", "pop__state", place.state_label));
  const standing = place.said.filter((one) => one.stands);
  const earlier = place.said.filter((one) => !one.stands);
  body.append(head, list(standing, words, "pop__sides"));
  if (earlier.length) body.append(element("p", "pop__before", words.earlier), list(earlier, words, "pop__sides pop__sides--before"));
  const foot = element("p", "pop__meta pop__shape", place.shape);
  if (document.getElementById(`held-${place.key}`)) {
    const link = element("a", "pop__all", words.all);
    link.href = `#held-${place.key}`;
    foot.append(" ", link);
  }
  body.append(foot);
  return body;
}

function list(said, words, className) {
  const box = element("ul", className);
  for (const one of said) {
    const entry = element("li", `pop__side${one.old ? " old" : ""}`);
    const head = element("p", "pop__kind");
    head.append(...(one.holder ? [element("bdi", "", one.holder)] : []), element("span", "", one.status));
    const quote = element("blockquote", "pop__quote");
    quote.dir = "auto";
    quote.append(...sentence(one));
    const link = element("a", "pop__link", words.read);
    link.href = one.url;
    entry.append(head, ...(one.contender ? [element("p", "pop__meta", one.contender)] : []), quote, meta([one.source, ...one.meta], "strong"), meta([one.when, one.reported]), link);
    box.append(entry);
  }
  return box;
}

function meta(parts, first = "span") {
  const line = element("p", "pop__meta");
  parts.filter(Boolean).forEach((text, n) => line.append(element(n ? "span" : first, "", text)));
  return line;
}

/** The key: the sides that are drawn, the signs that are, and what could not be drawn. */
export function controlKey({ sides, states, left, old }) {
  const known = new Map(sides.map((side) => [side.slug, side]));
  const items = sides.map((side) => {
    const item = element("li", "legend__item");
    item.append(swatch({ state: "controlled", sides: [side.slug] }, known), element("b", "", side.short));
    if (side.short !== side.name) item.append(element("bdi", "", side.name));
    return item;
  });
  for (const [state, meaning] of states) {
    const item = element("li", "legend__item");
    item.append(swatch({ state, sides: [] }, known), element("span", "", meaning));
    items.push(item);
  }
  if (old) items.push(element("li", "legend__item", old));
  if (left) {
    const item = element("li", "legend__item");
    const link = element("a", "", left);
    link.href = "#control";
    item.append(link);
    items.push(item);
  }
  return items;
}
