/**
 * `<submit-once>` around a form: a second press of the button within a few seconds does nothing, so a double
 * click sends once. The button stays enabled, or its name and value would be lost and its focus with it.
 */
export class SubmitOnce extends HTMLElement {
  #sentAt = 0;

  connectedCallback(): void {
    this.addEventListener("submit", this);
    window.addEventListener("pageshow", this);
  }

  disconnectedCallback(): void {
    this.removeEventListener("submit", this);
    window.removeEventListener("pageshow", this);
  }

  handleEvent(event: Event): void {
    const button = event instanceof SubmitEvent ? event.submitter : null;
    if (event.type === "pageshow") {
      // The page came back from the browser's memory: what was sent may be sent again.
      this.#sentAt = 0;
      this.querySelector("[aria-disabled]")?.removeAttribute("aria-disabled");
      return;
    }
    if (event.defaultPrevented) return;
    if (event.timeStamp - this.#sentAt < 8000 && this.#sentAt > 0) {
      event.preventDefault();
      return;
    }
    this.#sentAt = event.timeStamp;
    button?.setAttribute("aria-disabled", "true");
    window.setTimeout(() => button?.removeAttribute("aria-disabled"), 8000);
  }
}
