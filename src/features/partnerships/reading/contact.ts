import { editors, holdersOf, scopesWith } from "#features/people/public.ts";
import type { Ctx } from "#platform/context.ts";

/** Whether somebody looks after a page who can be written to. No query until something changes. */
export async function isTended(ctx: Ctx, partnership: { id: string }): Promise<boolean> {
  return (await scopesWith(ctx, "partnership-editor")).has(partnership.id);
}

/** Mail addresses of those who look after a page, longest first; never shown. One query. */
export async function keepersOf(ctx: Ctx, partnership: { id: string }): Promise<string[]> {
  const holders = await holdersOf(ctx, [partnership.id], ["partnership-editor"]);
  return [...new Set(holders.flatMap(({ person }) => person.email ?? []))];
}

/** Whom a suggestion reaches: those who look after the page, or the site's editors where nobody does. */
export async function suggestionReaders(ctx: Ctx, partnership: { id: string }): Promise<string[]> {
  const keepers = await keepersOf(ctx, partnership);
  return keepers.length > 0 ? keepers : (await editors(ctx)).flatMap(({ email }) => email ?? []);
}
