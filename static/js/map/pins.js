// What a marker shows and says. Makes elements; knows no Leaflet.

import { countByClass, disc, symbol } from "./kinds.js";
import { size } from "./cluster.js";
import { fill } from "./popover.js";

/** {element, side, total, label, rough} for a cluster: its symbol or disc, its size in pixels, what is said aloud. */
export function pin(group, words) {
  const [main] = group.stacks;
  const total = size(group.stacks);
  const single = group.stacks.length === 1 && main.spots === 1;
  const side = 4 + (single ? (total > 1 ? 24 : 20) : Math.min(46, 28 + 4 * Math.log2(total)));
  const counts = countByClass(group.stacks);
  const rough = single && !main.precise;
  const element = document.createElement("span");
  element.className = "pin__hit";
  element.append(single && counts.length === 1 ? symbol(counts[0][0], side, { hollow: rough, count: total }) : disc(counts, total, side));
  return { element, side, total, rough, label: spoken(main, single, total, words) };
}

function spoken({ name, kind, date }, single, total, words) {
  if (!single) return fill(words.cluster, { n: total, place: name });
  return fill(total > 1 ? words.many : words.one, { n: total, kind, place: name, date });
}
