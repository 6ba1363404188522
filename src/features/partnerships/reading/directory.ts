import { organizationsByIds } from "#features/organizations/public.ts";
import type { Ctx } from "#platform/context.ts";
import type { PartnershipContent } from "../content.ts";

/** Where the directory has public pages of those whom a page names, by id. One query. */
export async function directoryOf(
  ctx: Ctx,
  content: Pick<PartnershipContent, "champions" | "roles">,
): Promise<Map<string, string>> {
  const ids = [...content.champions, ...content.roles].flatMap(({ organization }) => organization?.id ?? []);
  const organizations = await organizationsByIds(ctx, [...new Set(ids)]);
  // By the id that was asked for: an organization that became part of another is found under its old one.
  return new Map([...organizations].map(([id, { slug }]) => [id, `/organizations/${slug}`]));
}
