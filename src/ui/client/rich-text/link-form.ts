import type { EditorView } from "prosemirror-view";
import { typedLinkTarget } from "#base/markdown/link-target.ts";
import { linkRange, setLink } from "./commands.ts";

export type LinkForm = { element: HTMLElement; open(): void; close(): void };

/** A small form in the page (not a dialog, not `prompt`) that links the selection, changes a link or removes it. */
export function makeLinkForm(id: string, view: EditorView): LinkForm {
  const element = document.createElement("div");
  element.className = "rich-text-link";
  element.setAttribute("role", "group");
  element.setAttribute("aria-label", "Link");
  element.hidden = true;
  const address = makeInput(`${id}-link-address`, "Address", "url");
  const words = makeInput(`${id}-link-words`, "Words to show", "text");
  const problem = document.createElement("p");
  problem.id = `${id}-link-problem`;
  problem.className = "field-problem";
  problem.hidden = true;
  const apply = makeButton("Apply link", "button compact");
  const remove = makeButton("Remove link", "button quiet compact");
  const cancel = makeButton("Cancel", "button plain compact");
  const buttons = document.createElement("div");
  buttons.className = "buttons";
  buttons.append(apply, remove, cancel);
  element.append(address.field, words.field, problem, buttons);

  let range = { from: 0, to: 0, href: "" };
  const warn = (message: string) => {
    problem.textContent = message;
    problem.hidden = message === "";
    address.input.setAttribute("aria-invalid", String(message !== ""));
    if (message) address.input.setAttribute("aria-describedby", problem.id);
    else address.input.removeAttribute("aria-describedby");
  };
  const close = () => {
    element.hidden = true;
    view.focus();
  };
  const link = (href: string) => {
    setLink(range, href, words.input.value.trim() || address.input.value.trim())(view.state, view.dispatch);
    close();
  };
  const submit = () => {
    const href = typedLinkTarget(address.input.value);
    if (href) return link(href);
    warn(
      "Enter a web address such as https://example.org/page, a mail address, or a path on this site such as /about.",
    );
    address.input.focus();
  };
  apply.addEventListener("click", submit);
  remove.addEventListener("click", () => link(""));
  cancel.addEventListener("click", close);
  element.addEventListener("keydown", (event) => {
    if (event.key === "Escape") close();
    else if (event.key === "Enter" && event.target instanceof HTMLInputElement) submit();
    else return;
    event.preventDefault();
  });
  return {
    element,
    close,
    open() {
      range = linkRange(view.state);
      address.input.value = range.href;
      words.input.value = "";
      words.field.hidden = range.from !== range.to;
      remove.hidden = range.href === "";
      warn("");
      element.hidden = false;
      address.input.focus();
      address.input.select();
    },
  };
}

function makeInput(id: string, label: string, mode: "url" | "text") {
  const field = document.createElement("div");
  field.className = "rich-text-link-field";
  const name = document.createElement("label");
  name.htmlFor = id;
  name.textContent = label;
  const input = document.createElement("input");
  // Without a name it is no part of the form around it.
  input.id = id;
  input.type = "text";
  input.inputMode = mode;
  input.autocomplete = "off";
  field.append(name, input);
  return { field, input };
}

function makeButton(label: string, className: string): HTMLButtonElement {
  const button = document.createElement("button");
  button.type = "button";
  button.className = className;
  button.textContent = label;
  return button;
}
