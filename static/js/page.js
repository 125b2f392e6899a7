// Starts what makes a page of developments pleasant: filters without reload, and list, timeline and map as one instrument.

import { startFilters } from "./filters.js";
import { startLive } from "./live.js";
import { startLinks } from "./linked.js";
import { startPeriod } from "./period.js";
import { startPlay } from "./play.js";
import { startTimeline } from "./timeline.js";
import "./visit.js";

document.documentElement.classList.add("scripted");
startFilters();
startLinks();
startTimeline();
startPeriod();
startPlay();
startLive();
