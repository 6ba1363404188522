import { organizationPaths } from "#features/organizations/public.ts";
import { profilesOf } from "#features/people/public.ts";
import type { Ctx } from "#platform/context.ts";
import type { PartnershipContent } from "../content.ts";

/**
 * Where the directory has pages of those whom a page names, by id: organizations, and people who are listed for
 * everybody. One query, and one more after a change.
 */
export async function directoryOf(
  ctx: Ctx,
  { champions, roles, priorities }: Pick<PartnershipContent, "champions" | "roles" | "priorities">,
): Promise<Map<string, string>> {
  const ids = (named: ({ id: string | null } | null)[]) => [
    ...new Set(named.flatMap((one) => one?.id ?? [])),
  ];
  const organizations = await organizationPaths(
    ctx,
    ids([...champions, ...roles].map(({ organization }) => organization)),
  );
  const people = ids([
    ...[...champions, ...roles].map(({ person }) => person),
    ...priorities.map(({ lead }) => lead),
  ]);
  const profiles = await profilesOf(ctx, people, "public");
  return new Map([
    // By the id that was asked for: an organization that became part of another is found under its old one.
    ...organizations,
    ...[...profiles].map(([id, { slug }]) => [id, `/people/${slug}`] as const),
  ]);
}
