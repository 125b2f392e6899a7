// Starts what makes a page of developments pleasant: filters without reload, and list, timeline and map as one instrument.

import { startFilters } from "./filters.js";
import { startLive } from "./live.js";
import { startLinks } from "./linked.js";
import { startPrinted } from "./printed.js";
import "./visit.js";

document.documentElement.classList.add("scripted");
startFilters();
startLinks();
startLive();
startPrinted();

let playing = false;

/** The timeline's scripts, once there is a timeline: filters may bring the first one. */
async function startTimelines() {
  if (playing || !document.getElementById("timeline")) return;
  playing = true;
  const { startInstrument } = await import("./instrument.js");
  startInstrument();
}

document.addEventListener("page:swapped", startTimelines);
startTimelines();
