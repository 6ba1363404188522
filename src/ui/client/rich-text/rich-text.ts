import { closeHistory } from "prosemirror-history";
import type { EditorView } from "prosemirror-view";
import { makeEditor } from "./editor.ts";
import { type LinkForm, makeLinkForm } from "./link-form.ts";
import { keepsMeaning } from "./meaning.ts";
import { makeToolbar, type Toolbar } from "./toolbar.ts";
import { writeMarkdown } from "./write.ts";

const SYNC_AFTER = 80;

/**
 * Wraps a labelled `<textarea>` that holds restricted Markdown and shows a visual editor in its place. The textarea
 * stays the form's field and always holds the text; a text that the editor could not keep is left to the textarea.
 */
export class RichText extends HTMLElement {
  #textarea: HTMLTextAreaElement | null = null;
  #view: EditorView | undefined;
  #toolbar: Toolbar | undefined;
  #linkForm: LinkForm | undefined;
  #frame = document.createElement("div");
  #switch = document.createElement("button");
  #note = document.createElement("p");
  #timer: number | undefined;
  #written = "";
  #required = false;
  #listeners = new AbortController();

  connectedCallback(): void {
    this.#textarea = this.querySelector("textarea");
    if (!this.#textarea || this.#textarea.matches(":disabled, [readonly]")) return;
    this.#required = this.#textarea.required;
    this.#listeners = new AbortController();
    this.#frame.className = "rich-text-frame";
    this.#switch.type = "button";
    this.#switch.className = "button plain compact rich-text-switch";
    this.#note.className = "rich-text-note";
    this.#note.setAttribute("role", "status");
    this.#textarea.before(this.#frame);
    this.#textarea.after(this.#note, this.#switch);
    this.#listen(this.#textarea);
    // Whoever was quicker than this script is writing in the plain field: to take it away would lose their next words.
    if (document.activeElement === this.#textarea) this.#showPlain(this.#textarea, "");
    else this.#showVisual(this.#textarea);
  }

  disconnectedCallback(): void {
    this.#listeners.abort();
    if (this.#textarea && this.#view) this.#showPlain(this.#textarea, "");
    this.#frame.remove();
    this.#switch.remove();
    this.#note.remove();
  }

  #listen(textarea: HTMLTextAreaElement): void {
    const { signal } = this.#listeners;
    this.#switch.addEventListener("click", () => this.#toggle(textarea), { signal });
    // Others write into the textarea too: a kept draft, the browser going back, a reset form.
    const reload = () => this.#reload(textarea);
    textarea.addEventListener("input", reload, { signal });
    textarea.addEventListener("change", reload, { signal });
    window.addEventListener("pageshow", reload, { signal });
    window.addEventListener("pagehide", () => this.#sync(), { signal });
    textarea.form?.addEventListener("reset", () => setTimeout(reload), { signal });
    textarea.form?.addEventListener("submit", () => this.#sync(), { signal, capture: true });
    const putText = (event: FormDataEvent) => {
      this.#sync();
      if (this.#view && textarea.name && !textarea.disabled)
        event.formData.set(textarea.name, textarea.value);
    };
    textarea.form?.addEventListener("formdata", putText, { signal });
    for (const label of textarea.labels)
      label.addEventListener("click", () => this.#view?.focus(), { signal });
    // The hidden textarea can neither be jumped to nor focused, so links to it (the error summary's) come here.
    const follow = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest("a[href]") : null;
      if (!this.#view || !textarea.id || link?.getAttribute("href") !== `#${textarea.id}`) return;
      event.preventDefault();
      this.scrollIntoView({ block: "center" });
      this.#view.focus();
    };
    document.addEventListener("click", follow, { signal });
  }

  #toggle(textarea: HTMLTextAreaElement): void {
    if (this.#view) {
      this.#showPlain(textarea, "");
      textarea.focus();
    } else this.#showVisual(textarea)?.focus();
  }

  #showVisual(textarea: HTMLTextAreaElement): EditorView | undefined {
    if (!keepsMeaning(textarea.value)) {
      this.#showPlain(
        textarea,
        "Editing as plain text: this text has marks that the visual editor cannot show.",
      );
      return undefined;
    }
    this.#written = textarea.value;
    const shortcuts = {
      "Mod-k": () => {
        this.#linkForm?.open();
        return true;
      },
      "Alt-F10": () => {
        this.#toolbar?.focus();
        return true;
      },
    };
    const view = makeEditor({
      place: this.#frame,
      text: textarea.value,
      attributes: editableAttributes(textarea, this.#required),
      keys: shortcuts,
      changed: (state, textChanged) => {
        this.#toolbar?.update(state);
        if (textChanged) this.#timer ??= window.setTimeout(() => this.#sync(), SYNC_AFTER);
      },
    });
    this.#view = view;
    view.dom.addEventListener("blur", () => {
      this.#sync();
      if (this.#view === view) view.dispatch(closeHistory(view.state.tr));
    });
    this.#linkForm = makeLinkForm(textarea.id || "rich-text", view);
    this.#toolbar = makeToolbar("Text formatting", view, () => this.#linkForm?.open());
    this.#frame.prepend(this.#toolbar.element, this.#linkForm.element);
    this.#frame.hidden = false;
    textarea.hidden = true;
    textarea.required = false;
    this.#switch.textContent = "Edit as plain text";
    this.#say("");
    return view;
  }

  #showPlain(textarea: HTMLTextAreaElement, note: string): void {
    this.#sync();
    this.#view?.destroy();
    this.#view = undefined;
    this.#frame.replaceChildren();
    this.#frame.hidden = true;
    textarea.hidden = false;
    textarea.required = this.#required;
    this.#switch.textContent = "Use the visual editor";
    this.#say(note);
  }

  #say(note: string): void {
    this.#note.textContent = note;
  }

  /** Puts the text into the textarea, and tells who listens there. */
  #sync(): void {
    window.clearTimeout(this.#timer);
    const due = this.#timer !== undefined;
    this.#timer = undefined;
    if (!due || !this.#view || !this.#textarea) return;
    this.#written = writeMarkdown(this.#view.state.doc);
    if (this.#textarea.value === this.#written) return;
    this.#textarea.value = this.#written;
    this.#textarea.dispatchEvent(new Event("input", { bubbles: true }));
  }

  #reload(textarea: HTMLTextAreaElement): void {
    if (!this.#view || textarea.value === this.#written || this.#timer !== undefined) return;
    this.#view.destroy();
    this.#frame.replaceChildren();
    this.#view = undefined;
    this.#showVisual(textarea);
  }
}

function editableAttributes(textarea: HTMLTextAreaElement, required: boolean): Record<string, string> {
  const id = textarea.id || "rich-text";
  const label = textarea.labels[0];
  if (label) label.id ||= `${id}-label`;
  const copied = ["aria-describedby", "aria-invalid", "lang", "dir", "spellcheck"].flatMap((name) => {
    const value = textarea.getAttribute(name);
    return value ? [[name, value]] : [];
  });
  const name: Record<string, string> = label
    ? { "aria-labelledby": label.id }
    : { "aria-label": textarea.getAttribute("aria-label") ?? "Text" };
  return {
    ...Object.fromEntries(copied),
    ...name,
    ...(required ? { "aria-required": "true" } : {}),
    id: `${id}-visual`,
    class: "rich-text-area prose",
    role: "textbox",
    "aria-multiline": "true",
    "aria-keyshortcuts": "Alt+F10",
  };
}
