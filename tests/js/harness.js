// Shows the map alone with a sample: /tests/js/harness.html?sample=levant (or ukraine, sudan, gaza, empty, many).

import { sample } from "./samples.js";

const wanted = new URLSearchParams(location.search);
document.getElementById("map-data").textContent = JSON.stringify(sample(wanted.get("sample") || "levant"));
if (wanted.has("bounds")) document.getElementById("map").dataset.bounds = wanted.get("bounds");
const view = wanted.get("view");
if (view) document.getElementById("map").dataset.view = view;
await import("/static/js/map.js");
