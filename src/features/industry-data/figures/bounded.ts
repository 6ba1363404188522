/**
 * A figure and how sure it is. Published: `value`, `low` and `high` are the same. Reconstructed: `value` with bounds
 * around it. Withheld: no `value`, the truth lies from `low` to `high`; no `high` where nobody can say.
 */
export interface Bounded {
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
}
