// The scripts of the timeline together: keys, rows, a period, play. Fetched by the pages that have one; the home page has none.

import { startPeriod } from "./period.js";
import { startPlay } from "./play.js";
import { startRows } from "./rows.js";
import { startTimeline } from "./timeline.js";

export function startInstrument() {
  startTimeline();
  startRows();
  startPeriod();
  startPlay();
}
