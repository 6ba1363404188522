/**
 * `<confirm-step question="Decline this update?">` around a button: asks before its form is sent. Without script
 * the server's own page asks, or the deed can be taken back.
 */
export class ConfirmStep extends HTMLElement {
  connectedCallback(): void {
    this.addEventListener("click", this, { capture: true });
  }

  handleEvent(event: Event): void {
    const pressed = event.target instanceof Element && event.target.closest("button, input[type=submit]");
    if (!pressed) return;
    if (!window.confirm(this.getAttribute("question") ?? "Are you sure?")) {
      event.preventDefault();
      event.stopPropagation();
    }
  }
}
