import { startAuthentication, startRegistration } from "@simplewebauthn/browser";

/** Asks the site what to sign. The address is the element's own. */
async function optionsFrom(element: HTMLElement) {
  const response = await fetch(element.getAttribute("options") ?? "", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: "{}",
  });
  if (!response.ok) throw new Error(`The site answered ${response.status}.`);
  return response.json();
}

/**
 * Around a form with an empty field `response`: before it is sent, the browser asks its owner for a passkey and the
 * answer goes into that field. Without script, or in a browser that knows no passkeys, the element stays hidden.
 */
abstract class PasskeyForm extends HTMLElement {
  #isAsking = false;

  connectedCallback(): void {
    if (!globalThis.PublicKeyCredential) return;
    this.hidden = false;
    this.addEventListener("submit", (event) => void this.#hold(event), { capture: true });
  }

  abstract ask(options: never): Promise<unknown>;

  async #hold(event: Event): Promise<void> {
    const form = event.target as HTMLFormElement;
    const field = form.elements.namedItem("response") as HTMLInputElement;
    if (field.value !== "") return;
    event.preventDefault();
    event.stopPropagation();
    if (this.#isAsking) return;
    this.#isAsking = true;
    this.#say("");
    try {
      field.value = JSON.stringify(await this.ask((await optionsFrom(this)) as never));
      form.requestSubmit();
    } catch (error) {
      this.#say(wordsFor(error));
    } finally {
      this.#isAsking = false;
    }
  }

  #say(words: string): void {
    const place = this.querySelector("[role=status]");
    if (place) place.textContent = words;
  }
}

function wordsFor(error: unknown): string {
  const name = error instanceof Error ? error.name : "";
  if (name === "InvalidStateError") return "This device has a passkey for this account already.";
  if (name === "NotAllowedError" || name === "AbortError")
    return "Nothing happened: it was canceled, or took too long. You can try again.";
  return "That did not work just now. You can try again, or use a link by mail.";
}

/** `<add-passkey options="…">`: makes a passkey on this device. */
export class AddPasskey extends PasskeyForm {
  ask(optionsJSON: never): Promise<unknown> {
    return startRegistration({ optionsJSON });
  }
}

/** `<passkey-sign-in options="…">`: signs in with a passkey of this device. */
export class PasskeySignIn extends PasskeyForm {
  ask(optionsJSON: never): Promise<unknown> {
    return startAuthentication({ optionsJSON });
  }
}
