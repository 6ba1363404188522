import { type Challenge, solveChallenge } from "altcha-lib";
import { deriveKey } from "altcha-lib/algorithms/web/pbkdf2";

/** Longer than this nobody is kept waiting; what is then sent without the proof is looked at by a person. */
const LONGEST_WAIT = 15_000;

/**
 * `<proof-of-work src="/proof" field="proof">` in a form, before the button that sends it: as soon as its person begins
 * to type, the machine solves a small sum and puts the answer into a hidden field. Whoever is quicker than the machine
 * waits for it, or an honest sender would look like none. Without script or a secure connection the field stays away,
 * and what is sent is looked at by a person.
 */
export class ProofOfWork extends HTMLElement {
  #work: Promise<void> | undefined;
  #ended = false;
  #isWaiting = false;

  connectedCallback(): void {
    const form = this.closest("form");
    form?.addEventListener("input", () => void this.#begin(), { once: true });
    form?.addEventListener("submit", (event) => this.#hold(event, form));
  }

  #begin(): Promise<void> {
    const end = () => {
      this.#ended = true;
    };
    this.#work ??= this.#solve().then(end, end);
    return this.#work;
  }

  /** Only what comes after this element sends; other buttons of the form save or look, and need no proof. */
  #hold(event: SubmitEvent, form: HTMLFormElement): void {
    const { submitter } = event;
    if (this.#ended || !submitter) return;
    if (!(this.compareDocumentPosition(submitter) & Node.DOCUMENT_POSITION_FOLLOWING)) return;
    event.preventDefault();
    if (this.#isWaiting) return;
    this.#isWaiting = true;
    submitter.setAttribute("aria-disabled", "true");
    const patience = new Promise((resolve) => window.setTimeout(resolve, LONGEST_WAIT));
    void Promise.race([this.#begin(), patience]).then(() => {
      this.#ended = true;
      submitter.removeAttribute("aria-disabled");
      form.requestSubmit(submitter);
    });
  }

  async #solve(): Promise<void> {
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
