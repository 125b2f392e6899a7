// Paper is narrower than a screen, and nothing is drawn anew for it: the map and the timeline tell their style sheet the size that
// they were drawn for, in pixels, and print.css brings that to the sheet's.

const DRAWN = "#map, .timeline__body";

/** The size that a drawing needs to show all of itself: what scrolls counts whole. */
export function sizeOf(element) {
  const scroll = element.querySelector(".timeline__scroll");
  const beyond = scroll ? scroll.scrollWidth - scroll.clientWidth : 0;
  return { width: element.offsetWidth + beyond, height: element.offsetHeight };
}

function tell() {
  if (window.matchMedia("print").matches) return;
  for (const element of document.querySelectorAll(DRAWN)) {
    const { width, height } = sizeOf(element);
    if (!width) continue;
    element.style.setProperty("--drawn-width", width);
    element.style.setProperty("--drawn-height", height);
  }
}

/** Tell it now, when the page changes its size or its parts, and at the last moment before paper. */
export function startPrinted() {
  tell();
  window.addEventListener("resize", tell);
  window.addEventListener("beforeprint", tell);
  document.addEventListener("page:swapped", tell);
}
