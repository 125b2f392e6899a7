// Fetches squares of the basemap when they are first asked for, and keeps them.

import { details, levels, squares } from "../../map/index.js";
import { prepare } from "./paint.js";

export { details, levels, squares };

/** A keeper of squares. `onArrival` is called after each that comes in, so that the view can be painted again. */
export class Store {
  constructor(onArrival) {
    this.onArrival = onArrival;
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
      const { default: data } = await squares[name]();
      this.ready.set(name, prepare(data));
      this.onArrival(name);
    } catch {
      this.asked.delete(name); // The line was down: the next look asks again.
    }
  }
}
