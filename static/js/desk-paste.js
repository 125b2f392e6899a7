// Paste: offer the outlet that the text names, as soon as a text is there. The editor's own choice is left alone.
const form = document.getElementById("paste");
const text = form.elements.namedItem("text");
const outlet = form.elements.namedItem("outlet");
const told = document.getElementById("guess");
let chosen = outlet.value !== "";
let asked = "";
const preview = document.getElementById("preview");
const likes = document.getElementById("likes");
let timer;
let asking = new AbortController();

outlet.addEventListener("change", () => { chosen = outlet.value !== ""; told.hidden = true; });
text.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(look, 400); });
for (const name of ["published", "outlet"]) form.elements.namedItem(name).addEventListener("change", show);
form.addEventListener("submit", refuseTooLong);
look();

async function look() {
  await guess();
  await show();
}

// What the reader would make of it, from the same code as the worker's. Nothing is kept.
async function show() {
  asking.abort();
  asking = new AbortController();
  if (!text.value.trim()) { preview.hidden = true; return; }
  preview.classList.add("stale");
  try {
    const body = new FormData(form);
    body.delete("file");
    const reply = await fetch(form.dataset.preview, { method: "POST", body, signal: asking.signal });
    if (!reply.ok) return;
    preview.innerHTML = await reply.text();
    likes.replaceChildren(preview.querySelector(".likes") ?? ""); // beside the button, where it is seen
    preview.hidden = false;
    preview.classList.remove("stale");
  } catch (problem) {
    if (problem.name !== "AbortError") preview.hidden = true; // no preview: saving works all the same
  }
}

// The server refuses it in the same words, but might not take a text of many megabytes at all.
function refuseTooLong(event) {
  const size = new TextEncoder().encode(text.value).length;
  const file = form.elements.namedItem("file").files[0]?.size ?? 0;
  if (size <= form.dataset.limit && file <= form.dataset.limit) return;
  event.preventDefault();
  told.textContent = form.dataset.tooLong;
  told.hidden = false;
  told.scrollIntoView({ block: "nearest" });
}

async function guess() {
  const words = text.value;
  if (chosen || !words.trim() || words === asked) return;
  asked = words;
  const body = new FormData();
  body.set("text", words.length > 40000 ? `${words.slice(0, 20000)}\n${words.slice(-20000)}` : words);
  const csrf = form.elements.namedItem("csrfmiddlewaretoken").value;
  const reply = await fetch(form.dataset.guess, { method: "POST", body, headers: { "X-CSRFToken": csrf } });
  if (!reply.ok || chosen) return;
  const found = await reply.json();
  outlet.value = found.outlet ?? "";
  told.textContent = found.outlet ? `${form.dataset.guessed} “${found.words}”` : "";
  told.hidden = !found.outlet;
}
