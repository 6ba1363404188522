import { done, problem } from "#base/outcome.ts";
import { type Sector, sectors, sectorsByIds } from "#features/sectors/public.ts";
import type { Ctx } from "#platform/context.ts";
import { listOf, parse } from "#platform/http/forms.ts";
import type { PartnershipContent } from "../../content.ts";
import { tendPath } from "../paths.ts";
import type { Tended } from "../queries.ts";
import { BasicsForm } from "./forms.ts";
import type { SectionForm } from "./section.ts";
import { BasicsFields } from "./views/basics-fields.tsx";

/** What it is called, what it does, in which industries. */
export function basicsForm({ slug, content }: Tended): SectionForm<Sector[]> {
  return {
    title: "Name and story",
    lede: "What readers see first: what the partnership is called, what it does, and what has come of it so far.",
    action: tendPath(slug, "basics"),
    back: { href: tendPath(slug), label: content.name },
    save: "Save",
    scripts: ["writing.js", "editor.js"],
    labels: {
      name: "Name",
      alsoKnownAs: "Also known as",
      summary: "Summary",
      story: "Story",
      sectors: "Sectors",
      website: "Website",
    },
    stored: (content) => ({
      name: content.name,
      alsoKnownAs: content.alsoKnownAs.join("\n"),
      summary: content.summary,
      story: content.story,
      sectors: content.sectors,
      website: content.website ?? "",
    }),
    choices: (ctx) => offeredSectors(ctx, content),
    async read(ctx, values, content) {
      const form = parse(BasicsForm, values);
      if (!form.ok) return form;
      const offered = new Set((await offeredSectors(ctx, content)).map(({ id }) => id));
      const chosen = [...new Set(form.value.sectors)];
      if (chosen.some((id) => !offered.has(id)))
        return problem("sectors", "One of these sectors is not offered any more. Please choose again.");
      return done({
        note: "Name and story",
        change: (_ctx, page) => ({
          ...page,
          ...form.value,
          alsoKnownAs: otherNames(page, form.value),
          nameIsOurs: page.nameIsOurs && form.value.name === page.name,
          sectors: mainFirst(chosen, page.sectors),
        }),
      });
    },
    fields: ({ choices, ...state }) => <BasicsFields {...state} sectors={choices} />,
    told: (values, choices) => ({
      ...values,
      sectors: choices.flatMap(({ id, name }) => (listOf(values, "sectors").includes(id) ? [name] : [])),
    }),
  };
}

/** Those on offer, and the retired ones that the page has. */
async function offeredSectors(ctx: Ctx, content: PartnershipContent): Promise<Sector[]> {
  const offered = await sectors(ctx);
  const own = await sectorsByIds(ctx, content.sectors);
  return [...offered, ...[...own.values()].filter(({ id }) => !offered.some((one) => one.id === id))];
}

/** A name that is given up stays known, or the happenings that name it would lose their partnership. */
function otherNames(page: PartnershipContent, form: { name: string; alsoKnownAs: string[] }): string[] {
  const kept =
    form.name === page.name || page.nameIsOurs ? form.alsoKnownAs : [...form.alsoKnownAs, page.name];
  return [...new Set(kept)].filter((name) => name.toLowerCase() !== form.name.toLowerCase());
}

/** The boxes of a form have no order of their own: what stood first stays first. */
function mainFirst(chosen: string[], before: readonly string[]): string[] {
  const stayed = before.filter((id) => chosen.includes(id));
  return [...stayed, ...chosen.filter((id) => !stayed.includes(id))];
}
