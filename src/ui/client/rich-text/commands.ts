import { lift, setBlockType, toggleMark, wrapIn } from "prosemirror-commands";
import type { MarkType, NodeType, ResolvedPos } from "prosemirror-model";
import { liftListItem, wrapInList } from "prosemirror-schema-list";
import { type Command, type EditorState, Selection } from "prosemirror-state";
import { schema } from "./schema.ts";

const { nodes, marks } = schema;

export function hasMark(state: EditorState, type: MarkType): boolean {
  const { from, to, empty, $from } = state.selection;
  return empty
    ? Boolean(type.isInSet(state.storedMarks ?? $from.marks()))
    : state.doc.rangeHasMark(from, to, type);
}

export function isHeading(state: EditorState, level: number): boolean {
  const { parent } = state.selection.$from;
  return parent.type === nodes.heading && parent.attrs.level === level;
}

export function toggleHeading(level: number): Command {
  return (state, dispatch) =>
    isHeading(state, level)
      ? setBlockType(nodes.paragraph)(state, dispatch)
      : setBlockType(nodes.heading, { level })(state, dispatch);
}

/** The depth of the nearest of these blocks around a position; 0 if there is none. */
function depthOf(position: ResolvedPos, ...types: NodeType[]): number {
  let depth = position.depth;
  while (depth > 0 && !types.includes(position.node(depth).type)) depth -= 1;
  return depth;
}

function listDepth(state: EditorState): number {
  return depthOf(state.selection.$from, nodes.bullet_list, nodes.ordered_list);
}

export function isInList(state: EditorState, type: NodeType): boolean {
  const depth = listDepth(state);
  return depth > 0 && state.selection.$from.node(depth).type === type;
}

/** Makes a list, turns the other kind of list into this one, or takes the items out of it. */
export function toggleList(type: NodeType): Command {
  return (state, dispatch) => {
    const depth = listDepth(state);
    if (depth === 0) return wrapTextInList(type)(state, dispatch);
    if (isInList(state, type)) return liftListItem(nodes.list_item)(state, dispatch);
    dispatch?.(state.tr.setNodeMarkup(state.selection.$from.before(depth), type).scrollIntoView());
    return true;
  };
}

/** A heading in a list would shout: it becomes plain text first. */
function wrapTextInList(type: NodeType): Command {
  return (state, dispatch) => {
    const { from, to } = state.selection;
    const change = state.tr.setBlockType(from, to, nodes.paragraph);
    return wrapInList(type)(
      state.apply(change),
      dispatch &&
        ((wrapping) => {
          for (const step of wrapping.steps) change.step(step);
          dispatch(change.scrollIntoView());
        }),
    );
  };
}

export function isQuote(state: EditorState): boolean {
  return depthOf(state.selection.$from, nodes.blockquote) > 0;
}

export const toggleQuote: Command = (state, dispatch) =>
  isQuote(state) ? lift(state, dispatch) : wrapIn(nodes.blockquote)(state, dispatch);

export const breakLine: Command = (state, dispatch) => {
  const { $from } = state.selection;
  if (!$from.parent.canReplaceWith($from.index(), $from.index(), nodes.hard_break)) return false;
  dispatch?.(state.tr.replaceSelectionWith(nodes.hard_break.create(), true).scrollIntoView());
  return true;
};

export const toggleBold = toggleMark(marks.strong);
export const toggleItalic = toggleMark(marks.em);

/** The link under the cursor or at the start of the selection, whole, or the selection itself. */
export function linkRange(state: EditorState): { from: number; to: number; href: string } {
  const { from, to, $from } = state.selection;
  const start = $from.start();
  const pieces: { from: number; to: number; href: string }[] = [];
  $from.parent.forEach((child, offset) => {
    const href: string = marks.link.isInSet(child.marks)?.attrs.href ?? "";
    const last = pieces.at(-1);
    if (last && last.href === href) last.to = start + offset + child.nodeSize;
    else pieces.push({ from: start + offset, to: start + offset + child.nodeSize, href });
  });
  const touched = pieces.find(
    (piece) => piece.href && piece.from <= from && from <= piece.to && to <= piece.to,
  );
  return touched ?? { from, to, href: "" };
}

/** Links the range to `href`, or writes `words` there first if the range is empty. An empty `href` unlinks. */
export function setLink(range: { from: number; to: number }, href: string, words: string): Command {
  return (state, dispatch) => {
    const change = state.tr;
    let { from, to } = range;
    if (from === to && href) {
      change.insertText(words || href, from);
      to = change.mapping.map(from);
    }
    change.removeMark(from, to, marks.link);
    if (href) change.addMark(from, to, marks.link.create({ href }));
    dispatch?.(
      change
        .setSelection(Selection.near(change.doc.resolve(to), -1))
        .removeStoredMark(marks.link)
        .scrollIntoView(),
    );
    return true;
  };
}
