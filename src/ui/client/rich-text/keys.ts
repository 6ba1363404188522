import { baseKeymap, chainCommands, setBlockType } from "prosemirror-commands";
import { redo } from "prosemirror-history";
import { InputRule, inputRules, textblockTypeInputRule, wrappingInputRule } from "prosemirror-inputrules";
import { keymap } from "prosemirror-keymap";
import { liftListItem, sinkListItem, splitListItem } from "prosemirror-schema-list";
import type { Command, Plugin } from "prosemirror-state";
import { linkTarget } from "#base/markdown/link-target.ts";
import { actions } from "./actions.ts";
import { breakLine } from "./commands.ts";
import { schema } from "./schema.ts";

const { nodes, marks } = schema;

/** Shortcuts. Tab is not among them on purpose: it leaves the editor, as it leaves any other field. */
export function keys(more: Record<string, Command>): Plugin[] {
  const bound = Object.fromEntries(actions.flatMap(({ key, command }) => (command ? [[key, command]] : [])));
  return [
    keymap({
      ...bound,
      "Mod-y": redo,
      "Mod-Alt-0": setBlockType(nodes.paragraph),
      Enter: splitListItem(nodes.list_item),
      "Shift-Enter": chainCommands(breakLine, baseKeymap.Enter!),
      "Mod-]": sinkListItem(nodes.list_item),
      "Mod-[": liftListItem(nodes.list_item),
      ...more,
    }),
    keymap(baseKeymap),
  ];
}

/** What becomes of `## `, `- `, `1. `, `> ` and of an address as they are typed. */
export function typingRules(): Plugin {
  return inputRules({
    rules: [
      textblockTypeInputRule(/^(#{1,3})\s$/, nodes.heading, (match) => ({
        level: match[1] === "###" ? 3 : 2,
      })),
      wrappingInputRule(/^\s*[-*•]\s$/, nodes.bullet_list),
      wrappingInputRule(
        /^(\d{1,9})[.)]\s$/,
        nodes.ordered_list,
        (match) => ({ start: Number(match[1]) }),
        (match, list) => list.childCount + list.attrs.start === Number(match[1]),
      ),
      wrappingInputRule(/^\s*>\s$/, nodes.blockquote),
      linkAsTyped,
    ],
  });
}

const linkAsTyped = new InputRule(
  /(?:^|[\s(])(https?:\/\/[^\s<>]*[\w/])([.,;:!?)'"]*)\s$/,
  (state, match, _start, end) => {
    const address = match[1] ?? "";
    const href = linkTarget(address);
    const to = end - (match[2] ?? "").length;
    const from = to - address.length;
    if (!href || state.doc.rangeHasMark(from, to, marks.link)) return null;
    return state.tr
      .addMark(from, to, marks.link.create({ href }))
      .insertText(" ", end)
      .removeStoredMark(marks.link);
  },
);
