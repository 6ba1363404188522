import { z } from "zod";
import { line, optionalText, text } from "#base/fields.ts";
import { done, type Outcome, problem } from "#base/outcome.ts";
import { type FormValues, parse, textOf } from "#platform/http/forms.ts";

export const ClaimForm = z.object({
  role: line("What you do in the partnership", { max: 160 }),
  message: text("A few words", { max: 2_000 }),
});
export type ClaimCommand = z.output<typeof ClaimForm>;

export interface Decision {
  grants: boolean;
  reason: string;
}

/** Several claims may stand on one page, so each has a field of its own for the reason. */
export const reasonField = (id: string) => `reason-${id}`;

/** What was decided about one of them; who is declined is told why. */
export function readDecision(values: FormValues, id: string, grants: boolean): Outcome<Decision> {
  const field = reasonField(id);
  const reason = parse(z.object({ reason: optionalText("The reason", { max: 1_000 }) }), {
    reason: textOf(values, field),
  });
  if (!reason.ok) return problem(field, Object.values(reason.problems).flat().join(" "));
  const said = reason.value.reason.trim();
  if (!grants && said === "") return problem(field, "Say why in a sentence; whoever asked gets it by mail.");
  return done({ grants, reason: grants ? "" : said });
}
