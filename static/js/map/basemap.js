// The basemap as two drawings, the land and the names, each given a canvas and a view by map.js. Speaks to the canvas only.

import { layOut } from "./labels.js";
import { paintSquare, placement } from "./paint.js";
import { squaresFor } from "./squares.js";
import { Store, details, levels, squares } from "./store.js";
import { readTheme } from "./theme.js";
import { fontOf, measurer, writeLabels } from "./write.js";

export class Basemap {
  /** `element` carries the theme; `onChange` is called when more of the map can be painted. */
  constructor(element, onChange) {
    this.element = element;
    this.store = new Store(onChange, element.closest("[lang]")?.lang);
    this.obstacles = () => [];
    this.eager = false;
    this.onChange = onChange;
    this.asked = new Set();
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
      for (const [kind, name, x, y, zoom, weight, spoken] of ready.labels) {
        const spot = { x: x * scale + left, y: y * scale + top };
        // Where a coarse square stands in for some cells, the others have their own names.
        if (square.cells.some((cell) => within(cell, spot))) labels.push({ kind, name, spoken, ...spot, zoom, weight });
      }
    }
    const boxes = this.obstacles(view);
    markPinned(labels, boxes);
    const placed = layOut(labels, view.zoom, boxes, measurer(context, this.theme.fonts), view, this.eager ? null : view.seen);
    writeLabels(context, placed, this.theme.names, this.theme.fonts);
    this.fetchLetters(placed);
    return placed;
  }

  /** Rarer letters have font files of their own, which a canvas does not ask for: with them the names are written again. */
  fetchLetters(placed) {
    for (const { text, style } of placed) {
      const font = fontOf(style, this.theme.fonts);
      const rare = [...text].filter((letter) => letter > "\u00bf").join("");
      if (!rare || this.asked.has(font + rare)) continue;
      this.asked.add(font + rare);
      if (!document.fonts.check(font, rare)) document.fonts.load(font, rare).then(this.onChange, () => {});
    }
  }

  /** The squares that have come. Those in the margin are fetched only when the reader has begun to move the map. */
  *squares(view) {
    for (const square of squaresFor(view, levels, squares).values()) {
      const wanted = this.eager || square.cells.some((cell) => meets(cell, view.seen));
      const names = view.zoom >= details.first ? [square.name, square.name + details.suffix] : [square.name];
      for (const name of names) {
        const ready = wanted ? this.store.get(name) : this.store.ready.get(name);
        if (ready) yield [square, ready];
      }
    }
  }
}

const meets = ({ x, y, side }, { left, top, right, bottom }) => x < right && x + side > left && y < bottom && y + side > top;

/**
 * Towns under markers are named first and clear of the marker. A box may be a `control`, or carry the `name` of the one place
 * it stands for: where the basemap does not know that place, the name is added. Of other towns under the box only the great
 * ones keep their names.
 */
export function markPinned(labels, boxes) {
  for (const box of boxes.filter(({ control }) => !control)) {
    const room = (box.right - box.left) / 2 + 2;
    const under = labels.filter((label) => TOWN.has(label.kind) && inside(label, box));
    for (const label of under) {
      if (label.kind === "k" || label.weight >= GREAT) Object.assign(label, { covered: true, room });
      else label.hidden = true;
    }
    const middle = { x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2 };
    let chosen = under.find(({ name, spoken }) => !box.name || [name, spoken || ""].some((one) => plain(one) === plain(box.name)));
    if (!chosen && box.name) labels.push((chosen = { kind: "t", name: box.name, zoom: 0, weight: 40 }));
    if (chosen) Object.assign(chosen, middle, { pinned: true, hidden: false, covered: true, room });
  }
}

const GREAT = 55;
const within = (cell, { x, y }) => x >= cell.x && x < cell.x + cell.side && y >= cell.y && y < cell.y + cell.side;
const TOWN = new Set(["t", "k"]);
const plain = (name) => name.normalize("NFD").replace(/[^\p{L}]/gu, "").toLowerCase();
const inside = (label, box) => label.x > box.left - 3 && label.x < box.right + 3 && label.y > box.top - 3 && label.y < box.bottom + 3;
