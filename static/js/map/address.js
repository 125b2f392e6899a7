// What the address remembers behind the #: the map's view, the layers that the reader switched, and the day that the
// timeline shows. Pure.
//   #map=7/36.200/37.160&on=control&off=borders&day=2016-12-09

const VIEW = /^(\d+)\/(-?[\d.]+)\/(-?[\d.]+)$/;
const OURS = /^#(map|on|off|day)=/;

/** Whether what stands behind the # is ours, and no anchor. */
export const isOurs = (hash) => OURS.test(hash);

/** {view: {zoom, lat, lon} or null, on: [names], off: [names], day or null} of what stands behind the #. */
export function readAddress(hash) {
  const pairs = new URLSearchParams(isOurs(hash) ? hash.slice(1) : "");
  const [, zoom, lat, lon] = VIEW.exec(pairs.get("map") || "") || [];
  const names = (which) => (pairs.get(which) || "").split(",").filter(Boolean);
  return { view: zoom ? { zoom: Number(zoom), lat: Number(lat), lon: Number(lon) } : null, on: names("on"), off: names("off"), day: pairs.get("day") };
}

/** The same written, with its #; empty where there is nothing to remember. */
export function writeAddress({ view, on = [], off = [], day }) {
  const parts = [];
  if (view) parts.push(`map=${view.zoom}/${view.lat.toFixed(3)}/${view.lon.toFixed(3)}`);
  if (on.length) parts.push(`on=${on.join(",")}`);
  if (off.length) parts.push(`off=${off.join(",")}`);
  if (day) parts.push(`day=${day}`);
  return parts.length ? `#${parts.join("&")}` : "";
}
