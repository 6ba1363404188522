import type { Ctx } from "#platform/context.ts";

/** One heading of what is held. */
export interface HeldPart {
  heading: string;
  records: Record<string, unknown>[];
}

/** All rooms asked about one person; made in `app`, which knows them all. Addresses are lower case. */
export interface WholePerson {
  copy(ctx: Ctx, email: string): Promise<HeldPart[]>;
  /** What deleting would do, a line for each kind of thing. @throws Conflict when it cannot be done yet */
  wouldGo(ctx: Ctx, email: string): Promise<string[]>;
  /** @throws Conflict when it cannot be done yet; then nothing was */
  forget(ctx: Ctx, email: string): Promise<string[]>;
}

/** The copy as a file that people and programs can read. */
export function copyFile(ctx: Ctx, email: string, parts: readonly HeldPart[]): Response {
  const copy = {
    site: ctx.site.name,
    url: ctx.site.url,
    about: email,
    made: ctx.now.toISOString(),
    held: Object.fromEntries(parts.map(({ heading, records }) => [heading, records])),
  };
  return new Response(`${JSON.stringify(copy, null, 2)}\n`, {
    headers: {
      "content-type": "application/json; charset=utf-8",
      "content-disposition": `attachment; filename="your-data-${ctx.now.toISOString().slice(0, 10)}.json"`,
      "cache-control": "private, no-store",
    },
  });
}
