import type { z } from "zod";
import { done, hasProblems, joinProblems, type Outcome, type Problems, refused } from "#base/outcome.ts";
import { readSources, SOURCE_FIELDS, type Source } from "#base/source.ts";
import { personByEmail } from "#features/people/public.ts";
import { parseCounties } from "#features/places/public.ts";
import type { Ctx } from "#platform/context.ts";
import { rowsIn } from "#platform/http/form-rows.ts";
import { type FormValues, parse } from "#platform/http/forms.ts";
import { AffiliateForm, LEAD_FIELDS, LeadForm, MOST_LEADS, MOST_SOURCES, togetherProblems } from "./forms.ts";
import type { Lead } from "./rules.ts";

/** Everything that a save of an affiliate writes. */
export type AffiliateCommand = Omit<z.output<typeof AffiliateForm>, "counties"> & {
  /** FIPS codes of five digits. */
  counties: string[];
  leads: Lead[];
  sources: Source[];
};

/** A whole form as it was typed → what is to be written, or every problem at once, beside its field. */
export async function readAffiliate(
  ctx: Ctx,
  values: FormValues,
  recordedBy: string,
): Promise<Outcome<AffiliateCommand>> {
  const form = parse(AffiliateForm, values);
  const rows = rowsIn(values, "source", SOURCE_FIELDS, MOST_SOURCES);
  const sources = readSources("source", rows);
  const leads = await readLeads(ctx, values, recordedBy);
  const counties = form.ok ? readCounties(form.value) : undefined;
  const problems = joinProblems(
    togetherProblems(values),
    ...[form, sources, leads, counties].map((part) => (part && !part.ok ? part.problems : undefined)),
  );
  if (hasProblems(problems) || !form.ok || !sources.ok || !leads.ok || !counties?.ok)
    return refused(problems);
  return done({ ...form.value, counties: counties.value, leads: leads.value, sources: sources.value });
}

/** Only a region has counties; they may lie across a border, so each is named with its state. */
function readCounties({ kind, counties, state }: z.output<typeof AffiliateForm>): Outcome<string[]> {
  if (kind !== "region" || counties.trim() === "") return done([]);
  const plain = parseCounties(counties, { states: state ? [state] : [], field: "counties" });
  return plain.ok ? plain : parseCounties(counties, { field: "counties" });
}

async function readLeads(ctx: Ctx, values: FormValues, recordedBy: string): Promise<Outcome<Lead[]>> {
  const problems: Problems = {};
  const leads: Lead[] = [];
  for (const { index, ...typed } of rowsIn(values, "lead", LEAD_FIELDS, MOST_LEADS)) {
    const row = parse(LeadForm, typed);
    const beside = (found: Problems) => {
      for (const [field, messages] of Object.entries(found)) problems[`lead-${index}-${field}`] = messages;
    };
    if (!row.ok) {
      beside(row.problems);
      continue;
    }
    const { name, title, organization, email, from, to, agreed, how, on } = row.value;
    const person = email === "" ? undefined : await personByEmail(ctx, email);
    if (email !== "" && !person)
      beside({ email: ["Nobody has an account with this address. Leave it empty."] });
    leads.push({
      person: person?.id ?? null,
      name,
      title,
      organization,
      from,
      to,
      consent: agreed && on ? { how, on, recordedBy } : null,
    });
  }
  return hasProblems(problems) ? refused(problems) : done(leads);
}
