import type { Ctx } from "./context.ts";

/** What a room holds about a person, under the address they wrote from, and how it is let go. */
export interface PersonalData {
  /** What was done, as it follows a number: `inquiries about sponsoring deleted`. */
  done: string;
  /**
   * Works in the caller's transaction and answers how many things it let go.
   *
   * @param email lower case
   * @throws Conflict with the reason when this person cannot be forgotten yet; then nobody forgets anything
   */
  forget(ctx: Ctx, email: string): Promise<number>;
  /**
   * Everything it holds about them, for the copy that a person may ask for: a heading and records that JSON can hold.
   * Left out by rooms whose data another room's copy holds.
   */
  copy?(
    ctx: Ctx,
    email: string,
  ): Promise<{ heading: string; records: Record<string, unknown>[] } | undefined>;
}
