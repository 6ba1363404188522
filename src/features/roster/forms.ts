import { z } from "zod";
import { emailAddress, line, optionalLine, optionalText, versionField } from "#base/fields.ts";
import { done, joinProblems, type Outcome, problem, refused } from "#base/outcome.ts";
import { US_TIME_ZONES } from "#features/places/public.ts";
import { checkboxField, listField, parse } from "#platform/http/forms.ts";
import type { CompanyFacts, ContactFacts, SettingsFacts } from "./facts.ts";
import { COMPANY_SIZES, CONSENTS, SIDES, STANDINGS } from "./standings.ts";

const MOST_SEGMENTS = 12;

/** An address that may be missing; what is typed has to be one. */
const optionalEmail = (name: string) =>
  z.preprocess(
    (value) => (typeof value === "string" && value.trim() ? value : null),
    emailAddress(name).nullable(),
  );

const segmentsField = z
  .string()
  .default("")
  .transform((text) =>
    text
      .split(/[,;\n]/)
      .map((one) => one.trim().replace(/\s+/g, " "))
      .filter(Boolean)
      .filter((one, at, all) => all.findIndex((other) => other.toLowerCase() === one.toLowerCase()) === at),
  )
  .pipe(
    z
      .array(z.string().max(40, "A segment is a word or two: at most 40 characters."))
      .max(MOST_SEGMENTS, `At most ${MOST_SEGMENTS} segments for one person.`),
  );

const ContactForm = z.object({
  name: optionalLine("The name", { max: 120 }),
  greeting: optionalLine("How a letter calls them", { max: 60 }),
  title: optionalLine("Their position", { max: 120 }),
  email: optionalEmail("Their e-mail address"),
  phone: optionalLine("The phone number", { max: 40 }),
  company: optionalLine("The company", { max: 160 }),
  side: z.enum(SIDES, "Say whether they come for a business or as a support partner."),
  standing: z.enum(STANDINGS, "Choose how far they have come."),
  isChampion: checkboxField,
  assistantName: optionalLine("The assistant’s name", { max: 120 }),
  assistantEmail: optionalEmail("The assistant’s e-mail address"),
  segments: segmentsField,
  consent: z.enum(CONSENTS, "Choose what they said.").default("unasked"),
  consentSource: optionalLine("Where that is known from", { max: 200 }),
  caresAbout: optionalText("What they care about", { max: 600 }),
  note: optionalText("The note", { max: 2_000 }),
  knownBy: listField,
});

/** What a form tells of somebody, or what is wrong with it. */
export function readContact(values: unknown): Outcome<ContactFacts> {
  const form = parse(ContactForm, values);
  if (!form.ok) return form;
  const { assistantName, assistantEmail, ...facts } = form.value;
  const problems = joinProblems(
    !facts.name && !facts.email ? { name: ["Give a name, or at least an e-mail address."] } : {},
    assistantName && !assistantEmail
      ? {
          assistantEmail: [
            "The assistant’s e-mail address is needed, or letters to review cannot reach them.",
          ],
        }
      : {},
    facts.consent !== "unasked" && !facts.consentSource
      ? { consentSource: ["Say how you know: “Asked on the phone in May”, “Signed up at the launch”."] }
      : {},
  );
  if (Object.keys(problems).length > 0) return refused(problems);
  return done({
    ...facts,
    assistant: assistantEmail ? { name: assistantName, email: assistantEmail } : null,
  });
}

export const StandingForm = z.object({ standing: z.enum(STANDINGS, "Choose how far they have come.") });

const CompanyForm = z.object({
  name: line("The name", { max: 160 }),
  side: z.enum(SIDES, "Say whether it is a business or a support partner."),
  place: optionalLine("The place", { max: 120 }),
  size: z.preprocess((value) => value || null, z.enum(COMPANY_SIZES, "Choose a size.").nullable()),
  note: optionalText("The note", { max: 2_000 }),
});

export function readCompany(values: unknown): Outcome<CompanyFacts> {
  return parse(CompanyForm, values);
}

const SettingsForm = z.object({
  timeZone: z.enum(US_TIME_ZONES, "Choose the zone in which you meet."),
  replyName: optionalLine("The name", { max: 120 }),
  replyEmail: optionalEmail("The address for answers"),
});

export function readSettings(values: unknown): Outcome<SettingsFacts> {
  const form = parse(SettingsForm, values);
  if (!form.ok) return form;
  const { timeZone, replyName, replyEmail } = form.value;
  if (replyName && !replyEmail)
    return problem("replyEmail", "An address is needed, or answers do not reach anybody.");
  return done({ timeZone, repliesTo: replyEmail ? { name: replyName, email: replyEmail } : null });
}

/** The version that a form began from; a form without one began from nothing that stands. */
export function versionIn(values: unknown): number {
  const form = z.object({ version: versionField }).safeParse(values);
  return form.success ? form.data.version : 0;
}
