import type { Person } from "../queries.ts";

type Staff = Pick<Person, "id" | "lastSeenAt" | "role">;

/**
 * Whether somebody may stop working the desk. Somebody who has signed in must remain, since an invited address may be
 * mistyped and would lock everyone out; and where an administrator goes, that has to be another administrator.
 */
export function mayLeave(id: string, staff: readonly Staff[]): boolean {
  const goes = staff.find((one) => one.id === id);
  const rest = staff.filter((one) => one.id !== id && one.lastSeenAt !== null);
  return goes?.role === "administrator" ? rest.some(({ role }) => role === "administrator") : rest.length > 0;
}
