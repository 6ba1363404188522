/**
 * `<set-audiences hidden>` in the profile form: sets who sees each part all at once. Its buttons only fill the form in;
 * nothing is shown to anybody before it is saved. Without script it stays away, and each part is set by itself.
 */
export class SetAudiences extends HTMLElement {
  connectedCallback(): void {
    this.hidden = false;
    this.addEventListener("click", this);
  }

  handleEvent(event: Event): void {
    const pressed = event.target instanceof Element && event.target.closest<HTMLElement>("[data-audience]");
    if (!pressed) return;
    const parts = this.closest("form")?.querySelectorAll<HTMLSelectElement>('select[name^="shown-"]') ?? [];
    for (const part of parts) {
      part.value = pressed.dataset.audience ?? "nobody";
      part.dispatchEvent(new Event("input", { bubbles: true }));
    }
  }
}
