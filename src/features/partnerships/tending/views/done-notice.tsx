import { Notice } from "#ui/notice.tsx";

const WORDS: Record<string, string> = {
  saved: "Saved. What readers may see of it is on the site at once, and the version before is kept.",
  removed: "Taken off the page. The versions still have it.",
  moved: "The stage is changed, and readers see it with its date.",
  confirmed: "Thank you. Readers can rely on this page, and nobody asks again for half a year.",
  restored: "That version is the newest again. The one before it is kept too.",
  contact: "Saved.",
  invited: "The invitation is on its way.",
  withdrawn: "The invitation is withdrawn; its link opens nothing any more.",
  ended: "They do not look after this page any more, and were told so.",
  "let-in": "They look after this page with you from now on, and were told so.",
  declined: "They were told, with your reason.",
  proposed: "Thank you. The editors have it on their desk, and you get a mail when they have decided.",
  claimed: "Thank you. You get a mail when it is decided.",
  left: "You do not look after that page any more.",
  created: "The page is there. Fill in what you know; readers see it at once.",
};

/** What the last press of a button did. */
export function DoneNotice({ done }: { done: string }) {
  const words = WORDS[done];
  if (!words) return null;
  return (
    <Notice tone="success" live>
      <p>{words}</p>
    </Notice>
  );
}
