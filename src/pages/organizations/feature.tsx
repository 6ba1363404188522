import { NotFound } from "#base/surprises.ts";
import { organizationBySlug } from "#features/organizations/public.ts";
import { partnershipsOfOrganizations } from "#features/partnerships/public.ts";
import { isEditor } from "#features/people/public.ts";
import type { Feature } from "#platform/feature.ts";
import { type HouseContext, reading } from "#platform/http/routes.ts";
import { OrganizationPage } from "./organization-page.tsx";

async function showOrganization(c: HouseContext): Promise<Response> {
  const { ctx, show } = c.var;
  const slug = c.req.param("slug") ?? "";
  const organization = await organizationBySlug(ctx, slug);
  if (!organization) throw new NotFound();
  const path = `/organizations/${organization.slug}`;
  // It became part of another, whose page this is.
  if (organization.slug !== slug) return c.redirect(path, 301);
  return show(
    {
      title: organization.name,
      description: `${organization.name} in the directory of sector partnerships: what it is, and which partnerships it serves.`,
      canonical: path,
    },
    <OrganizationPage
      organization={organization}
      parts={await partnershipsOfOrganizations(ctx, [organization.id])}
      {...(isEditor(ctx.actor) ? { deskHref: `/desk/organizations/${organization.id}` } : {})}
    />,
  );
}

/** An organization's page: the directory's facts, and the partnerships that name it. */
export const organizationPagesFeature: Feature = {
  name: "organization pages",
  routes: [reading("/organizations/:slug", showOrganization)],
};
