// While a report is being read: ask whether it is done, and show the page as soon as it is.
const OPEN = new Set(["queued", "reading"]);
let watching = false;

export async function watchReading() {
  const state = () => document.getElementById("state");
  if (watching || !OPEN.has(state()?.dataset.state)) return;
  watching = true;
  let etag = "";
  for (let wait = 300; ; wait = Math.min(wait * 1.3, 3000)) {
    await new Promise((done) => setTimeout(done, wait));
    try {
      const reply = await fetch(state().dataset.poll, { headers: etag ? { "If-None-Match": etag } : {}, cache: "no-store" });
      if (reply.status === 304) continue;
      if (!reply.ok) break;
      etag = reply.headers.get("ETag") ?? "";
      state().outerHTML = await reply.text();
    } catch {
      continue; // the network or the server is away for a moment
    }
    if (!OPEN.has(state().dataset.state)) return location.reload();
  }
}
