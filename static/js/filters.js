// Filters without a reload. The page itself is the fragment: the same address is fetched, and the parts that the
// filters change are swapped in; the address goes into the history. Without this script the form is a plain GET form.

import { isOurs } from "./map/address.js";

const PARTS = ["results", "fronts", "filters", "languages", "live", "fresh"];
const PAUSE = 250;
const NARROW = globalThis.matchMedia?.("(max-width: 45rem)") ?? { matches: false };

/** The address of a form's state: empty values left out, in the form's own order. */
export function addressOf(action, entries) {
  const query = new URLSearchParams([...entries].filter(([, value]) => value !== "")).toString();
  return query ? `${action}?${query}` : action;
}

/** Listen to the filters of this page. */
export function startFilters() {
  const form = document.getElementById("filters");
  if (!form) return;
  fold(form, !NARROW.matches);
  let waiting = 0;
  const soon = (pause) => {
    clearTimeout(waiting);
    waiting = setTimeout(() => show(addressOf(location.pathname, new FormData(document.getElementById("filters")))), pause);
  };
  document.addEventListener("change", ({ target }) => {
    if (target.matches("#filters [data-reload]")) return rewind(target);
    if (target.closest("#filters")) soon(0);
  });
  document.addEventListener("input", ({ target }) => target.matches("#filters [type=search]") && soon(PAUSE));
  document.addEventListener("submit", (event) => {
    if (event.target.id !== "filters") return;
    event.preventDefault();
    if (NARROW.matches) putAway(event.target);
    soon(0);
  });
  document.addEventListener("click", (event) => {
    const link = event.target.closest("#filters a");
    if (!link || event.metaKey || event.ctrlKey || event.shiftKey || event.button) return;
    event.preventDefault();
    show(link.getAttribute("href"));
  });
  document.addEventListener("pointerdown", ({ target }) => {
    if (!NARROW.matches) closeMenus(target.closest(".facet")); // On a phone they lie in the page's flow: what is about to be touched would move away.
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    const open = event.target.closest(".facet[open]");
    closeMenus();
    open?.querySelector("summary").focus();
  });
  window.addEventListener("popstate", () => show(location.pathname + location.search, { remember: false }));
}

/** Another day of knowledge is another page altogether. A day that is still being typed is left alone. */
function rewind(field) {
  if (!field.validity.badInput) location.assign(addressOf(location.pathname, new FormData(field.form)));
}

let asked = null;

/** Fetch the page of an address and swap in what differs; a failure falls back to going there. */
async function show(address, { remember = true } = {}) {
  asked?.abort();
  asked = new AbortController();
  document.body.setAttribute("aria-busy", "true");
  askMap(address);
  try {
    const answer = await fetch(address, { signal: asked.signal });
    if (!answer.ok) throw new Error(String(answer.status));
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    if (remember) history.pushState(null, "", address + (isOurs(location.hash) ? location.hash : ""));
    swap(page);
  } catch (problem) {
    if (problem.name !== "AbortError") location.assign(address);
    return;
  }
  document.body.removeAttribute("aria-busy");
}

/** The same address again: what was published meanwhile is swapped in. */
export async function refresh() {
  await show(location.pathname + location.search, { remember: false });
}

/** The map asks for its own points at once, by the same address and what the page itself stands for, and goes where they are. */
function askMap(address) {
  const map = document.getElementById("map");
  const { search } = new URL(address, location.href);
  const query = [map?.dataset.fixed, search.slice(1)].filter(Boolean).join("&");
  map?.dispatchEvent(new CustomEvent("map:ask", { detail: { query, follow: true } }));
}

/** On a phone the filters wait behind one line, and go back there when they are applied, so that what they leave comes first. */
function fold(form, open) {
  form.querySelector(".more").open = open;
}

/** Fold the filters; who was in them stands on their line. */
function putAway(form) {
  const line = form.querySelector(".more > summary");
  if (!document.activeElement.matches("[type=search]")) line.focus({ preventScroll: true });
  fold(form, false);
}

function swap(page) {
  document.dispatchEvent(new CustomEvent("page:swapping"));
  const unfolded = document.querySelector("#filters .more").open;
  const open = document.querySelector("#filters .facet[open]")?.dataset.parameter;
  const held = document.activeElement;
  const focus = held?.closest("#filters") && { name: held.name, value: held.value, type: held.type, at: held.type === "search" ? held.selectionStart : null, facet: held.closest(".facet")?.dataset.parameter };
  for (const id of PARTS) {
    const [old, fresh] = [document.getElementById(id), page.getElementById(id)];
    if (old && fresh) old.replaceWith(fresh);
  }
  fold(document.getElementById("filters"), unfolded);
  if (open) document.querySelector(`#filters .facet[data-parameter="${open}"]`)?.setAttribute("open", "");
  if (focus) putFocusBack(focus);
  document.dispatchEvent(new CustomEvent("page:swapped"));
}

function putFocusBack({ name, value, type, at, facet }) {
  const same = [...document.querySelectorAll("#filters input")].find((one) => one.name === name && (type !== "checkbox" || one.value === value));
  const beside = [`.facet[data-parameter="${facet}"] > summary`, ".more > summary", ".chip", "[type=search]"];
  const seen = beside.map((one) => document.querySelector(`#filters ${one}`)).find((one) => one?.checkVisibility());
  (same || seen)?.focus({ preventScroll: true });
  if (same && at !== null && type === "search") {
    same.value = value;
    same.setSelectionRange(at, at);
  }
}

function closeMenus(but = null) {
  for (const menu of document.querySelectorAll("#filters .facet[open]")) if (menu !== but) menu.removeAttribute("open");
}
