import {
  Bold,
  Heading2,
  Heading3,
  Italic,
  Link,
  List,
  ListOrdered,
  Redo2,
  TextQuote,
  Undo2,
} from "lucide-static";
import { redo, undo } from "prosemirror-history";
import type { Command, EditorState } from "prosemirror-state";
import {
  hasMark,
  isHeading,
  isInList,
  isQuote,
  toggleBold,
  toggleHeading,
  toggleItalic,
  toggleList,
  toggleQuote,
} from "./commands.ts";
import { schema } from "./schema.ts";

const { nodes, marks } = schema;

/** What the toolbar offers. Without `isOn` a button acts and stays up; the link button is opened by the element. */
export type Action = {
  name: string;
  label: string;
  icon: string;
  /** As ProseMirror's keymap writes it. */
  key: string;
  command?: Command;
  isOn?: (state: EditorState) => boolean;
  /** A line before it parts it from the group to its left. */
  startsGroup?: boolean;
};

export const actions: Action[] = [
  {
    name: "bold",
    label: "Bold",
    icon: Bold,
    key: "Mod-b",
    command: toggleBold,
    isOn: (state) => hasMark(state, marks.strong),
  },
  {
    name: "italic",
    label: "Italic",
    icon: Italic,
    key: "Mod-i",
    command: toggleItalic,
    isOn: (state) => hasMark(state, marks.em),
  },
  { name: "link", label: "Link", icon: Link, key: "Mod-k", isOn: (state) => hasMark(state, marks.link) },
  {
    name: "heading",
    label: "Heading",
    icon: Heading2,
    key: "Mod-Alt-2",
    command: toggleHeading(2),
    isOn: (state) => isHeading(state, 2),
    startsGroup: true,
  },
  {
    name: "subheading",
    label: "Smaller heading",
    icon: Heading3,
    key: "Mod-Alt-3",
    command: toggleHeading(3),
    isOn: (state) => isHeading(state, 3),
  },
  {
    name: "bullets",
    label: "Bulleted list",
    icon: List,
    key: "Mod-Shift-8",
    command: toggleList(nodes.bullet_list),
    isOn: (state) => isInList(state, nodes.bullet_list),
    startsGroup: true,
  },
  {
    name: "numbers",
    label: "Numbered list",
    icon: ListOrdered,
    key: "Mod-Shift-7",
    command: toggleList(nodes.ordered_list),
    isOn: (state) => isInList(state, nodes.ordered_list),
  },
  { name: "quote", label: "Quote", icon: TextQuote, key: "Mod-Shift-9", command: toggleQuote, isOn: isQuote },
  { name: "undo", label: "Undo", icon: Undo2, key: "Mod-z", command: undo, startsGroup: true },
  { name: "redo", label: "Redo", icon: Redo2, key: "Mod-Shift-z", command: redo },
];
