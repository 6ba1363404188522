import pg from "pg";

/** What pg-boss asks for by itself every half minute, whoever else is asking at that moment. */
const UPKEEP_OF_JOBS = /\bjobs\.(version|schedule|queue|warning|bam|instance)\b/i;

/** How many statements `work` sends to the database, transactions' own begin and commit left out. */
export async function countQueries(work: () => Promise<unknown>): Promise<number> {
  const prototype = pg.Client.prototype as { query: (...args: unknown[]) => unknown };
  const query = prototype.query;
  let count = 0;
  prototype.query = function (this: unknown, ...args: unknown[]) {
    const [first] = args;
    const text = typeof first === "string" ? first : (first as { text?: string })?.text;
    const isBracket = /^\s*(begin|start transaction|commit|rollback)/i.test(text ?? "");
    if (!isBracket && !UPKEEP_OF_JOBS.test(text ?? "")) count += 1;
    return query.apply(this, args);
  };
  try {
    await work();
  } finally {
    prototype.query = query;
  }
  return count;
}
