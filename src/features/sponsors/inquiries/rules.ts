import type { InquiryState } from "../tables.ts";

/** An inquiry can be answered in any state, for people write back months later; closed is closed. */
export function mayClose(state: InquiryState): boolean {
  return state !== "closed";
}
