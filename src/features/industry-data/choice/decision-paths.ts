export const DECISIONS = "/industry/decisions";
export const ONE_DECISION = `${DECISIONS}/:id`;

export function decisionPath(id: string, ...rest: string[]): string {
  return [DECISIONS, id, ...rest].join("/");
}
