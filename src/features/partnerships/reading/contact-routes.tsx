import { NotFound } from "#base/surprises.ts";
import { type LetterRecipient, letterRoutes } from "#features/people/public.ts";
import type { HouseContext, Route } from "#platform/http/routes.ts";
import { partnershipPath } from "./address.ts";
import { keepersOf, suggestionReaders } from "./contact.ts";
import { type KnownPartnership, partnershipBySlug } from "./lookups.ts";
import { NoContactPage } from "./views/no-contact-page.tsx";

async function partnershipIn(c: HouseContext): Promise<KnownPartnership> {
  const partnership = await partnershipBySlug(c.var.ctx, c.req.param("slug") ?? "");
  if (!partnership) throw new NotFound();
  return partnership;
}

function letterTo({ id, name, slug }: KnownPartnership, who: string, addresses: string[]) {
  const to: LetterRecipient = { kind: "partnership", id, name: who, addresses };
  const trail = [{ href: "/partnerships", label: "Partnerships" }];
  return { to, place: { title: name, href: partnershipPath(slug), trail } };
}

const contact = letterRoutes("/partnerships/:slug/contact", async (c) => {
  const partnership = await partnershipIn(c);
  return letterTo(partnership, partnership.name, await keepersOf(c.var.ctx, partnership));
});

const suggestion = letterRoutes("/partnerships/:slug/suggestion", async (c) => {
  const partnership = await partnershipIn(c);
  const { ctx } = c.var;
  const tended = (await keepersOf(ctx, partnership)).length > 0;
  const who = tended
    ? `those who look after the page of the ${partnership.name}`
    : `the editors about the ${partnership.name}`;
  return letterTo(partnership, who, await suggestionReaders(ctx, partnership));
});

/** Where nobody takes letters, the page says so and offers what there is instead. */
function unlessNobody(route: Route): Route {
  return {
    ...route,
    async handle(c) {
      const partnership = await partnershipIn(c);
      const tended = (await keepersOf(c.var.ctx, partnership)).length > 0;
      if (tended && partnership.contactable) return route.handle(c);
      return c.var.show(
        { title: `The ${partnership.name} takes no letters here`, noindex: true, status: 200 },
        <NoContactPage partnership={partnership} tended={tended} />,
      );
    },
  };
}

/** Writing to those behind a page through the house, so that no address shows. */
export const contactRoutes: Route[] = [...contact.map(unlessNobody), ...suggestion];
