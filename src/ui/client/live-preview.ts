const WAIT = 400;

/**
 * Shows what the form around it will look like: `<live-preview src="/share/preview">`. Whenever the typing pauses
 * it posts the form's text fields (no files) there and takes in the piece of page that comes back. The server
 * draws it, so it is the same as the page; nothing is announced, for it is beside what one is typing.
 */
export class LivePreview extends HTMLElement {
  #timer: number | undefined;
  #asked = new AbortController();
  #listeners = new AbortController();
  #isPressed = false;
  /** What has come while something was being pressed. */
  #waiting: string | undefined;

  connectedCallback(): void {
    this.#listeners = new AbortController();
    const { signal } = this.#listeners;
    this.setAttribute("aria-live", "off");
    const later = () => {
      window.clearTimeout(this.#timer);
      this.#timer = window.setTimeout(() => this.refresh(), WAIT);
    };
    this.#form()?.addEventListener("input", later, { signal });
    this.#form()?.addEventListener("change", later, { signal });
    this.closest("details")?.addEventListener("toggle", later, { signal });
    this.#watchPresses(signal);
    later();
  }

  disconnectedCallback(): void {
    window.clearTimeout(this.#timer);
    this.#listeners.abort();
    this.#asked.abort();
  }

  /** A preview that grows moves what stands below it, and a button that moves under the pointer is not pressed. */
  #watchPresses(signal: AbortSignal): void {
    const press = (isPressed: boolean) => () => {
      this.#isPressed = isPressed;
      // The click comes right after the pointer goes up.
      if (!isPressed) window.setTimeout(() => this.#showWaiting());
    };
    window.addEventListener("pointerdown", press(true), { signal, capture: true });
    window.addEventListener("pointerup", press(false), { signal, capture: true });
    window.addEventListener("pointercancel", press(false), { signal, capture: true });
  }

  /** The form it stands in, or the one whose id its `form` attribute names. */
  #form(): HTMLFormElement | null {
    const named = document.getElementById(this.getAttribute("form") ?? "");
    return named instanceof HTMLFormElement ? named : this.closest("form");
  }

  async refresh(): Promise<void> {
    const form = this.#form();
    const source = this.getAttribute("src");
    if (!form || !source || this.closest("details:not([open])")) return;
    this.#asked.abort();
    const asked = new AbortController();
    this.#asked = asked;
    try {
      const answer = await fetch(source, {
        method: "POST",
        body: textFields(form),
        headers: { accept: "text/html" },
        signal: asked.signal,
      });
      if (!answer.ok) throw new Error(`The preview answered ${answer.status}.`);
      this.#waiting = await answer.text();
      if (!this.#isPressed) this.#showWaiting();
    } catch {
      // An old preview is better than none, as long as it says that it is old.
      if (!asked.signal.aborted) this.setAttribute("stale", "");
    }
  }

  #showWaiting(): void {
    if (this.#waiting === undefined) return;
    const page = new DOMParser().parseFromString(this.#waiting, "text/html");
    this.#waiting = undefined;
    this.replaceChildren(...page.body.childNodes);
    this.removeAttribute("stale");
  }
}

function textFields(form: HTMLFormElement): URLSearchParams {
  const fields = new URLSearchParams();
  for (const [name, value] of new FormData(form)) if (typeof value === "string") fields.append(name, value);
  return fields;
}
