import { z } from "zod";
import { line, optionalLine, optionalText, versionField } from "#base/fields.ts";
import { done, type Outcome, type Problems, refused } from "#base/outcome.ts";
import { rowsIn, rowValues } from "#platform/http/form-rows.ts";
import { type FormValues, parse, textOf } from "#platform/http/forms.ts";
import type { AgendaItem } from "../tables.ts";

export const MOST_ITEMS = 30;
export const ITEM_FIELDS = ["minutes", "title", "lead", "note"] as const;

const Item = z.object({
  minutes: z
    .string()
    .transform((value) => value.trim() || "0")
    .pipe(
      z.coerce
        .number<string>("Minutes are a whole number, such as 15.")
        .int("Minutes are a whole number, such as 15.")
        .min(0, "Minutes are a whole number, such as 15.")
        .max(600, "An item takes at most 600 minutes."),
    ),
  title: line("What it is about", { max: 200 }),
  lead: optionalLine("Who leads it", { max: 120 }),
  note: optionalText("The note", { max: 600 }),
});

/** What a button of the form did beside saving: an item goes up or down, or away. */
export type Move = { index: number; to: "up" | "down" | "away" } | null;

export interface AgendaCommand {
  agenda: AgendaItem[];
  version: number;
}

/** The rows in order; those in which nothing stands are left out, and a move is done to what is left. */
export function readAgenda(values: FormValues): Outcome<AgendaCommand> {
  const version = parse(z.object({ version: versionField }), values);
  const problems: Problems = version.ok ? {} : { ...version.problems };
  const rows = rowsIn(values, "item", ITEM_FIELDS, MOST_ITEMS);
  const items: { index: number; item: AgendaItem }[] = [];
  const move = moveIn(values);
  for (const row of rows) {
    if (move?.to === "away" && move.index === row.index) continue;
    const item = parse(Item, row);
    if (item.ok) items.push({ index: row.index, item: item.value });
    else
      for (const [field, messages] of Object.entries(item.problems))
        problems[`item-${row.index}-${field}`] = messages;
  }
  if (!version.ok || Object.keys(problems).length > 0) return refused(problems);
  return done({ agenda: moved(items, move), version: version.value.version });
}

function moveIn(values: FormValues): Move {
  const found = textOf(values, "move").match(/^(\d{1,2})-(up|down|away)$/);
  return found ? { index: Number(found[1]), to: found[2] as "up" | "down" | "away" } : null;
}

function moved(items: { index: number; item: AgendaItem }[], move: Move): AgendaItem[] {
  const agenda = items.map(({ item }) => item);
  const from = items.findIndex(({ index }) => index === move?.index);
  if (!move || move.to === "away" || from < 0) return agenda;
  const to = move.to === "up" ? from - 1 : from + 1;
  if (to < 0 || to >= agenda.length) return agenda;
  agenda.splice(to, 0, ...agenda.splice(from, 1));
  return agenda;
}

export function agendaValues(agenda: readonly AgendaItem[], version: number): FormValues {
  return {
    ...rowValues(
      "item",
      agenda.map((item) => ({ ...item, minutes: String(item.minutes) })),
      ITEM_FIELDS,
    ),
    version: String(version),
  };
}
