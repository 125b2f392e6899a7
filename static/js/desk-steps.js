// Decisions in the order in which they were taken, one at a time: each is sent with the version that the last one left.
export class Steps {
  #last = Promise.resolve();
  #stopped = 0;
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
    context.item?.classList.add("busy");
    this.#last = this.#last.then(() => this.#send(address, body, context, ticket, isForm));
  }

  async #send(address, body, context, ticket, isForm) {
    if (ticket !== this.#stopped) return; // something before it was refused: the editor looks first
    if (!isForm) body.set("version", document.getElementById("board").dataset.version);
    let reply;
    try {
      reply = await fetch(address, { method: "POST", body, headers: { "X-Desk": "board" } });
    } catch {
      return this.#refuse("The server does not answer. Nothing was saved; try again.", context);
    }
    const html = await reply.text();
    const isPart = reply.headers.get("Content-Type")?.startsWith("text/html") && [200, 409, 422].includes(reply.status);
    if (!isPart) return this.#refuse(`Not saved (${reply.status}). Reload the page.`, context);
    if (!reply.ok) this.#stopped += 1;
    context.item?.classList.remove("busy");
    this.#show(html, context, isForm && !reply.ok);
  }

  #refuse(words, context) {
    this.#stopped += 1;
    for (const item of document.querySelectorAll(".item.busy")) item.classList.remove("busy");
    context.item?.classList.remove("busy");
    say(words, true);
  }
}

/** A sentence for the editor, above the board. */
export function say(words, isWrong = false) {
  const notice = document.getElementById("notice");
  notice.textContent = words;
  notice.hidden = false;
  notice.classList.toggle("notice-wrong", isWrong);
}
