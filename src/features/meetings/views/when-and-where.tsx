import { httpUrl } from "#base/brands.ts";
import { ExternalLink } from "#ui/external-link.tsx";
import type { Meeting } from "../queries.ts";
import { dayWords, hoursWords } from "../when.ts";

/** Day, hours, place with its map, and the link to join by. */
export function WhenAndWhere({ meeting }: { meeting: Meeting }) {
  const online = meeting.onlineUrl ? httpUrl(meeting.onlineUrl) : undefined;
  return (
    <div class="when-where">
      <p>
        <time datetime={meeting.startsAt.toISOString()}>
          <strong>{dayWords(meeting)}</strong>
          <br />
          {hoursWords(meeting)}
        </time>
      </p>
      {(meeting.place || meeting.address) && (
        <p>
          {meeting.place && <strong>{meeting.place}</strong>}
          {meeting.place && meeting.address && <br />}
          {meeting.address}
        </p>
      )}
      {meeting.address && (
        <p>
          <ExternalLink href={mapOf(meeting.address)}>See it on a map</ExternalLink>
        </p>
      )}
      {online && (
        <p>
          <ExternalLink href={online}>Join online</ExternalLink>
        </p>
      )}
      {!meeting.place && !meeting.address && !online && <p>The place is not known yet.</p>}
    </div>
  );
}

/** A search on OpenStreetMap, which is asked when somebody follows the link and not before. */
function mapOf(address: string) {
  return httpUrl(`https://www.openstreetmap.org/search?${new URLSearchParams({ query: address })}`)!;
}
