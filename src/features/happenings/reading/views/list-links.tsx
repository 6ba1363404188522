import { Icon } from "#ui/icon.tsx";
import { atomPath, listPath } from "../address.ts";
import type { Filter } from "../filter.ts";
import type { Listing } from "../listing.ts";

/** Beside the newest of a list: the way to all of it, where more follow, and its feed. */
export function ListLinks({ filter, listing }: { filter: Filter; listing: Listing }) {
  return (
    <>
      {listing.more && (
        <a href={listPath(filter)}>
          {listing.total === undefined
            ? "All happenings"
            : `All ${listing.total.toLocaleString("en-US")} happenings`}
        </a>
      )}
      <FeedLink filter={filter} />
    </>
  );
}

export function FeedLink({ filter, children }: { filter: Filter; children?: string }) {
  return (
    <a class="follow" href={atomPath(filter)}>
      <Icon name="rss" />
      {children ?? "Follow by feed"}
    </a>
  );
}
