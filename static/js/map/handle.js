// A handle on the map to drag a spot by: while it is shown, wherever it is let go is where the spot lies.

const STEP = 8; // pixels that an arrow key moves it
const CLOSE = 8; // the zoom at which a spot can be told from its neighbours

/** `place({lat, lng})` shows the handle there, null takes it away; `moved(latlng)` is told where it was let go. */
export class Handle {
  constructor(L, map, words, moved) {
    Object.assign(this, { L, map, words, moved });
  }

  place(spot) {
    if (!spot || spot.lat === null) return this.takeAway();
    if (!this.marker) this.make();
    this.look(spot);
    this.marker.setLatLng(spot).addTo(this.map);
    const element = this.marker.getElement();
    element.setAttribute("aria-label", this.words);
    element.onkeydown = (event) => this.nudge(event);
  }

  // Close enough to choose a spot, and back again afterwards.
  look(spot) {
    if (!this.before) {
      this.before = [this.map.getCenter(), this.map.getZoom()];
      this.map.setView(spot, Math.max(this.map.getZoom(), CLOSE), { animate: false });
    } else if (!this.map.getBounds().pad(-0.05).contains(spot)) this.map.panTo(spot, { animate: false });
  }

  takeAway() {
    this.marker?.remove();
    if (this.before) this.map.setView(...this.before, { animate: false });
    this.before = null;
  }

  make() {
    const icon = this.L.divIcon({ className: "handle", iconSize: [28, 28] });
    this.marker = this.L.marker([0, 0], { icon, draggable: true, autoPan: true, zIndexOffset: 2000 });
    this.marker.on("dragend", () => this.moved(this.marker.getLatLng()));
  }

  nudge(event) {
    const [x, y] = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key] ?? [];
    if (x === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    const at = this.map.latLngToContainerPoint(this.marker.getLatLng()).add([x * STEP, y * STEP]);
    this.moved(this.map.containerPointToLatLng(at));
    this.marker.getElement().focus();
  }
}
