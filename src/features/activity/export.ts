import { CSV_START, csvLine } from "#base/csv.ts";
import type { Ctx } from "#platform/context.ts";
import type { AuditFilter } from "./forms.ts";
import { type LoggedEvent, loggedEvents } from "./queries.ts";
import { deedWords, type Tellers } from "./rules.ts";

const AT_ONCE = 500;

/** All that matches as CSV, read from the database as fast as it is taken and never held as a whole. */
export function auditCsv(ctx: Ctx, filter: AuditFilter, tellers: Tellers): ReadableStream<Uint8Array> {
  const lines = linesOf(ctx, filter, tellers);
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(stream) {
      const { done, value } = await lines.next();
      if (done) stream.close();
      else stream.enqueue(encoder.encode(value));
    },
  });
}

async function* linesOf(ctx: Ctx, filter: AuditFilter, tellers: Tellers): AsyncGenerator<string> {
  yield CSV_START +
    csvLine(["number", "at", "who", "who_kind", "event", "in_words", "about", "about_id", "particulars"]);
  for (let before: number | undefined; ; ) {
    const events = await loggedEvents(ctx, filter, { before, limit: AT_ONCE });
    if (events.length > 0) yield events.map((event) => lineOf(event, tellers)).join("");
    before = events.at(-1)?.id;
    if (events.length < AT_ONCE) return;
  }
}

function lineOf(event: LoggedEvent, { words }: Tellers): string {
  return csvLine([
    event.id,
    event.at.toISOString(),
    event.actor.name,
    event.actor.kind,
    event.name,
    deedWords(words, event),
    event.subject.kind,
    event.subject.id,
    JSON.stringify(event.particulars),
  ]);
}
