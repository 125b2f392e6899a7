// Decisions in the order in which they were taken, one at a time: each is sent with the version that the last one left.
export class Steps {
  #last = Promise.resolve();
  #stopped = 0;
  #waiting = []; // the claims of what was not answered yet
  #show;

  // `show(html, context, isForm)` draws an answer; `context.item` is greyed until it comes.
  constructor(show) { this.#show = show; }

  /** A form as its button would send it. A form in place keeps the version it was opened with. */
  send(form, button, context) {
    const body = new FormData(form, button ?? undefined);
    this.#queue(button?.getAttribute("formaction") ?? form.getAttribute("action"), body, context, form.matches(".correct"));
  }

  /** One decision on a claim: `action` is "accept", "reject", "reopen" or a status. */
  decide(address, action, context) {
    const body = new FormData(document.getElementById("decide"));
    body.set("action", action);
    this.#queue(address, body, context, false);
  }

  #queue(address, body, context, isForm) {
    const ticket = this.#stopped;
    this.#waiting.push(context.item?.dataset.claim);
    this.#grey();
    this.#last = this.#last.then(() => this.#send(address, body, context, ticket, isForm));
  }

  async #send(address, body, context, ticket, isForm) {
    if (ticket !== this.#stopped) return; // something before it was refused: the editor looks first
    const board = document.getElementById("board");
    if (!isForm) body.set("version", board.dataset.version);
    body.set("drawn", drawn(board));
    let reply;
    try {
      reply = await fetch(address, { method: "POST", body, headers: { "X-Desk": "board" } });
    } catch {
      return this.#refuse("The server does not answer. Nothing was saved; try again.");
    }
    const html = await reply.text();
    const isPart = reply.headers.get("Content-Type")?.startsWith("text/html") && [200, 409, 422].includes(reply.status);
    if (!isPart) return this.#refuse(`Not saved (${reply.status}). Reload the page.`);
    if (reply.ok) this.#waiting.shift();
    else this.#stop();
    this.#show(html, context, isForm && !reply.ok);
    this.#grey();
  }

  #refuse(words) {
    this.#stop();
    this.#grey();
    say(words, true);
  }

  #stop() {
    this.#stopped += 1;
    this.#waiting = [];
  }

  // A new board knows nothing of what is still on its way.
  #grey() {
    for (const item of document.querySelectorAll(".item")) item.classList.toggle("busy", this.#waiting.includes(item.dataset.claim));
  }
}

/** What is drawn by now: the server answers with what looks different. */
function drawn(board) {
  const items = [...board.querySelectorAll(".item")].map((item) => item.dataset.drawn);
  return [board.dataset.drawn, board.dataset.pinned, ...items].join(" ");
}

/** A sentence for the editor, above the board. */
export function say(words, isWrong = false) {
  const notice = document.getElementById("notice");
  notice.textContent = words;
  notice.hidden = false;
  notice.classList.toggle("notice-wrong", isWrong);
}
