// The basemap as two drawings, the land and the names, each given a canvas and a view by map.js. Speaks to the canvas only.

import { layOut } from "./labels.js";
import { paintSquare, placement } from "./paint.js";
import { squaresFor } from "./squares.js";
import { Store, levels, squares } from "./store.js";
import { readTheme } from "./theme.js";
import { measurer, writeLabels } from "./write.js";

export class Basemap {
  /** `element` carries the theme; `onChange` is called when more of the map can be painted. */
  constructor(element, onChange) {
    this.element = element;
    this.store = new Store(onChange);
    this.obstacles = () => [];
    this.pinned = () => [];
    this.refresh();
  }

  /** Reads the colours again: after a change of theme, or when fonts have come. */
  refresh() {
    this.theme = readTheme(this.element);
  }

  paintLand(context, view, ratio) {
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    context.fillStyle = this.theme.lines.sea;
    context.fillRect(0, 0, view.width, view.height);
    for (const [square, ready] of this.squares(view)) paintSquare(context, square, ready, view, this.theme.lines, ratio);
  }

  paintNames(context, view, ratio) {
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    context.clearRect(0, 0, view.width, view.height);
    const labels = [];
    for (const [square, ready] of this.squares(view)) {
      const { scale, left, top } = placement(square, view);
      for (const [kind, name, x, y, zoom, weight] of ready.labels) {
        labels.push({ kind, name, x: x * scale + left, y: y * scale + top, zoom, weight });
      }
    }
    const boxes = this.obstacles(view);
    markPinned(labels, boxes);
    const placed = layOut(labels, view.zoom, boxes, measurer(context, this.theme.fonts), view);
    writeLabels(context, placed, this.theme.names, this.theme.fonts);
    return placed;
  }

  *squares(view) {
    for (const square of squaresFor(view, levels, squares).values()) {
      const ready = this.store.get(square.name);
      if (ready) yield [square, ready];
    }
  }
}

/** A town under a marker is named first, and its name stands clear of the marker. */
export function markPinned(labels, boxes) {
  for (const label of labels) {
    const under = boxes.find((b) => label.x > b.left - 4 && label.x < b.right + 4 && label.y > b.top - 4 && label.y < b.bottom + 4);
    if (!under) continue;
    label.pinned = label.kind === "t" || label.kind === "k";
    label.room = (under.right - under.left) / 2 + 2;
  }
}
