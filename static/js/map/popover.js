// What a popover says, as elements. All text goes in as text, never as HTML.

import { classOf, symbol } from "./kinds.js";

/** The words the page may translate, by `data-words` (a json_script's id); these stand where it gives none. */
export const WORDS = {
  read: "Read it in the report",
  here: "%n developments at this place",
  cluster: "%n developments around %place; open to come nearer",
  one: "%kind, %place, %date",
  many: "%n developments, %place",
  more: "%n more are in the list",
  reported: "reported",
  close: "Close",
  zoom_in: "Come nearer",
  zoom_out: "Step back",
};

/** A word with its %names filled in. */
export function fill(word, values) {
  return word.replace(/%(\w+)/g, (whole, name) => (name in values ? String(values[name]) : whole));
}

/** The body of a popover for the developments of one place: those given, of `total`; the others are behind the `more` address. */
export function popover(features, words, { total = features.length, more = "" } = {}) {
  const body = element("div", "pop");
  body.dir = document.documentElement.dir || "ltr"; // The map around it always runs from left to right.
  if (total > 1) body.append(element("p", "pop__head", fill(words.here, { n: total })));
  const list = element(features.length > 1 ? "ol" : "div", "pop__list");
  for (const feature of features) {
    const entry = element(features.length > 1 ? "li" : "article", "pop__entry");
    entry.append(...development(feature.properties, words));
    list.append(entry);
  }
  body.append(list);
  if (more && total > features.length) {
    const link = element("a", "pop__link", fill(words.more, { n: total - features.length }));
    link.href = more;
    body.append(link);
  }
  return body;
}

function development(about, words) {
  const kind = element("p", "pop__kind");
  kind.append(symbol(classOf(about.kind), 13, { hollow: !about.precise }), element("span", "", about.kind_label));
  if (about.date) kind.append(element("span", "pop__date", about.date));
  const quote = element("blockquote", "pop__quote");
  quote.dir = "auto";
  quote.append(...sentence(about));
  const meta = element("p", "pop__meta");
  meta.append(element("strong", "", about.name || ""));
  for (const text of [about.precision, about.figures]) if (text) meta.append(element("span", "", text));
  const said = element("p", "pop__meta");
  if (about.source) said.append(element("span", "", about.source));
  if (about.reported) said.append(element("span", "", `${words.reported} ${about.reported}`));
  const parts = [kind, quote, meta, said];
  if (about.url) {
    const link = element("a", "pop__link", words.read);
    link.href = about.url;
    parts.push(link);
  }
  return parts;
}

/** The sentence with its marked part: from `before`, `marked`, `after`, else whole. */
export function sentence(about) {
  if (about.marked === undefined || about.marked === null) return [about.sentence || ""];
  return [about.before || "", element("mark", "", about.marked), about.after || ""];
}

/** An HTML element with a class and a text. */
export function element(name, className, text) {
  const made = document.createElement(name);
  if (className) made.className = className;
  if (text) made.textContent = text;
  return made;
}
