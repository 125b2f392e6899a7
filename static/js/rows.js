// The rows of a timeline that scrolls are only as high as the days in view need: what is stacked in October takes no room
// while December is shown. While the days move rows only grow; when they rest, rows fit.

const PAD = 8; // below a row; as reports/public/timeline/parts.py has it
const LEAST = 43; // pixels: a name and one line of marks

/**
 * New tops and heights of rows, from the first one's top down. `lanes`: {top, height, items: [{left, right, bottom}]}; those
 * items count that lie between `from` and `to`.
 */
export function fitted(lanes, from, to, least = lanes.map(() => LEAST)) {
  let next = lanes[0]?.top ?? 0;
  return lanes.map(({ top, height, items }, n) => {
    const seen = items.filter(({ left, right }) => right > from && left < to);
    const needed = Math.max(least[n], LEAST, ...seen.map(({ bottom }) => bottom - top + PAD));
    const row = { top: next, height: Math.min(height, needed) };
    next += row.height;
    return row;
  });
}

/** Keep the rows of this page's timeline, and of those that are swapped in, to what is in view. */
export function startRows() {
  prepare();
  document.addEventListener("page:swapped", prepare);
  window.addEventListener("beforeprint", () => document.querySelectorAll(".timeline__scroll").forEach((scroll) => set(scroll, null)));
  window.addEventListener("afterprint", () => refit());
}

let refit = () => {};

function prepare() {
  const scroll = document.querySelector(".timeline__scroll");
  if (!scroll) return;
  const lanes = [...scroll.querySelectorAll(".tl__lane")].map(laneOf);
  let [rows, timer] = [null, 0];
  const fit = (least) => {
    const { scrollLeft, clientWidth, scrollWidth } = scroll;
    rows = scrollWidth > clientWidth + 1 ? fitted(lanes, scrollLeft, scrollLeft + clientWidth, least) : null;
    set(scroll, rows);
  };
  const move = () => {
    clearTimeout(timer);
    timer = setTimeout(fit, REST);
    fit(rows?.map(({ height }) => height));
  };
  refit = () => fit();
  scroll.addEventListener("scroll", move, { passive: true });
  new ResizeObserver(() => fit()).observe(scroll);
}

const REST = 200; // milliseconds

function laneOf(lane) {
  const items = [...lane.querySelectorAll("a")].map((one) => {
    const { x, y, width, height } = one.getBBox();
    return { left: x, right: x + width, bottom: y + height };
  });
  return { top: Number(lane.dataset.top), height: Number(lane.dataset.height), items };
}

/** Move the rows of both drawings, the days' and the names'; null puts them back as they were drawn. */
function set(scroll, rows) {
  for (const svg of scroll.parentElement.querySelectorAll(".tl")) {
    svg.dataset.height ||= svg.getAttribute("height");
    const height = rows ? rows.at(-1).top + rows.at(-1).height : Number(svg.dataset.height);
    svg.setAttribute("height", height);
    svg.setAttribute("viewBox", `0 0 ${svg.viewBox.baseVal.width} ${height}`);
    svg.classList.toggle("tl--fitted", Boolean(rows));
    svg.querySelectorAll("[data-top]").forEach((lane, n) => lane.setAttribute("transform", `translate(0 ${rows ? rows[n].top - Number(lane.dataset.top) : 0})`));
  }
}
