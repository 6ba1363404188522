import { morph } from "./morph.ts";

/** Changes that come together are fetched together; each screen waits a little differently, so that not all ask at once. */
const GATHER = 80;
const SPREAD = 250;
const AGAIN = 2_000;

/**
 * `<room-live part="…" watch="…">`: hears that the room looks different and fetches its inside anew. When the network
 * comes back it looks again by itself.
 */
export class RoomLive extends HTMLElement {
  #source: EventSource | undefined;
  #wait = 0;
  #asking = false;
  #changed = false;

  connectedCallback(): void {
    this.#watch();
    window.addEventListener("online", this.#back);
    document.addEventListener("visibilitychange", this.#back);
  }

  disconnectedCallback(): void {
    this.#source?.close();
    clearTimeout(this.#wait);
    window.removeEventListener("online", this.#back);
    document.removeEventListener("visibilitychange", this.#back);
  }

  #watch(): void {
    this.#source?.close();
    const source = new EventSource(this.getAttribute("watch") ?? "");
    this.#source = source;
    source.addEventListener("changed", () => this.#soon(GATHER + Math.random() * SPREAD));
    source.addEventListener("error", () => {
      // A browser gives up for good where a proxy answers in between; we do not.
      if (source.readyState === EventSource.CLOSED) this.#soon(AGAIN);
    });
  }

  #back = (): void => {
    if (document.visibilityState === "hidden") return;
    this.#soon(0);
  };

  #soon(milliseconds: number): void {
    this.#changed = true;
    clearTimeout(this.#wait);
    this.#wait = window.setTimeout(() => this.#look(), milliseconds);
  }

  async #look(): Promise<void> {
    if (this.#asking) return;
    this.#asking = true;
    this.#changed = false;
    const html = await fetch(this.getAttribute("part") ?? "", { headers: { accept: "text/html" } })
      .then((answer) => (answer.ok ? answer.text() : undefined))
      .catch(() => undefined);
    this.#asking = false;
    if (!this.isConnected) return;
    if (this.#source?.readyState === EventSource.CLOSED) this.#watch();
    if (html === undefined) return this.#soon(AGAIN);
    this.show(html);
    if (this.#changed) this.#soon(GATHER);
  }

  /** Puts in what the room sent. */
  show(html: string): void {
    const wanted = new DOMParser().parseFromString(html, "text/html").querySelector(".room-part");
    const there = this.querySelector(":scope > .room-part");
    if (wanted && there) morph(there, wanted);
    this.dispatchEvent(new CustomEvent("room-shown", { bubbles: true }));
  }
}
