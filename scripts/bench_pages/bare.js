// The least that shows the same points: Leaflet, a circle for each on one canvas, one static file, a filter by kind.

(async () => {
  const map = L.map("map", { preferCanvas: true, zoomAnimation: true });
  const { features } = await (await fetch("points.json")).json();
  const marks = features.map(({ geometry: { coordinates: [lon, lat] }, properties: { kind } }) => {
    const mark = L.circleMarker([lat, lon], { radius: 4, weight: 1 });
    mark.kind = kind;
    return mark;
  });
  const shown = L.layerGroup(marks);
  map.fitBounds(L.latLngBounds(marks.map((mark) => mark.getLatLng())), { animate: false });
  shown.addTo(map);
  const drawn = () => requestAnimationFrame(() => requestAnimationFrame(() => {
    document.dispatchEvent(new CustomEvent("bare:drawn"));
    window.bareDrawn = performance.now();
  }));
  drawn();
  const kinds = document.getElementById("kind");
  for (const kind of [...new Set(marks.map((mark) => mark.kind))].sort()) kinds.append(new Option(kind, kind));
  kinds.addEventListener("change", () => {
    shown.clearLayers();
    for (const mark of marks) if (!kinds.value || mark.kind === kinds.value) shown.addLayer(mark);
    drawn();
  });
})();
