/** Roles that hold for one partnership, one state or one region only. */
export type GrantedRole =
  | "partnership-editor"
  | "state-lead"
  | "state-editor"
  | "region-keeper"
  | "region-member";

/** One such role of a person. `scope` is a partnership's or region's id, or a state's code. */
export interface Grant {
  role: GrantedRole;
  scope: string;
}

/** What somebody is on the whole site; `permissions.ts` says what follows from it. */
export type Role = "member" | "editor" | "administrator";

/** Who is acting: a reader without an account, a signed-in person, or the house itself (jobs, command line). */
export type Actor =
  | { kind: "guest" }
  | {
      kind: "person";
      id: string;
      name: string;
      email: string;
      role: Role;
      /** What they are for one partnership, state or region only. */
      grants: readonly Grant[];
    }
  | { kind: "system"; name: string };
