import { z } from "zod";
import { line, optionalText, text, versionField } from "#base/fields.ts";
import { checkboxField, listField } from "#platform/http/forms.ts";
import { EVIDENCE_KINDS, type EvidenceKind } from "../content.ts";

const known = new Set<string>(EVIDENCE_KINDS);

const looks = (level: number) => text(`How level ${level} looks`, { max: 600 });
const next = (level: number) => text(`What to do from level ${level}`, { max: 400 });

/** One indicator of the draft; `revision` is the draft's, as the form was opened. */
export const IndicatorForm = z
  .object({
    revision: versionField,
    title: line("A title", { max: 120 }),
    question: text("The question", { max: 300 }),
    why: optionalText("Why it matters", { max: 600 }),
    prompt: optionalText("The question for the talk", { max: 300 }),
    source: optionalText("The source", { max: 400 }),
    evidence: listField.transform((kinds) => kinds.filter((kind): kind is EvidenceKind => known.has(kind))),
    sameMeaning: checkboxField,
    looks1: looks(1),
    looks2: looks(2),
    looks3: looks(3),
    looks4: looks(4),
    next1: next(1),
    next2: next(2),
    next3: next(3),
    next4: next(4),
  })
  .transform(({ looks1, looks2, looks3, looks4, next1, next2, next3, next4, ...rest }) => ({
    ...rest,
    levels: [
      { looks: looks1, next: next1 },
      { looks: looks2, next: next2 },
      { looks: looks3, next: next3 },
      { looks: looks4, next: next4 },
    ],
  }));
export type IndicatorCommand = z.output<typeof IndicatorForm>;

const levelNameField = (number: number) => line(`The name of level ${number}`, { max: 40 });

/** What the whole set is called and says. */
export const SetForm = z
  .object({
    revision: versionField,
    name: line("A name", { max: 120 }),
    introduction: text("The introduction", { max: 1_200 }),
    note: optionalText("What is new", { max: 600 }),
    source: optionalText("The source", { max: 1_000 }),
    level1: levelNameField(1),
    level2: levelNameField(2),
    level3: levelNameField(3),
    level4: levelNameField(4),
  })
  .transform(({ level1, level2, level3, level4, ...rest }) => ({
    ...rest,
    levelNames: [level1, level2, level3, level4],
  }));
export type SetCommand = z.output<typeof SetForm>;

/** What names no revision names one that nobody has, so the draft is told to have changed. */
const revisionField = versionField.catch(0);

export const MoveForm = z.object({ revision: revisionField, direction: z.enum(["up", "down"]).catch("up") });
export const RevisionForm = z.object({ revision: revisionField });
