import { Moment } from "#ui/dates.tsx";
import { Notice } from "#ui/notice.tsx";
import type { UnderReview } from "../queries.ts";

const WORDS: Record<string, string> = {
  written: "Saved for review. Nobody but editors can read it until it is published.",
  saved: "Saved as a new version.",
  restored: "The earlier version is the newest again.",
  held: "You have it in hand now; the other editors see that.",
  released: "It is in nobody’s hand now.",
  asked: "Your question is on its way to the sender. It comes back to the desk with the answer.",
  letter: "Your letter is on its way to the sender.",
  declined: "Declined.",
  published: "Published. It is on the site now.",
  unscheduled: "The set time is taken back. It is in review again.",
  reopened: "Taken up again. It is in review, and in your hand.",
  unpublished: "Taken off the site. Nothing is deleted: it can be published again.",
  featured: "Featured: it stands first on the home page.",
  unfeatured: "It is not featured any more.",
  dated: "The date is corrected.",
  cleared: "It is not held any more.",
  noted: "The note is kept for the editors.",
  trusted: "From now on, what this sender confirms is published without waiting.",
  distrusted: "From now on, what this sender confirms waits for an editor.",
};

/** Says what has just been done, read out at once. */
export function DoneNotice(props: {
  done: string;
  item: UnderReview;
  zone: string;
  home: { href: string; label: string };
}) {
  const { done, item, zone, home } = props;
  if (done === "scheduled" && item.publishAt) {
    return (
      <Notice tone="success" live>
        <p>
          It will be published on <Moment at={item.publishAt} zone={zone} />.
        </p>
      </Notice>
    );
  }
  const words = Object.hasOwn(WORDS, done) ? WORDS[done] : undefined;
  if (!words) return null;
  return (
    <Notice tone="success" live>
      <p>
        {words}{" "}
        <a href={home.href}>{home.href === "/desk" ? "Back to the desk" : `Back to: ${home.label}`}</a>
      </p>
    </Notice>
  );
}
