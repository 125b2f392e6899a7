// The last visit, kept in the reader's browser alone: a link "since your last visit" appears where there was one.

const LAST = "frontdesk:last-visit";
const BEFORE = "frontdesk:visit-before";

/** When the visit before this one ended, or null. A visit is a browser tab's session. */
export function visitBefore(local, session, now) {
  try {
    if (session.getItem(BEFORE) === null) session.setItem(BEFORE, local.getItem(LAST) || "");
    local.setItem(LAST, now);
    return session.getItem(BEFORE) || null;
  } catch {
    return null; // storage is switched off
  }
}

if (globalThis.document) {
  const before = visitBefore(localStorage, sessionStorage, `${new Date().toISOString().slice(0, 19)}Z`);
  for (const place of document.querySelectorAll("[data-visit]")) {
    if (!before) continue;
    const query = new URLSearchParams(place.dataset.query || "");
    query.set("since", before);
    place.querySelector("a").href = `${place.dataset.visit}?${query}`;
    place.hidden = false;
  }
}
