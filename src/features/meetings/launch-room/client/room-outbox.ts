import { deliver, type Letter, Letters } from "./letters.ts";

const AGAIN = 3_000;
const SLOW = 700;

/**
 * `<room-outbox name="…">` around a page of a room: what its marked forms send is kept on this device until the room has
 * it. It says so in words, sends by itself when the network is back, and never sends a thing twice: each carries a name
 * that the room knows it by.
 */
export class RoomOutbox extends HTMLElement {
  #letters!: Letters;
  #wait = 0;
  #sending = false;

  connectedCallback(): void {
    this.#letters = new Letters(this.getAttribute("name") ?? "");
    this.addEventListener("submit", this.#submitted);
    window.addEventListener("online", this.#send);
    this.#send();
  }

  disconnectedCallback(): void {
    this.removeEventListener("submit", this.#submitted);
    window.removeEventListener("online", this.#send);
    clearTimeout(this.#wait);
  }

  #submitted = (event: SubmitEvent): void => {
    const form = event.target as HTMLFormElement;
    const then = form.dataset.send;
    if (event.defaultPrevented || (then !== "stay" && then !== "go")) return;
    event.preventDefault();
    const body = new URLSearchParams([...new FormData(form)] as [string, string][]);
    this.#letters.add({ action: form.action, body: body.toString(), then });
    if (then === "stay") makeReady(form);
    this.#send();
  };

  #send = async (): Promise<void> => {
    if (this.#sending) return;
    clearTimeout(this.#wait);
    this.#sending = true;
    for (const letter of this.#letters.all()) {
      const slow = window.setTimeout(() => this.#say("Sending …", "waits"), SLOW);
      const fate = await deliver(letter);
      clearTimeout(slow);
      if (fate.kind === "kept") {
        this.#sayKept();
        this.#wait = window.setTimeout(this.#send, AGAIN);
        break;
      }
      this.#letters.drop(letter);
      if (fate.kind === "refused") this.#refused(letter, fate.words);
      else if (letter.then === "go") return location.assign(fate.at);
      else this.#say("Received.", "good");
    }
    this.#sending = false;
    // Something may have been put in while the last was on its way.
    if (this.#letters.all().length > 0 && !this.#wait) this.#wait = window.setTimeout(this.#send, 0);
  };

  #sayKept(): void {
    const kept = this.#letters.all();
    const what = kept.some(({ body }) => body.includes("sending="))
      ? "Your company’s votes are"
      : kept.length === 1
        ? "What you sent is"
        : `${kept.length} things that you sent are`;
    this.#say(
      `${what} kept on this phone, and will be sent when the network is back. Leave this page open.`,
      "waits",
    );
  }

  /** Puts what was typed back into its form, where that is still there and empty, so that nothing is lost. */
  #refused({ action, body }: Letter, words: string): void {
    const form = [...this.querySelectorAll("form")].find((one) => one.action === action);
    const fields = new URLSearchParams(body);
    const typed = fields.get("words") ?? fields.get("name");
    const field = form?.querySelector<HTMLInputElement>("textarea[name=words], input[name=name]");
    if (field && typed && !field.value) field.value = typed;
    this.#say(!field && typed ? `“${typed}”: ${words}` : words, "bad");
  }

  #say(words: string, look: "good" | "waits" | "bad"): void {
    const status = this.querySelector<HTMLElement>(".outbox-status");
    if (!status) return;
    status.hidden = false;
    status.className = `outbox-status ${look}`;
    status.textContent = words;
  }
}

/** Empties the form for the next one, which is another and so has another name. */
function makeReady(form: HTMLFormElement): void {
  for (const field of form.querySelectorAll<HTMLTextAreaElement>("textarea")) field.value = "";
  const id = form.querySelector<HTMLInputElement>("input[name=id]");
  if (id) id.value = freshId();
  form.querySelector("textarea")?.focus();
}

/** As `crypto.randomUUID`, which browsers have only where a site is reached by https. */
function freshId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6]! & 15) | 64;
  bytes[8] = (bytes[8]! & 63) | 128;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}
