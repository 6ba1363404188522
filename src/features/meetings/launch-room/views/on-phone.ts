import type { Group, Opportunity, Room, SignUp, Voter } from "../queries.ts";
import type { Result } from "./results.tsx";
import type { Returned } from "./say-form.tsx";

/** What the room shows on a phone; what a step does not need is empty. */
export interface OnPhone {
  room: Room;
  partnership: string;
  base: string;
  /** Who came by their own link. */
  known: { name: string; company: string; companyId: string | null; side: "business" | "public" } | null;
  /** Chosen before: the company that was let in. */
  company?: string | undefined;
  groups: readonly Group[];
  opportunities: readonly Opportunity[];
  voters: readonly Voter[];
  results: readonly Result[];
  signUps: readonly SignUp[];
  freshId: string;
  /** What just happened, where this page is the answer to a form. */
  done?: string | undefined;
  returned: { say?: Returned; ballot?: Returned; ask?: Returned; signUp?: Returned };
}
