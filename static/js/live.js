// An open page learns of new publications without a reload: it asks for a few bytes (a 304 while nothing is new), says
// politely that there is more, and loads it when the reader wants it. It rests while nobody looks at the page.

import { refresh } from "./filters.js";

const EVERY = 30_000;
const SLOWEST = 600_000;

/** How long to wait before asking again: longer after each failure, and never all readers at once. */
export function pause(failures, random = Math.random()) {
  return Math.min(SLOWEST, EVERY * 2 ** failures) * (0.9 + 0.2 * random);
}

/** What to say of an answer: how many are new, or that something changed; nothing where all is as it was. */
export function news(shown, answer) {
  if (!answer || answer.stamp === shown.stamp) return null;
  const more = answer.total - Number(shown.total);
  return more > 0 ? { more } : { more: 0 };
}

/** Watch the page for as long as it is open; `every` in milliseconds. */
export function startLive() {
  const here = () => document.getElementById("live");
  if (!here()?.dataset.url) return;
  let failures = 0;
  let waiting = 0;
  const again = (after = pause(failures)) => {
    clearTimeout(waiting);
    waiting = setTimeout(look, after);
  };
  async function look() {
    if (document.hidden) return;
    const shown = here();
    try {
      const answer = await fetch(shown.dataset.url, { cache: "no-cache" });
      if (!answer.ok) throw new Error(String(answer.status));
      failures = 0;
      if (shown === here()) say(shown, news(shown.dataset, await answer.json()));
    } catch {
      failures += 1;
    }
    again();
  }
  document.addEventListener("visibilitychange", () => !document.hidden && again(0));
  window.addEventListener("online", () => again(0));
  document.addEventListener("click", ({ target }) => target.closest("#live button") && load());
  again(Number(here().dataset.first) || pause(0));
}

function say(live, told) {
  const words = told && (told.more ? live.dataset[told.more === 1 ? "one" : "many"].replace("%n", told.more) : live.dataset.changed);
  if (!words || live.querySelector("p")?.dataset.words === words) return;
  const line = Object.assign(document.createElement("p"), { className: "live__news" });
  line.dataset.words = words;
  const button = Object.assign(document.createElement("button"), { type: "button", className: "live__show", textContent: live.dataset.show });
  line.append(`${words} `, button);
  live.replaceChildren(line);
}

/** Load what is new where the reader is: the same address, the same place on the page, the focus on the count. */
async function load() {
  const { scrollX, scrollY } = window;
  await refresh();
  window.scrollTo(scrollX, scrollY);
  const count = document.getElementById("count");
  count?.setAttribute("tabindex", "-1");
  count?.focus({ preventScroll: true });
}
