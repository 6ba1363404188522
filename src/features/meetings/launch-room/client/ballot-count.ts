/** `<ballot-count most="3">` around boxes to tick: says how many are given, and stops at the last. */
export class BallotCount extends HTMLElement {
  connectedCallback(): void {
    this.addEventListener("change", this.#count);
    document.addEventListener("room-shown", this.#count);
    this.#count();
  }

  disconnectedCallback(): void {
    this.removeEventListener("change", this.#count);
    document.removeEventListener("room-shown", this.#count);
  }

  #count = (): void => {
    const most = Number(this.getAttribute("most"));
    const boxes = [...this.querySelectorAll<HTMLInputElement>("input[type=checkbox]")];
    const given = boxes.filter(({ checked }) => checked).length;
    for (const box of boxes) box.disabled = given >= most && !box.checked;
    const note = this.querySelector("[role=status]");
    if (note) note.textContent = `${given} of ${most} given.`;
  };
}
