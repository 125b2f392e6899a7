// The points of the map, asked for as it moves: those of the present view and its surroundings, by the page's own filters.

import { fromRows } from "./cluster.js";

const MARGIN = 0.5; // of the view's width and height, on each side: panning within it asks for nothing

/** Whether one box, [west, south, east, north], lies within another. */
export function within([west, south, east, north], [left, bottom, right, top]) {
  return west >= left && south >= bottom && east <= right && north <= top;
}

/** A box with a margin around it, on the lines of a grid of eighths, so that near views ask the same. */
export function around([west, south, east, north]) {
  const [width, height] = [east - west, north - south];
  const step = 2 ** Math.floor(Math.log2(Math.max(width, height) / 4));
  const down = (value) => Math.floor(value / step) * step;
  const up = (value) => Math.ceil(value / step) * step;
  return [down(west - width * MARGIN), Math.max(-90, down(south - height * MARGIN)), up(east + width * MARGIN), Math.min(90, up(north + height * MARGIN))];
}

export class Feed {
  /** `points` and `place` are the addresses to ask, `query` the filters. */
  constructor({ pointsUrl: points, placeUrl: place, query }) {
    Object.assign(this, { points, place, query, held: null, asked: null });
  }

  /** Whether what we hold serves a view as it is. */
  serves(box, zoom) {
    const { held } = this;
    if (!held || held.query !== this.query) return false;
    return held.whole || (within(box, held.box) && (held.cells ? held.zoom === zoom : true));
  }

  /** The answer for a view: {stacks, bounds}; null where another question has come meanwhile. */
  async ask(view, zoom) {
    this.asked?.abort();
    const asked = (this.asked = new AbortController());
    const [box, { query }] = [around(view), this];
    const answer = await this.fetch(this.points, [["box", box.join(",")], ["zoom", zoom]], asked.signal);
    if (!answer || asked !== this.asked || query !== this.query) return null;
    const { rows, areas, whole, cells, bounds } = answer;
    this.held = { box, zoom, query, whole, cells };
    return { stacks: fromRows(rows, areas), bounds };
  }

  /** What is told at a spot: {features, total, more}. `more` is the page's list, narrowed to the place. */
  async told(key, page) {
    const answer = await this.fetch(this.place, [["at", key]]);
    if (!answer) return null;
    const { features, total, place } = answer;
    const more = new URLSearchParams(page.search);
    more.append("place", place);
    return { features, total, more: `${page.pathname}?${more}` };
  }

  async fetch(address, pairs, signal) {
    const query = new URLSearchParams(this.query);
    for (const [name, value] of pairs) query.append(name, value);
    try {
      const answer = await fetch(`${address}?${query}`, { signal });
      return answer.ok ? await answer.json() : null;
    } catch {
      return null; // Another question came, or the line is down: what is drawn stays.
    }
  }
}
