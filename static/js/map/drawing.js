// A canvas that moves with the map. map.js hands its Leaflet in.

/**
 * The class of canvas layers for a Leaflet `L`: as large as the view and a margin, painted by `options.paint(context, view, ratio)`
 * whenever the map has moved. A view is {left, top, width, height} in world pixels of `zoom`, `min`, its layer point, and `seen`,
 * the part of it that is not margin, in its own pixels.
 */
export function drawingClass(L) {
  const ratio = () => Math.min(2, window.devicePixelRatio || 1);
  return L.Renderer.extend({
    initialize(options) {
      L.Renderer.prototype.initialize.call(this, { padding: 0.15, ...options });
      this._layers = {};
    },

    getEvents() {
      return { ...L.Renderer.prototype.getEvents.call(this), move: this._follow };
    },

    _initContainer() {
      this._container = L.DomUtil.create("canvas", "map-drawing");
      this._context = this._container.getContext("2d");
    },

    _destroyContainer() {
      this._container.remove();
    },

    _update() {
      if (this._map._animatingZoom && this._bounds) return;
      L.Renderer.prototype._update.call(this);
      const { x: width, y: height } = this._bounds.getSize();
      L.DomUtil.setPosition(this._container, this._bounds.min);
      this._container.width = Math.round(width * ratio());
      this._container.height = Math.round(height * ratio());
      this._container.style.width = `${width}px`;
      this._container.style.height = `${height}px`;
      this.repaint();
    },

    repaint() {
      if (!this._bounds || !this._map) return;
      const corner = this._map.getPixelOrigin().add(this._bounds.min);
      const { x: width, y: height } = this._bounds.getSize();
      const { x, y } = this._map.containerPointToLayerPoint([0, 0]).subtract(this._bounds.min);
      const { x: across, y: down } = this._map.getSize();
      const seen = { left: x, top: y, right: x + across, bottom: y + down };
      const view = { left: corner.x, top: corner.y, width, height, zoom: this._map.getZoom(), min: this._bounds.min, seen };
      this.options.paint(this._context, view, ratio());
    },

    /** While dragging: paints anew once the view has left what was painted. */
    _follow() {
      const shown = this._map.containerPointToLayerPoint([0, 0]);
      if (!this._bounds.contains(L.bounds(shown, shown.add(this._map.getSize())))) this._update();
    },

    _updatePaths() {},
  });
}
