/**
 * `<char-count most="500">` around a textarea and its note: says how much room is left, while typing by sight,
 * and to a screen reader only once typing pauses. Nothing is ever cut off.
 */
export class CharCount extends HTMLElement {
  #area: HTMLTextAreaElement | null = null;
  #note: HTMLElement | null = null;
  #spoken = document.createElement("p");
  #pause = 0;

  connectedCallback(): void {
    this.#area = this.querySelector("textarea");
    this.#note = this.querySelector(".field-note");
    this.#spoken.className = "visually-hidden";
    this.#spoken.setAttribute("role", "status");
    this.append(this.#spoken);
    this.addEventListener("input", this);
    if (this.#area?.value) this.#show();
  }

  disconnectedCallback(): void {
    clearTimeout(this.#pause);
    this.removeEventListener("input", this);
    this.#spoken.remove();
  }

  handleEvent(): void {
    const words = this.#show();
    clearTimeout(this.#pause);
    this.#pause = window.setTimeout(() => {
      this.#spoken.textContent = words;
    }, 1200);
  }

  #show(): string {
    if (!this.#area || !this.#note) return "";
    // The server counts line breaks as it receives them: two characters each.
    const length = this.#area.value.replace(/\r?\n/g, "\r\n").length;
    const left = Number(this.getAttribute("most")) - length;
    const count = Math.abs(left).toLocaleString("en-US");
    const words = left < 0 ? `${count} characters too many` : `${count} characters left`;
    this.#note.textContent = words;
    this.#note.classList.toggle("over", left < 0);
    return words;
  }
}
