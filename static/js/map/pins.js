// What a marker shows and says. Makes elements; knows no Leaflet.

import { countByClass, disc, symbol } from "./kinds.js";
import { size } from "./cluster.js";
import { fill } from "./popover.js";

/** {element, side, features, total, label, rough} for a cluster: its symbol or disc, its size in pixels, what is said aloud. */
export function pin(group, words) {
  const [main] = group.stacks;
  const features = group.stacks.flatMap((one) => one.features);
  const total = size(group.stacks);
  const single = group.stacks.length === 1;
  const side = 4 + (single ? (total > 1 ? 24 : 20) : Math.min(46, 28 + 4 * Math.log2(total)));
  const counts = countByClass(features);
  const rough = single && !main.precise;
  const element = document.createElement("span");
  element.className = "pin__hit";
  element.append(single && counts.length === 1 ? symbol(counts[0][0], side, { hollow: rough, count: total }) : disc(counts, total, side));
  return { element, side, features, total, rough, label: spoken(group, features, total, words) };
}

function spoken(group, features, total, words) {
  const { name, kind_label: kind, date } = features[0].properties;
  if (group.stacks.length > 1) return fill(words.cluster, { n: total, place: name });
  return fill(total > 1 ? words.many : words.one, { n: total, kind, place: name, date });
}
