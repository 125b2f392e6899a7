// The review page by keyboard. All of it works as plain forms; here the same forms are sent without leaving the page.
import { watchReading } from "./desk-reading.js";
import { Steps } from "./desk-steps.js";

const board = () => document.getElementById("board");
const items = () => [...board().querySelectorAll(".item")];
const keys = document.getElementById("keys");
const steps = new Steps(replaceBoard);
const undone = [];
let current = "";

document.addEventListener("keydown", onKey);
document.addEventListener("submit", onSubmit);
document.addEventListener("click", onClick);
document.addEventListener("focusin", (event) => { const item = event.target.closest?.(".item"); if (item) mark(item); });
document.addEventListener("map:click", setPin);
document.getElementById("text").addEventListener("click", onMark);
showKeysButton();
watchReading();
if (location.hash) go(document.querySelector(location.hash));

function onKey(event) {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const typing = event.target.closest("input, select, textarea");
  if (event.key === "Escape" && typing?.closest("form.correct")) return leave(typing.closest("form.correct"));
  if (typing || keys.open && event.key !== "?") return;
  const act = {
    j: () => step(1), ArrowDown: null, k: () => step(-1), n: () => next((item) => "uncertain" in item.dataset),
    a: () => press("accept"), r: () => press("reject"), e: () => correct(here()), u: undo,
    "+": add,
    A: () => document.getElementById("accept-rest")?.click(), "?": () => (keys.open ? keys.close() : keys.showModal()),
  }[event.key];
  if (!act) return;
  event.preventDefault();
  act();
}

function here() { return document.querySelector(`.item[data-claim="${current}"]`); }

function step(by) {
  const all = items();
  const at = all.indexOf(here());
  go(all[at < 0 ? 0 : Math.min(Math.max(at + by, 0), all.length - 1)]);
}

function next(wanted) {
  const all = items();
  const at = all.indexOf(here());
  go([...all.slice(at + 1), ...all.slice(0, at + 1)].find(wanted));
}

function go(item) {
  if (!item?.matches?.(".item")) return;
  item.focus({ preventScroll: true });
  mark(item);
  const reduced = matchMedia("(prefers-reduced-motion: reduce)").matches;
  item.scrollIntoView({ block: "nearest", behavior: reduced ? "auto" : "smooth" });
}

// Show which words an item stands for.
function mark(item) {
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

function keepInView(words) {
  const pane = document.getElementById("text");
  if (!words) return;
  const box = words.getBoundingClientRect();
  const frame = pane.getBoundingClientRect();
  if (box.top < frame.top + 40 || box.bottom > frame.bottom - 40) pane.scrollTop += box.top - frame.top - frame.height / 3;
}

function press(verb) {
  const item = here();
  item?.querySelector(`button[value="${verb}"]`)?.click();
}

// The words selected in the text, and the sentence they stand in, go to the form as its first values.
function add() {
  const link = document.getElementById("add");
  if (!link) return;
  const selection = getSelection();
  const words = selection.toString().trim();
  const inside = selection.anchorNode?.parentElement?.closest("#text .sentence");
  const card = inside && board().querySelector(`.card[data-sentence="${inside.id.slice(1)}"]`);
  const address = new URL(link.href);
  if (words && document.getElementById("text").contains(selection.anchorNode)) address.searchParams.set("words", words);
  if (card) address.searchParams.set("development", card.dataset.development);
  location.assign(address);
}

function undo() {
  const item = here();
  if (item && item.dataset.verdict !== "proposed" && !undone.length) return item.querySelector('button[value="reopen"]')?.click();
  const claim = undone.pop();
  const last = claim && document.querySelector(`.item[data-claim="${claim}"]`);
  if (!last) return;
  go(last);
  last.querySelector('button[value="reopen"]')?.click();
}

function onSubmit(event) {
  const form = event.target;
  if (form.id !== "decide" && !form.closest("#board")) return;
  event.preventDefault();
  const button = event.submitter;
  const item = button?.closest(".item");
  const verb = button?.value;
  if (verb === "accept" || verb === "reject") undone.push(item.dataset.claim);
  if (form.matches(".correct")) undone.push(item.dataset.claim);
  steps.send(form, button, { item });
  if (form.id === "decide" && item && verb !== "reopen") next((other) => other !== item && isOpen(other, item, verb));
}

// A rejected sentence takes with it what hangs on it.
function isOpen(other, item, verb) {
  if (other.dataset.verdict !== "proposed" || other.matches(".busy")) return false;
  return !(verb === "reject" && item.matches(".item-development") && other.closest(".card") === item.closest(".card"));
}

// While a place is being corrected, a click on the map is where it lies.
function setPin({ detail: { lat, lng } }) {
  const form = document.querySelector(".item-location form.correct");
  if (!form) return;
  form.querySelector("[name=fix-latitude]").value = lat.toFixed(4);
  form.querySelector("[name=fix-longitude]").value = lng.toFixed(4);
  const asBelow = form.querySelector('[name=fix-candidate][value=""]');
  if (asBelow) asBelow.checked = true;
  form.querySelector("button.default").focus();
}

function tellMap(name, detail) {
  document.getElementById("map")?.dispatchEvent(new CustomEvent(name, { detail }));
}

function onClick(event) {
  const link = event.target.closest("a");
  if (link?.matches(".pop__link")) { event.preventDefault(); return go(document.querySelector(link.getAttribute("href"))); }
  if (event.target.closest("[data-keys]")) return keys.showModal();
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  if (link.id === "add") { event.preventDefault(); add(); }
  if (link.matches(".verb-correct")) { event.preventDefault(); correct(link.closest(".item")); }
  if (link.matches(".cancel")) { event.preventDefault(); leave(link.closest("form.correct")); }
}

function onMark(event) {
  const link = event.target.closest("a.mark");
  if (!link) return;
  event.preventDefault();
  go(document.querySelector(link.getAttribute("href")));
}

async function correct(item) {
  const link = item?.querySelector(".verb-correct");
  if (!link || item.querySelector("form.correct")) return;
  const reply = await fetch(link.href, { headers: { "X-Desk": "board" } });
  if (!reply.ok) return;
  item.insertAdjacentHTML("beforeend", await reply.text());
  enter(item.querySelector("form.correct .fields :is(input:not([type=hidden]), select)"));
}

// Into a field, with what it holds selected: the first key replaces it.
function enter(field) {
  field?.focus();
  field?.select?.();
}

function leave(form) {
  const item = form.closest(".item");
  form.remove();
  go(item);
}

// The answer to a step: the whole board, or the form again with what is wrong in it.
function replaceBoard(html, { item }, isForm) {
  if (isForm) {
    const form = document.querySelector(`.item[data-claim="${item?.dataset.claim}"] form.correct`);
    form?.insertAdjacentHTML("afterend", html);
    form?.remove();
    enter(here()?.querySelector(".field-wrong :is(input, select)"));
    return;
  }
  const open = document.activeElement?.closest("form.correct");
  const at = current;
  const pins = pinned();
  board().outerHTML = html;
  if (pinned() !== pins) tellMap("map:show", JSON.parse(pinned()));
  if (open) here()?.append(open);
  for (const one of items()) {
    for (const word of document.querySelectorAll(`#text [data-claim="${one.dataset.claim}"]`)) word.dataset.verdict = one.dataset.verdict;
  }
  current = at;
  showKeysButton();
  if (open) open.querySelector("[name=version]").value = board().dataset.version;
  else if (item && here()?.dataset.claim === item.dataset.claim && here().dataset.verdict !== "proposed" && item.querySelector("form.correct")) next((other) => other.dataset.verdict === "proposed");
  else go(here());
  watchReading();
}

function pinned() { return document.getElementById("pins")?.textContent ?? ""; }

function showKeysButton() { board().querySelector("[data-keys]")?.removeAttribute("hidden"); }
