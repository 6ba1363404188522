/**
 * `<copy-link href="…">` around a plain link to the same address: adds a button that copies it. Without script
 * the link stays, and can be copied by hand.
 */
export class CopyLink extends HTMLElement {
  connectedCallback(): void {
    if (!navigator.clipboard || this.querySelector("button")) return;
    const button = document.createElement("button");
    button.type = "button";
    button.className = "button quiet compact";
    button.textContent = "Copy link";
    const said = document.createElement("span");
    said.className = "field-note";
    said.setAttribute("role", "status");
    button.addEventListener("click", async () => {
      const address = new URL(this.getAttribute("href") ?? "", location.href).href;
      try {
        await navigator.clipboard.writeText(address);
        said.textContent = " Copied.";
      } catch {
        said.textContent = ` Your browser did not allow copying. The address is ${address}`;
      }
    });
    this.replaceChildren(button, said);
  }
}
