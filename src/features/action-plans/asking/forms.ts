import { z } from "zod";
import { optionalText } from "#base/fields.ts";
import { done, joinProblems, type Outcome, type Problems, refused } from "#base/outcome.ts";
import { type FormValues, parse } from "#platform/http/forms.ts";
import { ANSWERS } from "../statuses.ts";
import type { GivenAnswer } from "./answering.ts";
import type { OwnAction } from "./queries.ts";

const OneAnswer = z.object({
  say: z.enum(ANSWERS).optional().catch(undefined),
  word: optionalText("The word", { max: 600 }),
});

/** What an owner says of their actions; those they say nothing of are left out. */
export function readAnswers(values: FormValues, actions: readonly OwnAction[]): Outcome<GivenAnswer[]> {
  let problems: Problems = {};
  const answers: GivenAnswer[] = [];
  for (const { id } of actions) {
    const form = parse(OneAnswer, { say: values[`say-${id}`], word: values[`word-${id}`] });
    if (!form.ok) {
      problems = joinProblems(problems, { [`word-${id}`]: form.problems.word ?? [] });
      continue;
    }
    const { say, word } = form.value;
    if (say) answers.push({ action: id, status: say, word });
    else if (word)
      problems = joinProblems(problems, {
        [`say-${id}`]: ["Say how it stands, too, so that your word is kept."],
      });
  }
  return Object.keys(problems).length > 0 ? refused(problems) : done(answers);
}
