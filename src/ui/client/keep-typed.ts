import { changedFields, fillForm, type Kept, readForm } from "./kept-values.ts";

const key = (name: string) => `typed:${name}`;

/** What one form held last, and whether it was sent like that. */
interface Last {
  fields: Kept;
  sent: boolean;
}

/**
 * `<keep-typed name="share">` around a form: what is typed is kept in this tab, and put back after a reload, a
 * lost connection or an expired page. With `guard`, leaving with unsent words asks first. Files cannot be kept.
 */
export class KeepTyped extends HTMLElement {
  #sending = false;
  #dirty = false;

  connectedCallback(): void {
    this.addEventListener("input", this);
    this.addEventListener("submit", this);
    window.addEventListener("beforeunload", this);
    this.#restore();
  }

  disconnectedCallback(): void {
    window.removeEventListener("beforeunload", this);
  }

  handleEvent(event: Event): void {
    const form = this.querySelector("form");
    if (event.type === "beforeunload") {
      if (this.hasAttribute("guard") && this.#dirty && !this.#sending) event.preventDefault();
      return;
    }
    if (event.type === "submit") this.#sending ||= !event.defaultPrevented;
    else this.#dirty = true;
    if (form) this.#keep(form, event.type === "submit");
  }

  #keep(form: HTMLFormElement, sent: boolean): void {
    const last: Last = { fields: readForm(form), sent };
    sessionStorage.setItem(key(this.getAttribute("name") ?? ""), JSON.stringify(last));
  }

  #restore(): void {
    const form = this.querySelector("form");
    if (!form) return;
    // Whoever was quicker than this script has typed already, and that is newer than what was kept.
    const typed = changedFields(form);
    const kept = sessionStorage.getItem(key(this.getAttribute("name") ?? ""));
    if (kept) this.#putBack(form, JSON.parse(kept) as Last, typed);
    if (typed.size === 0) return;
    this.#dirty = true;
    this.#keep(form, false);
  }

  #putBack(form: HTMLFormElement, { fields, sent }: Last, typed: ReadonlySet<Element>): void {
    // A form that came back with problems carries what was sent already, but not what was typed into it since.
    if (sent && document.querySelector(".problems")) return;
    if (!fillForm(form, fields, typed)) return;
    const note = document.createElement("p");
    note.className = "field-note";
    note.setAttribute("role", "status");
    note.textContent = "What you typed here before was put back. ";
    const fresh = document.createElement("button");
    fresh.type = "button";
    fresh.className = "button plain compact";
    fresh.textContent = "Start over";
    fresh.addEventListener("click", () => {
      this.#dirty = false;
      sessionStorage.removeItem(key(this.getAttribute("name") ?? ""));
      // Some browsers fill a form in again when its page is reloaded.
      form.reset();
      location.reload();
    });
    note.append(fresh);
    form.before(note);
  }
}

/** `<typed-sent name="share">` on the page that says "received": what was kept is not needed any more. */
export class TypedSent extends HTMLElement {
  connectedCallback(): void {
    sessionStorage.removeItem(key(this.getAttribute("name") ?? ""));
  }
}
