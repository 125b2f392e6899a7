// The switches below a map: layers that the reader shows and hides. Each starts as the page has it, unless the address
// says otherwise; what differs from the page goes into the address.

import { readAddress } from "./address.js";

export class Switches {
  /** `holder` has labels with `data-layer`; `turn(name, on)` shows or hides; `changed()` is told after the reader did. */
  constructor(holder, turn, changed) {
    this.turn = turn;
    this.boxes = new Map();
    for (const label of holder?.querySelectorAll("[data-layer]") || []) this.boxes.set(label.dataset.layer, label.querySelector("input"));
    holder?.addEventListener("change", ({ target }) => {
      const name = target.closest("[data-layer]")?.dataset.layer;
      if (!name) return;
      turn(name, target.checked);
      changed();
    });
  }

  /** Shows the switch of a layer that this map has, and turns the layer as it says. */
  offer(name) {
    const box = this.boxes.get(name);
    if (!box) return;
    const { on, off } = readAddress(location.hash);
    box.checked = (box.defaultChecked || on.includes(name)) && !off.includes(name);
    box.closest("[data-layer]").hidden = false;
    this.turn(name, box.checked);
  }

  /** {on, off}: the names of the layers that the reader turned. */
  get turned() {
    const named = (wanted) => [...this.boxes].filter(([, box]) => box.checked === wanted && box.defaultChecked !== wanted).map(([name]) => name);
    return { on: named(true), off: named(false) };
  }
}
