// Forms in place: a correction, a merge, a split below their item; what was missed and publishing in a panel.
import { board, go, here, tellMap } from "./desk-board.js";
import { say } from "./desk-steps.js";

const panel = document.getElementById("panel");

document.addEventListener("map:click", setPin);
document.addEventListener("change", chooseCandidate);
panel.addEventListener("close", () => { panel.replaceChildren(); go(here()); });

/** Draw the form of an address below an item, in place of one that is open there. */
export async function openIn(item, address) {
  const html = await part(address);
  if (html === null) return;
  item.querySelector("form.correct")?.remove();
  item.insertAdjacentHTML("beforeend", html);
  const form = item.querySelector("form.correct");
  enter(form.querySelector(".fields :is(input:not([type=hidden]):not([type=radio]), select, textarea)"));
  showHandle(form);
}

/** The form again, with what is wrong in it. */
export function redraw(form, html) {
  const holder = form.parentElement;
  form.outerHTML = html;
  enter(holder.querySelector(".field-wrong :is(input, select, textarea)"));
}

export function leave(form) {
  if (form.closest("#panel")) return panel.close();
  const item = form.closest(".item");
  form.remove();
  tellMap("map:pick", null);
  go(item);
}

export async function openPanel(address) {
  const html = await part(address);
  if (html === null) return;
  panel.innerHTML = html;
  if (!panel.open) panel.showModal();
  enter(panel.querySelector("[autofocus], :is(input, textarea, select):not([type=hidden])"));
}

export function closePanel() { if (panel.open) panel.close(); }

/** What is selected in the text: the words, and the card of the sentence that they stand in. */
export function selected() {
  const selection = getSelection();
  const words = selection.toString().trim();
  if (!words || !document.getElementById("text").contains(selection.anchorNode)) return {};
  const sentence = selection.anchorNode.parentElement?.closest(".sentence");
  return { words, card: sentence && board().querySelector(`.card[data-sentence="${sentence.id.slice(1)}"]`) };
}

async function part(address) {
  const reply = await fetch(address, { headers: { "X-Desk": "board" } });
  if (reply.ok) return reply.text();
  say(`The form could not be opened (${reply.status}). Reload the page.`, true);
  return null;
}

// Into a field, with what it holds selected: the first key replaces it.
function enter(field) {
  field?.focus();
  field?.select?.();
}

// --- the pin: while a place is corrected, a click on the map or the handle there says where it lies ---

const placeForm = () => document.querySelector(".item-location form.correct:has([name=fix-latitude])");

function showHandle(form) {
  if (form !== placeForm()) return;
  const [lat, lng] = ["latitude", "longitude"].map((name) => form.querySelector(`[name=fix-${name}]`).value);
  tellMap("map:pick", { lat: lat === "" ? null : Number(lat), lng: lng === "" ? null : Number(lng) });
}

function setPin({ detail: { lat, lng } }) {
  const form = placeForm();
  if (!form) return;
  form.querySelector("[name=fix-latitude]").value = lat.toFixed(4);
  form.querySelector("[name=fix-longitude]").value = lng.toFixed(4);
  const asBelow = form.querySelector('[name=fix-candidate][value=""]');
  if (asBelow) asBelow.checked = true;
  tellMap("map:pick", { lat, lng });
  form.querySelector("button.default").focus();
}

function chooseCandidate({ target }) {
  if (!target.matches("[name=fix-candidate]")) return;
  const { lat, lng } = target.dataset;
  if (lat) tellMap("map:pick", { lat: Number(lat), lng: Number(lng) });
  else showHandle(placeForm());
}
