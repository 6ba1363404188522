import { type FormValues, listOf, textOf } from "#platform/http/forms.ts";
import { shownField } from "../forms.ts";
import { PART_KEYS, PARTS } from "../visibility.ts";

const LABELS = {
  name: "Your name",
  listedFor: "Listed for",
  writtenBy: "Who may write to you",
  role: "Your role",
  title: "Your title",
  organization: "Your organization",
  canHelp: "What you can help with",
  lookingFor: "What you are looking for",
  about: "About you",
};

const LISTS = { state: "States", county: "Counties", phase: "Phases" };

/** Each field as it was saved elsewhere and as it was typed here. */
export function theirsBeside(theirs: FormValues, yours: FormValues) {
  const joined = (values: FormValues, name: string) => listOf(values, name).filter(Boolean).sort().join(", ");
  return [
    ...Object.entries(LABELS).map(([name, label]) => ({
      label,
      theirs: textOf(theirs, name),
      yours: textOf(yours, name),
    })),
    ...Object.entries(LISTS).map(([name, label]) => ({
      label,
      theirs: joined(theirs, name),
      yours: joined(yours, name),
    })),
    ...PART_KEYS.map((part) => ({
      label: `Who sees ${PARTS[part]}`,
      theirs: textOf(theirs, shownField(part)) || "nobody",
      yours: textOf(yours, shownField(part)) || "nobody",
    })),
  ];
}
