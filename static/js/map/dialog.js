// The popover as a dialog: focus goes in, Escape closes, and closing gives the focus back. map.js hands its Leaflet in.

import { popover } from "./popover.js";

/** Opens the popover of a marker with its developments ({features, total, more}); as large as the map allows. */
export function openDialog(L, map, marker, { features, total, more }, words) {
  const { x: width, y: height } = map.getSize();
  const popup = L.popup({
    maxWidth: Math.min(320, width - 60),
    minWidth: Math.min(240, width - 80),
    maxHeight: Math.max(160, height - 90),
    offset: [0, -marker.side / 2 + 6],
    autoPanPadding: [16, 16],
  });
  popup.on("remove", () => marker.getElement()?.focus({ preventScroll: true }));
  popup.setLatLng(marker.getLatLng()).setContent(popover(features, words, { total, more })).openOn(map);
  const box = popup.getElement();
  box.setAttribute("role", "dialog");
  box.setAttribute("aria-label", marker.getElement().getAttribute("aria-label"));
  box.tabIndex = -1;
  box.querySelector(".leaflet-popup-close-button")?.setAttribute("aria-label", words.close);
  box.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    map.closePopup(popup);
  });
  box.focus({ preventScroll: true });
}
