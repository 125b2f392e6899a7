// The board: its items, the one the editor is at, and the words in the text that it stands for.
let current = "";

export const board = () => document.getElementById("board");
export const items = () => [...board().querySelectorAll(".item")];
export const itemOf = (claim) => document.querySelector(`.item[data-claim="${claim}"]`);
export const here = () => itemOf(current);
export const isOpen = (item) => item.dataset.verdict === "proposed" && !item.matches(".busy");
export const isUncertain = (item) => isOpen(item) && "uncertain" in item.dataset;

export function step(by) {
  const all = items();
  const at = all.indexOf(here());
  go(all[at < 0 ? 0 : Math.min(Math.max(at + by, 0), all.length - 1)]);
}

/** The next item that is wanted, from the top again after the last; false where there is none. */
export function next(wanted) {
  const all = items();
  const at = all.indexOf(here());
  return go([...all.slice(at + 1), ...all.slice(0, at + 1)].find(wanted));
}

export function go(item) {
  if (!item?.matches?.(".item")) return false;
  item.focus({ preventScroll: true });
  mark(item);
  const reduced = matchMedia("(prefers-reduced-motion: reduce)").matches;
  item.scrollIntoView({ block: "nearest", behavior: reduced ? "auto" : "smooth" });
  return true;
}

/** Show which words an item stands for, and where they are on the map. */
export function mark(item) {
  current = item.dataset.claim;
  for (const old of document.querySelectorAll(".here, .item.current")) old.classList.remove("here", "current");
  item.classList.add("current");
  const sentence = document.getElementById(`s${item.closest(".card")?.dataset.sentence}`);
  sentence?.classList.add("here");
  const words = document.querySelectorAll(`#text [data-claim="${current}"]`);
  for (const word of words) word.classList.add("here");
  const place = item.matches(".item-location") ? item : item.closest(".card")?.querySelector(".item-development");
  tellMap("map:highlight", { id: place?.dataset.claim });
  keepInView(words[0] ?? sentence);
}

/** Another state of the board in place of this one, or of what looks different in it; the editor stays where he was. */
export function replace(html) {
  const pins = pinned();
  const answer = document.createRange().createContextualFragment(html);
  const changes = answer.getElementById("changes");
  const drawn = [...answer.querySelectorAll(".item")];
  if (changes) redraw(changes, drawn);
  else board().replaceWith(answer);
  if (pinned() !== pins) tellMap("map:show", JSON.parse(pinned()));
  for (const one of drawn) {
    for (const word of document.querySelectorAll(`#text [data-claim="${one.dataset.claim}"]`)) word.dataset.verdict = one.dataset.verdict;
  }
}

function redraw(changes, drawn) {
  const { version, pinned: pins } = changes.dataset;
  for (const part of [...drawn, ...changes.querySelectorAll("#board-head, #pins")]) document.getElementById(part.id).replaceWith(part);
  Object.assign(board().dataset, { version, pinned: pins });
  delete board().dataset.added;
  for (const given of board().querySelectorAll("form.correct [name=version]")) given.value = version;
}

export function tellMap(name, detail) {
  document.getElementById("map")?.dispatchEvent(new CustomEvent(name, { detail }));
}

function pinned() { return document.getElementById("pins")?.textContent ?? ""; }

function keepInView(words) {
  const pane = document.getElementById("text");
  if (!words) return;
  const box = words.getBoundingClientRect();
  const frame = pane.getBoundingClientRect();
  if (box.top < frame.top + 40 || box.bottom > frame.bottom - 40) pane.scrollTop += box.top - frame.top - frame.height / 3;
}
