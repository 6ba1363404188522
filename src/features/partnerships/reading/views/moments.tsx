import { httpUrl } from "#base/brands.ts";
import { Day } from "#ui/dates.tsx";
import { ExternalLink } from "#ui/external-link.tsx";
import { Timeline } from "#ui/progress.tsx";
import { isPast } from "../spans.ts";
import type { Moment } from "../timeline.ts";

/** What happened, the oldest first; dates say no more than is known. */
export function Moments({ moments, today }: { moments: Moment[]; today: string }) {
  return (
    <Timeline
      label="What happened"
      items={moments.map(({ title, on, note, source }) => ({
        title,
        at: on ? <Day iso={on} /> : "Date not told",
        note: note || source ? <Note note={note} source={source} /> : undefined,
        state: on === null || isPast(on, today) || today.startsWith(on) ? "done" : "waiting",
      }))}
    />
  );
}

function Note({ note, source }: { note: string; source: string }) {
  const href = httpUrl(source);
  return (
    <>
      {note && <p>{note}</p>}
      {source && (
        <p class="small quiet-text">
          Source: {href ? <ExternalLink href={href}>{new URL(href).hostname}</ExternalLink> : source}
        </p>
      )}
    </>
  );
}
