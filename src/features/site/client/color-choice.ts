/**
 * `<color-choice otherwise="#0b4a57">` around a text field for a color and a picture of it: puts the browser's own
 * color chooser beside the field and draws the picture anew as the color changes; while the field is empty, of the
 * color that stands otherwise. Without script the field is typed in, and the picture follows when the form is sent.
 */
export class ColorChoice extends HTMLElement {
  connectedCallback(): void {
    const field = this.querySelector("input");
    const picture = this.querySelector("img");
    if (!field || !picture || this.querySelector('input[type="color"]')) return;
    const chooser = document.createElement("input");
    chooser.type = "color";
    chooser.setAttribute("aria-label", "Choose the color");
    const follow = () => {
      const text = field.value.trim() || this.getAttribute("otherwise") || "";
      const color = /^#?([0-9a-f]{6})$/i.exec(text)?.[1]?.toLowerCase();
      if (!color) return;
      chooser.value = `#${color}`;
      picture.src = `/brand/${color}.svg`;
    };
    chooser.addEventListener("change", () => {
      field.value = chooser.value;
      field.dispatchEvent(new Event("input", { bubbles: true }));
    });
    field.addEventListener("input", follow);
    const row = document.createElement("div");
    row.className = "color-row";
    field.replaceWith(row);
    row.append(field, chooser);
    follow();
  }
}
