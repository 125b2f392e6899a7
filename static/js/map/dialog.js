// The popover as a dialog: focus goes in, Escape closes, and closing gives the focus back. map.js hands its Leaflet in.

const EDGE = 10;

/** How far from the left edge a popover is clear of the buttons in the corner, which lie above it. */
function besideControls(map) {
  const buttons = map.getContainer().querySelector(".leaflet-top.leaflet-left .leaflet-control");
  return buttons ? buttons.offsetLeft + buttons.offsetWidth + EDGE : EDGE;
}

/**
 * Opens a popover with a body of elements, as large as the map allows. `at`: {latlng, up, opener}: where, how many pixels above
 * it, and the element that opened it; `most` is its greatest width. Returns the dialog.
 */
export function openDialog(L, map, { latlng, up, opener }, body, words, most = 320) {
  const { x: width, y: height } = map.getSize();
  const beside = besideControls(map);
  const popup = L.popup({
    maxWidth: Math.min(most, width - beside - EDGE),
    minWidth: Math.min(240, width - beside - EDGE),
    maxHeight: Math.max(160, height - 90),
    offset: [0, -up],
    autoPanPaddingTopLeft: [beside, 16],
    autoPanPaddingBottomRight: [EDGE, 16],
  });
  popup.on("remove", () => opener.isConnected && opener.focus({ preventScroll: true }));
  popup.setLatLng(latlng).setContent(body).openOn(map);
  const box = popup.getElement();
  box.setAttribute("role", "dialog");
  box.setAttribute("aria-label", opener.getAttribute("aria-label"));
  box.tabIndex = -1;
  box.querySelector(".leaflet-popup-close-button")?.setAttribute("aria-label", words.close);
  box.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    map.closePopup(popup);
  });
  box.focus({ preventScroll: true });
  return box;
}
