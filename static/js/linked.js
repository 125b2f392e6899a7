// List, timeline and map as one instrument: what is under the pointer or has the focus in one is marked in the others.
// The map says `map:focus` {id of a place}; we say `map:highlight` {id}. Elements carry data-id and data-places.

/** Whether a list of ids, as an attribute holds it, has this one. */
export function holds(attribute, id) {
  return Boolean(id) && (attribute || "").split(" ").includes(id);
}

/** Listen to pointer and focus in all three. */
export function startLinks() {
  const map = document.getElementById("map");
  const enter = ({ target }) => {
    const one = target.closest?.("[data-places]");
    if (!one) return clear();
    mark((other) => other !== one && one.dataset.id !== undefined && other.dataset.id === one.dataset.id);
    map?.dispatchEvent(new CustomEvent("map:highlight", { detail: { id: one.dataset.places.split(" ")[0] || null } }));
  };
  const clear = () => {
    mark(() => false);
    map?.dispatchEvent(new CustomEvent("map:highlight", { detail: { id: null } }));
  };
  document.addEventListener("pointerover", (event) => !map?.contains(event.target) && enter(event));
  document.addEventListener("focusin", (event) => !map?.contains(event.target) && enter(event));
  document.addEventListener("map:focus", ({ detail }) => mark((one) => holds(one.dataset.places, detail.id)));
}

function mark(wanted) {
  for (const one of document.querySelectorAll("[data-places]")) one.classList.toggle("is-linked", wanted(one));
}
