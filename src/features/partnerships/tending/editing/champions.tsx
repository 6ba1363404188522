import type { z } from "zod";
import { dayOf } from "#base/local-time.ts";
import { done, hasProblems, joinProblems, type Problems, problem, refused } from "#base/outcome.ts";
import { isBefore } from "#base/partial-date.ts";
import type { Ctx } from "#platform/context.ts";
import { parse } from "#platform/http/forms.ts";
import { Badge } from "#ui/chip.tsx";
import { longDate } from "#ui/dates.tsx";
import { spanWords } from "../words.ts";
import { organizationNamed, personTyped } from "./directory.ts";
import { ChampionForm } from "./forms.ts";
import type { PageList } from "./list.ts";
import { ChampionFields } from "./views/champion-fields.tsx";

export const champions: PageList<"champions"> = {
  key: "champions",
  path: "champions",
  title: "Champions",
  lede: "Business leaders who lend the partnership their name and voice. Readers see those whose consent is written down, and nobody else.",
  one: "champion",
  ordered: true,
  most: 60,
  named: false,
  empty: {
    title: "No champions yet",
    words:
      "Two to six business leaders who care about their company, their industry and their place. Add each with how they agreed to be named.",
    icon: "megaphone",
  },
  labels: {
    name: "Name",
    title: "Title",
    organization: "Company",
    words: "Their words",
    video: "Film",
    transcript: "Transcript",
    consentHow: "How they agreed",
    consentOn: "When",
    consentBy: "Who asked them",
    since: "Since",
    until: "Until",
  },
  fresh: (ctx) => ({ consentBy: ctx.actor.kind === "person" ? ctx.actor.name : "" }),
  stored: (champion) => ({
    name: champion.person.name,
    ...(champion.person.id ? { linked: "yes" } : {}),
    title: champion.title,
    organization: champion.organization?.name ?? "",
    words: champion.words,
    video: champion.video ?? "",
    transcript: champion.transcript,
    consentHow: champion.consent?.how ?? "",
    consentOn: champion.consent?.on ?? "",
    consentBy: champion.consent?.recordedBy ?? "",
    since: champion.since ?? "",
    until: champion.until ?? "",
  }),
  choices: async () => undefined,
  async read(ctx, values, { page, before, id }) {
    const form = parse(ChampionForm, values);
    if (!form.ok) return form;
    const problems = championProblems(ctx, form.value);
    if (hasProblems(problems)) return refused(problems);
    const { name, profile, organization, consentHow, consentOn, consentBy, ...rest } = form.value;
    const person = await personTyped(ctx, { name, profile, before: before?.person });
    if (!person.ok) return person;
    return done(async (ctx) => ({
      ...rest,
      id,
      person: person.value ?? { name, id: null },
      organization: await organizationNamed(ctx, organization, {
        before: before?.organization,
        page,
        kind: "business",
      }),
      consent: consentHow && consentOn ? { how: consentHow, on: consentOn, recordedBy: consentBy } : null,
    }));
  },
  fields: (state) => <ChampionFields {...state} />,
  summary: (champion) => ({
    title: champion.person.name,
    meta: <span>{[champion.title, champion.organization?.name].filter(Boolean).join(", ")}</span>,
    note: [
      spanWords(champion.since, champion.until),
      champion.consent
        ? `Agreed ${champion.consent.how}, ${longDate(champion.consent.on)}, asked by ${champion.consent.recordedBy}.`
        : "No consent is written down, so readers do not see this champion.",
    ]
      .filter(Boolean)
      .join(". "),
    state: champion.consent ? (
      <Badge tone={champion.until ? undefined : "good"}>{champion.until ? "In the past" : "Public"}</Badge>
    ) : (
      <Badge tone="warn" icon="eye-off">
        Not public
      </Badge>
    ),
  }),
};

function championProblems(ctx: Ctx, form: z.output<typeof ChampionForm>): Problems {
  const { consentHow, consentOn, consentBy, since, until, video, transcript } = form;
  const consent = { consentHow, consentOn, consentBy };
  const today = dayOf(ctx.now, ctx.site.timeZone);
  // Who asked is filled in beforehand, so it says nothing by itself.
  const begun = consentHow !== "" || consentOn !== null;
  const missing = Object.entries(consent).filter(([, value]) => !value);
  return joinProblems(
    ...(begun
      ? missing.map(
          ([field]) =>
            problem(
              field,
              "Consent is written down whole: how they agreed, on which day, and who asked them.",
            ).problems,
        )
      : []),
    consentOn && consentOn.length < 10
      ? problem("consentOn", "Give the day they agreed, such as 2026-05-04.").problems
      : undefined,
    consentOn && consentOn > today
      ? problem("consentOn", "This day is still to come. Write down consent when it is given.").problems
      : undefined,
    since && until && isBefore(until, since)
      ? problem("until", "The end is before the beginning.").problems
      : undefined,
    video && transcript.trim() === ""
      ? problem(
          "transcript",
          "A film needs its words as text too, for those who cannot hear it and those who search.",
        ).problems
      : undefined,
  );
}
