import { z } from "zod";
import { line, optionalLine, optionalText } from "#base/fields.ts";
import { done, type Outcome } from "#base/outcome.ts";
import { parse } from "#platform/http/forms.ts";
import type { StepFacts } from "./actions.ts";
import { GATE_ANSWERS, type GateAnswer, PHASE_KEYS, type Phase } from "./phases.ts";

/** A day as `<input type="date">` sends it, or nothing. */
const optionalDay = z
  .string()
  .default("")
  .transform((text) => text.trim() || null)
  .pipe(z.iso.date("Give a date, such as October 4, 2026.").nullable())
  .refine((day) => day === null || (day >= "2000-01-01" && day < "2100-01-01"), "This year is too far away.");

export const LaunchForm = z.object({ launchOn: optionalDay });

const StepForm = z.object({
  title: line("What is to be done", { max: 160 }),
  note: optionalText("The note", { max: 1_000 }),
  phase: z.enum(PHASE_KEYS, "Choose where it belongs."),
  dueOn: optionalDay,
});

export function readStep(values: unknown): Outcome<StepFacts> {
  return parse(StepForm, values);
}

/** The answers to one phase's questions; those left open are left out. */
export function readGate(
  phase: Phase,
  values: Record<string, unknown>,
): Outcome<{ question: string; answer: GateAnswer; word: string }[]> {
  const answers = [];
  for (const { key } of phase.gate) {
    const form = parse(
      z.object({
        answer: z.enum(GATE_ANSWERS).optional().catch(undefined),
        word: optionalLine("The word", { max: 300 }),
      }),
      { answer: values[`${key}-answer`], word: values[`${key}-word`] },
    );
    if (!form.ok) return { ok: false, problems: { [`${key}-word`]: form.problems.word ?? [] } };
    const { answer, word } = form.value;
    if (answer) answers.push({ question: key, answer, word });
  }
  return done(answers);
}
