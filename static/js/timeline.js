// The timeline by keyboard: arrow keys step from mark to mark in the order of days; Home and End go to its ends.
// One mark is in the tab order at a time, so that a long timeline is one stop and not a hundred.

/** Where a key leads from place `at` of `count`, or null where it is none of ours. */
export function step(key, at, count) {
  const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: count - 1 }[key];
  return to === undefined ? null : Math.min(count - 1, Math.max(0, to));
}

/** Make the timeline of this page steppable, and start it at its newest days. */
export function startTimeline() {
  prepare();
  document.addEventListener("page:swapped", prepare);
  document.addEventListener("keydown", (event) => {
    const mark = event.target.closest?.(".tl__mark, .tl__bar, .tl__heap");
    if (!mark || event.altKey || event.ctrlKey || event.metaKey) return;
    const marks = inOrder();
    const to = step(event.key, marks.indexOf(mark), marks.length);
    if (to === null) return;
    event.preventDefault();
    for (const one of marks) one.setAttribute("tabindex", "-1");
    marks[to].setAttribute("tabindex", "0");
    marks[to].focus();
  });
}

function prepare() {
  const scroll = document.querySelector(".timeline__scroll");
  if (!scroll) return;
  scroll.scrollLeft = scroll.scrollWidth;
  const marks = inOrder();
  for (const one of marks) one.setAttribute("tabindex", "-1");
  marks.at(-1)?.setAttribute("tabindex", "0");
}

function inOrder() {
  const left = (one) => one.getBoundingClientRect().left;
  return [...document.querySelectorAll(".tl__mark, .tl__bar, .tl__heap")].sort((a, b) => left(a) - left(b));
}
