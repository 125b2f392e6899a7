// Fetches squares of the basemap when they are first asked for, and keeps them.

import { details, levels, squares } from "../../map/index.js";
import { prepare } from "./paint.js";

export { details, levels, squares };

const LISTS = { ar: () => import("../../map/index.ar.js"), fr: () => import("../../map/index.fr.js") };

/**
 * A keeper of squares. `onArrival` is called after each that comes in, so that the view can be painted again. Names come in
 * `language` where the map has them, in English else.
 */
export class Store {
  constructor(onArrival, language = "") {
    this.onArrival = onArrival;
    this.list = LISTS[language] ? LISTS[language]().then(({ default: list }) => list, () => ({})) : null;
    this.ready = new Map();
    this.asked = new Set();
  }

  /** The square by its name, or undefined while it is on its way; null for a square of nothing but sea. */
  get(name) {
    if (!squares[name]) return null;
    if (!this.ready.has(name) && !this.asked.has(name)) this.fetch(name);
    return this.ready.get(name);
  }

  /** Whether all that was asked for has come. */
  get complete() {
    return [...this.asked].every((name) => this.ready.has(name));
  }

  async fetch(name) {
    this.asked.add(name);
    try {
      const [{ default: data }, names] = await Promise.all([squares[name](), this.names(name)]);
      this.ready.set(name, prepare(data, names));
      this.onArrival(name);
    } catch {
      this.asked.delete(name); // The line was down: the next look asks again.
    }
  }

  /** The names of a square's labels in the page's language, in their order; empty for those that keep the English one. */
  async names(name) {
    const load = this.list && (await this.list)[name];
    return load ? (await load()).default : [];
  }
}
