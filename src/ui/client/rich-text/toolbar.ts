import type { EditorState } from "prosemirror-state";
import type { EditorView } from "prosemirror-view";
import { type Action, actions } from "./actions.ts";

export type Toolbar = { element: HTMLElement; update(state: EditorState): void; focus(): void };

/** Buttons in one tab stop: arrow keys, Home and End move among them, Escape goes back to the text. */
export function makeToolbar(label: string, view: EditorView, openLink: () => void): Toolbar {
  const element = document.createElement("div");
  element.className = "rich-text-tools";
  element.setAttribute("role", "toolbar");
  element.setAttribute("aria-label", label);
  element.setAttribute("aria-controls", view.dom.id);
  const buttons = actions.map((action) => makeButton(action));
  element.append(...buttons);
  buttons[0]!.tabIndex = 0;

  const moveTo = (button: HTMLButtonElement) => {
    for (const other of buttons) other.tabIndex = other === button ? 0 : -1;
    button.focus();
  };
  element.addEventListener("keydown", (event) => {
    const at = buttons.indexOf(event.target as HTMLButtonElement);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: buttons.length - 1 }[event.key];
    if (event.key === "Escape") view.focus();
    else if (to === undefined) return;
    else moveTo(buttons[(to + buttons.length) % buttons.length]!);
    event.preventDefault();
  });
  // The text keeps its selection and, on a phone, its keyboard.
  element.addEventListener("mousedown", (event) => event.preventDefault());
  element.addEventListener("click", (event) => {
    const button = (event.target as Element).closest("button");
    const action = actions[buttons.indexOf(button as HTMLButtonElement)];
    if (!action || !button || button.getAttribute("aria-disabled") === "true") return;
    for (const other of buttons) other.tabIndex = other === button ? 0 : -1;
    if (!action.command) openLink();
    else {
      action.command(view.state, view.dispatch, view);
      // A click by mouse belongs to the text; one by keyboard stays on the button, so that the next is at hand.
      if (event.detail > 0) view.focus();
    }
  });

  const update = (state: EditorState) => {
    for (const [index, { command, isOn }] of actions.entries()) {
      const button = buttons[index]!;
      const on = isOn?.(state) ?? false;
      if (isOn) button.setAttribute("aria-pressed", String(on));
      if (command) button.setAttribute("aria-disabled", String(!on && !command(state)));
    }
  };
  update(view.state);
  return { element, update, focus: () => buttons.find((button) => button.tabIndex === 0)?.focus() };
}

function makeButton(action: Action): HTMLButtonElement {
  const button = document.createElement("button");
  button.type = "button";
  button.tabIndex = -1;
  button.dataset.action = action.name;
  if (action.startsGroup) button.className = "starts-group";
  button.setAttribute("aria-label", action.label);
  button.setAttribute("aria-keyshortcuts", spokenKey(action.key, "Meta", "Control"));
  button.title = `${action.label} (${spokenKey(action.key, "⌘", "Ctrl").replace("Alt", isMac() ? "⌥" : "Alt")})`;
  const drawing = new DOMParser().parseFromString(
    action.icon.replace(/<!--.*?-->/s, ""),
    "image/svg+xml",
  ).documentElement;
  drawing.setAttribute("aria-hidden", "true");
  button.append(document.importNode(drawing, true));
  return button;
}

function spokenKey(key: string, onMac: string, elsewhere: string): string {
  return key
    .replace("Mod", isMac() ? onMac : elsewhere)
    .split("-")
    .map((part) => (part.length === 1 ? part.toUpperCase() : part))
    .join("+");
}

function isMac(): boolean {
  return /Mac|iP(hone|ad|od)/.test(navigator.platform);
}
