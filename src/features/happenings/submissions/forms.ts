import { z } from "zod";
import { httpUrl } from "#base/brands.ts";
import { emailAddress, line, optionalLine, optionalText, text, versionField } from "#base/fields.ts";
import { altField } from "#features/media/public.ts";
import { stateByCode } from "#features/places/public.ts";
import { checkboxField, listField } from "#platform/http/forms.ts";
import { ARTEFACT_KINDS, KINDS, LICENSES } from "../kinds.ts";

const isState = (code: string) => /^[a-z]{2}$/.test(code) && stateByCode(code) !== undefined;

const state = z
  .string({ error: "Choose a state." })
  .transform((code) => code.trim().toLowerCase())
  .refine((code) => code !== "", { error: "Choose a state.", abort: true })
  .refine(isState, "This is no state we know. Choose one from the list.");

/** Who sends it; never published. */
export const senderFields = {
  name: line("Your name", { max: 120 }),
  email: emailAddress("Your e-mail address"),
  role: optionalLine("Your role", { max: 120 }),
  organization: optionalLine("Your organization", { max: 160 }),
};

/** What is shared, the lists left out, which come in another way by form than by API. */
export const contentFields = {
  partnership: line("The name of the partnership", { max: 160 }),
  place: optionalLine("The place", { max: 120 }),
  state,
  kind: z.enum(KINDS, "Choose what it is."),
  title: line("A title", { max: 160 }),
  summary: line("A summary", { max: 240 }),
  story: text("The story", { max: 20_000 }),
  credit: line("A line of credit", { max: 200 }),
  license: z.enum(LICENSES, "Choose how others may use it."),
};

export const slugList = z.array(z.string()).transform((slugs) => [...new Set(slugs)]);
export const stateList = z
  .array(z.string().transform((code) => code.toLowerCase()))
  .refine((codes) => codes.every(isState), "One of these is no state we know. Choose from the list.")
  .transform((codes) => [...new Set(codes)]);

const Lists = z.object({
  alsoStates: listField.pipe(stateList),
  sectors: listField.pipe(slugList),
  topics: listField.pipe(slugList),
});

const ContentForm = Lists.extend(contentFields);
export type ContentCommand = z.output<typeof ContentForm>;

const Sender = z.object(senderFields);
export type SenderCommand = z.output<typeof Sender>;

export const ShareForm = ContentForm.extend(senderFields).extend({
  consent: checkboxField.refine((given) => given, "Please agree, or we may not publish it."),
});

export const EditForm = ContentForm.extend({
  version: versionField,
  answer: optionalText("Your note to the editor", { max: 10_000 }),
});

/** What is said of one document or recording, whichever way it came. */
export const describedFields = {
  title: line("A title", { max: 160 }),
  as: z.enum(ARTEFACT_KINDS, "Choose what it is."),
  transcript: optionalText("The transcript", { max: 100_000 }),
  promised: checkboxField,
  by: optionalLine("The time of the transcript", { max: 80 }),
};

export const FileDescription = z.object({
  ...describedFields,
  title: line("A title for the file", { max: 160 }),
  alt: altField,
  decorative: checkboxField,
});

export const url = z
  .string({ error: "The address is needed." })
  .transform((value) => value.trim())
  .refine((value) => value !== "", { error: "The address is needed.", abort: true })
  .refine(
    (value) => value.length <= 2_000 && httpUrl(value) !== undefined,
    "This must be a web address that starts with https:// or http://.",
  )
  .transform((value) => httpUrl(value) ?? value);

export const LinkDescription = z.object({
  ...describedFields,
  title: line("A title for the link", { max: 160 }),
  url,
});

export const AnswerForm = z.object({ answer: text("Your answer", { max: 10_000 }) });

export const AgainForm = z.object({ email: senderFields.email });
