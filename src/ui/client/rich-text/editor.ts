import { closeHistory, history } from "prosemirror-history";
import { Fragment, Slice } from "prosemirror-model";
import { type Command, EditorState } from "prosemirror-state";
import { EditorView } from "prosemirror-view";
import { linkTarget } from "#base/markdown/link-target.ts";
import { setLink } from "./commands.ts";
import { keys, typingRules } from "./keys.ts";
import { cleanPasted } from "./paste.ts";
import { readMarkdown } from "./read.ts";
import { schema } from "./schema.ts";

export type EditorSettings = {
  place: HTMLElement;
  text: string;
  /** On the editable element: its name, its description, its id. */
  attributes: Record<string, string>;
  keys: Record<string, Command>;
  changed(state: EditorState, textChanged: boolean): void;
};

/** The editable part alone. It injects no style sheet: what it needs stands in `rich-text.css`. */
export function makeEditor(settings: EditorSettings): EditorView {
  const view: EditorView = new EditorView(settings.place, {
    state: stateOf(settings.text, settings.keys),
    attributes: settings.attributes,
    transformPastedHTML: cleanPasted,
    handlePaste(view, event) {
      // One undo takes back what was pasted and nothing else.
      view.dispatch(closeHistory(view.state.tr));
      return pasteAddress(view, event);
    },
    clipboardTextSerializer: (slice) => slice.content.textBetween(0, slice.content.size, "\n\n", "\n"),
    dispatchTransaction(transaction) {
      view.updateState(view.state.apply(transaction));
      settings.changed(view.state, transaction.docChanged);
    },
  });
  return view;
}

/** A fresh state, with no past to undo into. */
export function stateOf(text: string, more: Record<string, Command>): EditorState {
  return EditorState.create({ doc: readMarkdown(text), plugins: [typingRules(), history(), ...keys(more)] });
}

/** A pasted address links the selected words, or stands there as a link. */
function pasteAddress(view: EditorView, event: ClipboardEvent): boolean {
  const text = event.clipboardData?.getData("text/plain").trim() ?? "";
  const href = /^https?:\/\/\S+$/.test(text) ? linkTarget(text) : undefined;
  if (!href) return false;
  const { from, to, $from } = view.state.selection;
  if (from !== to) return setLink({ from, to }, href, "")(view.state, view.dispatch);
  const link = schema.text(text, [
    ...$from.marks().filter((mark) => mark.type !== schema.marks.link),
    schema.marks.link.create({ href }),
  ]);
  view.dispatch(view.state.tr.replaceSelection(new Slice(Fragment.from(link), 0, 0)).scrollIntoView());
  return true;
}
