import { type Challenge, solveChallenge } from "altcha-lib";
import { deriveKey } from "altcha-lib/algorithms/web/pbkdf2";

/**
 * `<proof-of-work src="/proof" field="proof">` in a form: as soon as its person begins to type, the machine solves
 * a small sum and puts the answer into a hidden field. Without script or a secure connection the field stays away,
 * and what is sent is looked at by a person.
 */
export class ProofOfWork extends HTMLElement {
  connectedCallback(): void {
    this.closest("form")?.addEventListener("input", () => void this.solve(), { once: true });
  }

  private async solve(): Promise<void> {
    if (!globalThis.crypto?.subtle) return;
    const response = await fetch(this.getAttribute("src") ?? "/proof");
    if (!response.ok) return;
    const challenge = (await response.json()) as Challenge;
    const solution = await solveChallenge({ challenge, deriveKey });
    if (!solution) return;
    const field = document.createElement("input");
    field.type = "hidden";
    field.name = this.getAttribute("field") ?? "proof";
    field.value = btoa(JSON.stringify({ challenge, solution }));
    this.replaceChildren(field);
  }
}
