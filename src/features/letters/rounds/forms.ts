import { z } from "zod";
import { httpUrl } from "#base/brands.ts";
import { emailAddress, line, optionalLine, optionalText, text, versionField } from "#base/fields.ts";
import { dayOf, momentAt } from "#base/local-time.ts";
import { done, type Outcome, problem } from "#base/outcome.ts";
import { listField } from "#platform/http/forms.ts";
import { AUDIENCES, LETTER_KINDS, MOST, SIGNINGS } from "../kinds.ts";
import type { RoundText } from "./actions.ts";

const maybeId = z
  .string()
  .default("")
  .transform((value) => (/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(value) ? value : null));
const ids = listField.transform((values) =>
  values.filter((value) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(value)).slice(0, 2_000),
);

export const NewRoundForm = z.object({
  kind: z.enum(LETTER_KINDS, "Choose what you want to write."),
  meeting: maybeId,
  template: maybeId,
});

export const TextForm = z
  .object({
    version: versionField,
    subject: line("A subject", { max: MOST.subject }),
    body: text("The letter", { max: MOST.body }),
    unknownGreeting: line("A greeting for whom no name is known", { max: MOST.greeting }),
    actionLabel: optionalLine("What to do", { max: MOST.label }),
    actionUrl: optionalLine("The link", { max: 2_000 }),
    signing: z.enum(SIGNINGS, "Say in whose name it is."),
    signedBy: maybeId,
    replyName: optionalLine("The name", { max: 120 }),
    replyEmail: emailAddress("The address for answers"),
    audience: z.enum(AUDIENCES, "Choose whom it is for."),
    chosen: ids,
  })
  .transform((form, context): RoundText & { version: number } => {
    const url = form.actionUrl === "" ? null : httpUrl(form.actionUrl);
    const complain = (path: string, message: string) =>
      context.addIssue({ code: "custom", path: [path], message });
    if (url === undefined) complain("actionUrl", "A link starts with https:// and leads to one page.");
    if (url && form.actionLabel === "")
      complain("actionLabel", "Say in a few words what the link lets people do.");
    if (url === null && form.actionLabel !== "")
      complain("actionUrl", "Give the link to it, or clear the words.");
    return {
      version: form.version,
      subject: form.subject,
      body: form.body,
      unknownGreeting: form.unknownGreeting.replace(/[,\s]+$/, ""),
      action: url ? { label: form.actionLabel, url } : null,
      signing: form.signing,
      signedBy: form.signedBy,
      repliesTo: { name: form.replyName, email: form.replyEmail },
      audience: form.audience,
      chosen: form.chosen,
    };
  });

export const SendingForm = z.object({
  when: z.enum(["now", "five", "chosen"], "Say when it goes out."),
  at: z.string().default(""),
  occurrence: z.enum(["first", "second"]).optional().catch(undefined),
});

/**
 * When a round goes out: null for now.
 *
 * @param zone the partnership's
 */
export function sendTime(form: z.output<typeof SendingForm>, zone: string, now: Date): Outcome<Date | null> {
  if (form.when === "now") return done(null);
  const found = form.when === "five" ? fiveToday(now, zone) : momentAt(form.at, zone, form.occurrence);
  if (!found.ok) return found;
  if (found.value <= now)
    return problem(
      form.when === "five" ? "when" : "at",
      "That time is past. Choose a later one, or send it now.",
    );
  if (found.value.getTime() - now.getTime() > 90 * 86_400_000)
    return problem("at", "Choose a time within the next three months.");
  return found;
}

/** Five o'clock in the afternoon there, the day that it is there. */
export function fiveToday(now: Date, zone: string): Outcome<Date> {
  return momentAt(`${dayOf(now, zone)}T17:00`, zone, "first");
}

export const LetterForm = z.object({
  subject: optionalLine("A subject", { max: MOST.subject }),
  body: optionalText("The letter", { max: MOST.body }),
  met: optionalLine("Whom they met", { max: 300 }),
  caresAbout: optionalLine("What they care about", { max: 300 }),
});

export const WordForm = z.object({
  word: text("A word on what should be different", { max: MOST.word }),
});

export const ReviewForm = z.object({
  champion: z.string().default(""),
  reader: z.enum(["champion", "assistant"]).catch("champion"),
});
