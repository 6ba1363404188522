import { NotFound } from "#base/surprises.ts";
import { holdersOf, type Person } from "#features/people/public.ts";
import type { Ctx } from "#platform/context.ts";
import { sameSecret } from "#platform/secrets.ts";
import { type Tended, tendedById } from "../queries.ts";

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

interface Asked {
  partnership: string;
  person: string;
  /** When they were asked, in milliseconds: a later question has links of its own. */
  at: number;
}

function tokenFor(ctx: Pick<Ctx, "seal">, { partnership, person, at }: Asked): string {
  return ctx.seal("partnership still right", `${partnership} ${person} ${at}`);
}

/** The path on which somebody who was asked says, without signing in, that a page still holds. */
export function stillRightPath(ctx: Pick<Ctx, "seal">, asked: Asked): string {
  return `/still-right/${asked.partnership}/${asked.person}/${asked.at}/${tokenFor(ctx, asked)}`;
}

/**
 * What such a link opens.
 *
 * @returns the page, who was asked, and whether the question still stands
 * @throws NotFound for a forged link, and for somebody who does not look after the page any more
 */
export async function openStillRight(
  ctx: Ctx,
  link: Record<"partnership" | "person" | "at" | "token", string | undefined>,
): Promise<{ page: Tended; person: Person; stands: boolean }> {
  const { partnership = "", person = "", at = "", token = "" } = link;
  const asked = { partnership, person, at: Number(at) };
  const isOurs =
    UUID.test(partnership) &&
    UUID.test(person) &&
    /^\d{1,15}$/.test(at) &&
    sameSecret(token, tokenFor(ctx, asked));
  const page = isOurs ? await tendedById(ctx, partnership) : undefined;
  const holders = page ? await holdersOf(ctx, [page.id], ["partnership-editor"]) : [];
  const holder = holders.find((one) => one.person.id === person);
  if (!page || !holder)
    throw new NotFound(
      "This link does not open anything. It may be cut short, or you do not look after that page any more.",
    );
  return { page, person: holder.person, stands: page.remindedAt?.getTime() === asked.at };
}
