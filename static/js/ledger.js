// Lists without a map: filters without a reload, and the link "since your last visit".

import { startFilters } from "./filters.js";
import "./visit.js";

document.documentElement.classList.add("scripted");
startFilters();
