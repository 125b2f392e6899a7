// The timeline by day: a slider and a button that plays. What lies after the day is dimmed in the timeline and in the
// figures, and the map shows what had happened by then. At the last day all is as the page has it.

import { readAddress, writeAddress } from "./map/address.js";

const STEP = 700; // milliseconds a day; nothing slides between days, so reduced motion needs nothing else

/** The day, as ISO writes it, that lies `n` days after another. */
export function dayAfter(first, n) {
  const day = new Date(`${first}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() + n);
  return day.toISOString().slice(0, 10);
}

/** How many days a day lies after another, both as ISO writes them; NaN where it is none. */
export function daysAfter(first, day) {
  return Math.round((Date.parse(`${day}T00:00:00Z`) - Date.parse(`${first}T00:00:00Z`)) / 86_400_000);
}

/** The query with its end set to a day. */
export function until(query, day) {
  const pairs = new URLSearchParams(query);
  pairs.set("to", day);
  return pairs.toString();
}

let timer = 0;

/** Listen to the slider and the button of this page's timeline, and of those that are swapped in. */
export function startPlay() {
  prepare();
  document.addEventListener("page:swapped", prepare);
  window.addEventListener("hashchange", prepare);
  document.addEventListener("input", ({ target }) => {
    if (!target.matches(".play__day")) return;
    stop();
    show(Number(target.value));
  });
  document.addEventListener("click", ({ target }) => {
    if (target.closest(".play__go")) timer ? stop() : play();
  });
}

function prepare() {
  stop();
  const box = document.querySelector(".play");
  if (!box) return;
  box.hidden = false;
  recall(box);
}

/** The day that the address holds, where it lies in this timeline; at its last day the address needs none. */
function recall(box) {
  const slider = box.querySelector(".play__day");
  const n = daysAfter(box.dataset.first, readAddress(location.hash).day);
  if (!(n >= 0 && n < Number(slider.max))) return remember(null);
  slider.value = String(n);
  show(n);
}

function play() {
  const slider = document.querySelector(".play__day");
  if (slider.value === slider.max) slider.value = "-1";
  const next = () => {
    slider.value = String(Number(slider.value) + 1);
    show(Number(slider.value));
    if (slider.value === slider.max) stop();
  };
  timer = setInterval(next, STEP);
  next();
  name();
}

function stop() {
  clearInterval(timer);
  timer = 0;
  name();
}

/** The button says what it would do. */
function name() {
  const button = document.querySelector(".play__go");
  if (button) button.textContent = timer ? button.dataset.pause : button.dataset.play;
}

function show(n) {
  const box = document.querySelector(".play");
  const slider = box.querySelector(".play__day");
  const { first, column } = box.dataset;
  const day = dayAfter(first, n);
  const last = n === Number(slider.max);
  const said = inWords(day);
  slider.setAttribute("aria-valuetext", said);
  box.querySelector(".play__said").textContent = said;
  for (const one of document.querySelectorAll(".tl__mark, .tl__bar, .tl__heap")) {
    const { x, width } = one.getBBox();
    const start = one.matches(".tl__bar") ? x : x + width / 2;
    one.classList.toggle("is-later", !last && Math.floor(start / column) > n);
  }
  keepInView(n, Number(column));
  for (const line of document.querySelectorAll(".chart .line")) drawUntil(line, last ? null : day);
  remember(last ? null : day);
  askMap(last ? null : day);
}

/** A day as the pages write it: "11 Dec 2016", with digits 0 to 9 in every language. */
export function inWords(day, language = document.documentElement.lang) {
  const locale = language === "en" ? "en-GB" : language;
  return new Intl.DateTimeFormat(locale, { day: "numeric", month: "short", year: "numeric", timeZone: "UTC", numberingSystem: "latn" }).format(new Date(day));
}

/** The day goes into the address, beside what the map keeps there. */
function remember(day) {
  const state = readAddress(location.hash);
  if (state.day === day) return;
  history.replaceState(history.state, "", writeAddress({ ...state, day }) || location.pathname + location.search);
}

function keepInView(n, column) {
  const scroll = document.querySelector(".timeline__scroll");
  const [left, right] = [n * column, (n + 1) * column];
  if (left < scroll.scrollLeft || right > scroll.scrollLeft + scroll.clientWidth) scroll.scrollLeft = right - scroll.clientWidth / 2;
}

/** One line of a chart up to a day, or whole: its path has one step for each point after the first. */
function drawUntil(line, day) {
  const dots = [...line.querySelectorAll(".dot")];
  const shown = day ? dots.filter((dot) => dot.dataset.day <= day).length : dots.length;
  const stems = line.querySelectorAll(".line__stem");
  for (const marks of [dots, stems]) marks.forEach((one, number) => one.classList.toggle("is-later", number >= shown));
  const path = line.querySelector(".line__path");
  if (!path) return;
  path.dataset.whole ||= path.getAttribute("d");
  path.setAttribute("d", path.dataset.whole.split(/(?=H)/).slice(0, shown).join(""));
}

function askMap(day) {
  const map = document.getElementById("map");
  const query = [map?.dataset.fixed, location.search.slice(1)].filter(Boolean).join("&");
  map?.dispatchEvent(new CustomEvent("map:ask", { detail: { query: day ? until(query, day) : query } }));
}
