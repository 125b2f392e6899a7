// The review page by keyboard. All of it works as plain forms; here the same forms are sent without leaving the page.
import { board, go, here, isOpen, isUncertain, itemOf, mark, next, replace, step, tellMap } from "./desk-board.js";
import { closePanel, leave, openIn, openPanel, redraw, selected } from "./desk-forms.js";
import { watchReading } from "./desk-reading.js";
import { say, Steps } from "./desk-steps.js";

const keys = document.getElementById("keys");
const panel = document.getElementById("panel");
const steps = new Steps(show);
const decided = []; // claims, in the order in which they were decided here
let hunting = false; // from one uncertain item to the next
let brought = ""; // the claim that the last decision led to

const STATUS = { 1: "current", 2: "background", 3: "announced", 4: "denied" };
const COMMANDS = {
  j: () => walk(1), k: () => walk(-1), n: hunt,
  a: () => decide("accept"), r: () => decide("reject"), u: undo,
  e: () => openAt("correct/"), m: () => openAt("merge/"), x: splitHere,
  A: () => document.getElementById("accept-rest")?.click(),
  "+": add, p: publish,
  "?": () => (keys.open ? keys.close() : keys.showModal()),
};

document.addEventListener("keydown", onKey);
document.addEventListener("submit", onSubmit);
document.addEventListener("click", onClick);
document.addEventListener("toggle", onToggle, true); // it does not bubble
document.addEventListener("focusin", ({ target }) => { const item = target.closest?.(".item"); if (item) mark(item); });
showKeysButton();
watchReading();
if (location.hash) go(document.querySelector(location.hash));

function onKey(event) {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const typing = event.target.closest("input, select, textarea");
  const within = event.target.closest(".item form, details"); // letters meant for a form that is not reached yet
  const form = event.target.closest("form.correct");
  if (event.key === "Escape" && form && !panel.open) return leave(form);
  if (event.key === "Enter" && form && typing?.matches("select, textarea")) { // of other fields it is the browser's own
    event.preventDefault();
    return form.requestSubmit(form.querySelector("button.default"));
  }
  if (typing || within || panel.open || (keys.open && event.key !== "?")) return;
  const act = STATUS[event.key] ? () => decide(STATUS[event.key], false) : COMMANDS[event.key];
  if (!act) return;
  event.preventDefault();
  act();
}

// --- where to go ---

function walk(by) {
  hunting = false;
  step(by);
}

function hunt() {
  hunting = true;
  const item = here();
  if (item && brought === item.dataset.claim && isUncertain(item)) brought = ""; // led here already: do not skip it
  else if (!next(isUncertain)) say("Nothing is left that must be decided by itself.");
}

// On to the next one that is wanted; what hangs on a rejected sentence goes with it.
function goOn(item, action) {
  const gone = (other) => action === "reject" && item.matches(".item-development") && other.closest(".card") === item.closest(".card");
  const wanted = (other) => other !== item && isOpen(other) && !gone(other);
  if (!(hunting && next((other) => wanted(other) && isUncertain(other)))) next(wanted);
  brought = here()?.dataset.claim ?? "";
}

// --- decisions ---

function decide(action, moveOn = true) {
  const item = here();
  if (!item?.dataset.decide) return;
  if (moveOn && !isOpen(item)) return say("This is decided. Press u to open it again.");
  decided.push(item.dataset.claim);
  steps.decide(item.dataset.decide, action, { item });
  if (moveOn) goOn(item, action);
}

// The last decision taken here; where none is left, that on the marked item.
function undo() {
  const item = itemOf(decided.pop()) ?? here();
  if (!item?.dataset.decide) return;
  go(item);
  steps.decide(item.dataset.decide, "reopen", { item });
}

function openAt(form) {
  const item = here();
  if (item?.dataset.decide) openIn(item, item.dataset.decide + form);
}

function splitHere() {
  const { words, card } = selected();
  const item = (card ?? here()?.closest(".card"))?.querySelector(".item-development");
  if (!item?.dataset.decide) return;
  go(item);
  openIn(item, `${item.dataset.decide}split/?${new URLSearchParams(words ? { words } : {})}`);
}

function add() {
  const link = document.getElementById("add");
  if (!link) return;
  const { words, card } = selected();
  const given = { ...(words && { words }), ...(card && { development: card.dataset.development }) };
  openPanel(`${link.getAttribute("href")}?${new URLSearchParams(given)}`);
}

function publish() {
  const link = document.getElementById("publish");
  if (link) openPanel(link.href);
  else say("Nothing is ready to be published.");
}

// --- forms and links, sent and followed in place ---

function onSubmit(event) {
  const form = event.target;
  if (!form.matches("#decide, #publish-form, #add-form") && !form.closest("#board")) return;
  event.preventDefault();
  const item = event.submitter?.closest(".item") ?? form.closest(".item");
  const action = event.submitter?.value;
  if (item && (form.matches(".correct") || ["accept", "reject"].includes(action))) decided.push(item.dataset.claim);
  steps.send(form, event.submitter, { item, form });
  if (item && ["accept", "reject"].includes(action)) goOn(item, action);
}

// Who opens the form to withdraw writes the reason next.
function onToggle({ target }) {
  if (!target.matches(".withdraw[open]")) return;
  const why = target.querySelector("[name=why]");
  why.focus({ preventScroll: true });
  why.scrollIntoView({ block: "nearest" });
}

function onClick(event) {
  if (event.target.closest("[data-keys]")) return keys.showModal();
  const link = event.target.closest("a");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const item = link.closest(".item");
  const act = [
    ["#text a.mark, .pop__link, .held a, .facts a[href^='#c-']", () => go(document.querySelector(link.hash))],
    [".verb-correct, .verb-step", () => openIn(item, link.href)],
    [".cancel", () => (item ? leave(link.closest("form")) : closePanel())],
    ["#add", add],
    ["#publish", publish],
  ].find(([selector]) => link.matches(selector))?.[1];
  if (!act || (link.matches(".verb-correct, .verb-step, .cancel") && !item && !panel.open)) return;
  event.preventDefault();
  act();
}

// The answer to a step: the whole board, or the form again with what is wrong in it.
function show(html, { item, form }, isForm) {
  if (isForm && form.isConnected) return redraw(form, html);
  const open = document.activeElement?.closest(".item form.correct");
  const corrected = form?.matches(".item form.correct") && item?.dataset.claim;
  if (form?.closest("#panel")) closePanel();
  if (form?.matches(".item form.correct")) tellMap("map:pick", null);
  replace(html);
  showKeysButton();
  const { added } = board().dataset;
  if (added) { go(itemOf(added)); openAt("correct/"); }
  else if (open && open !== form && here()) { here().append(open); open.querySelector("[name=version]").value = board().dataset.version; }
  else if (corrected && here()?.dataset.claim === corrected && !isOpen(here())) goOn(here());
  else go(here());
  watchReading();
}

function showKeysButton() { board().querySelector("[data-keys]")?.removeAttribute("hidden"); }
