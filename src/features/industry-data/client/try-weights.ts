const WAIT = 300;

/**
 * Around a form that asks by GET: shows the new order whenever a weight changes, without leaving the page. The server
 * draws it, so it is the same as with the button; `parts` names the ids of what is taken from its answer. What the
 * server refuses waits for the button, whose page says what is wrong.
 */
export class TryWeights extends HTMLElement {
  #timer: number | undefined;
  #asked = new AbortController();

  connectedCallback(): void {
    this.addEventListener("input", this);
  }

  disconnectedCallback(): void {
    this.removeEventListener("input", this);
    window.clearTimeout(this.#timer);
    this.#asked.abort();
  }

  handleEvent(): void {
    window.clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => this.refresh(), WAIT);
  }

  async refresh(): Promise<void> {
    const form = this.querySelector("form");
    if (!form) return;
    this.#asked.abort();
    const asked = new AbortController();
    this.#asked = asked;
    const fields = new URLSearchParams();
    for (const [name, value] of new FormData(form)) if (typeof value === "string") fields.append(name, value);
    const address = `${form.action}?${fields}`;
    try {
      const answer = await fetch(address, { headers: { accept: "text/html" }, signal: asked.signal });
      if (!answer.ok) return;
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      for (const id of (this.getAttribute("parts") ?? "").split(" ")) {
        const fresh = page.getElementById(id);
        if (fresh) document.getElementById(id)?.replaceChildren(...fresh.childNodes);
      }
      // Reloaded or sent on, the page shows the same weights.
      history.replaceState(history.state, "", address);
    } catch {
      // A line that is down changes nothing: the button tries again and the browser says what is wrong.
    }
  }
}
