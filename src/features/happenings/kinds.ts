import type { IconName } from "#ui/icons.ts";

export const KINDS = [
  "news",
  "quick-win",
  "best-practice",
  "champions-words",
  "event-recap",
  "newsletter",
  "case-study",
  "video",
  "podcast",
  "document",
] as const;
export type Kind = (typeof KINDS)[number];

export const KIND_WORDS: Record<Kind, { name: string; many: string; hint: string }> = {
  news: { name: "News", many: "news", hint: "Something happened that others should know." },
  "quick-win": { name: "Quick win", many: "quick wins", hint: "A small result that people can see already." },
  "best-practice": {
    name: "Best practice",
    many: "best practices",
    hint: "A way of working that others can take over.",
  },
  "champions-words": {
    name: "Champion’s words",
    many: "champions’ words",
    hint: "A business leader says why it matters.",
  },
  "event-recap": {
    name: "Event recap",
    many: "event recaps",
    hint: "What came out of a meeting, summit or academy.",
  },
  newsletter: {
    name: "Newsletter",
    many: "newsletters",
    hint: "An issue you have sent to your own readers.",
  },
  "case-study": { name: "Case study", many: "case studies", hint: "A closer look at what worked and why." },
  video: { name: "Video", many: "videos", hint: "A film, with captions or a transcript." },
  podcast: { name: "Podcast", many: "podcasts", hint: "A recording, with a transcript." },
  document: { name: "Document", many: "documents", hint: "A letter, plan or agenda that others can use." },
};

export const ARTEFACT_KINDS = [
  "welcome-letter",
  "follow-up-email",
  "newsletter",
  "video",
  "case-study",
  "agenda",
  "podcast",
  "speech",
  "report",
  "picture",
  "document",
] as const;
export type ArtefactKind = (typeof ARTEFACT_KINDS)[number];

export const ARTEFACT_WORDS: Record<ArtefactKind, { name: string; many: string; icon: IconName }> = {
  "welcome-letter": { name: "Welcome letter", many: "welcome letters", icon: "mail-open" },
  "follow-up-email": { name: "Same-day follow-up e-mail", many: "same-day follow-up e-mails", icon: "send" },
  newsletter: { name: "Newsletter", many: "newsletters", icon: "newspaper" },
  video: { name: "Video", many: "videos", icon: "circle-play" },
  "case-study": { name: "Case study", many: "case studies", icon: "file-text" },
  agenda: { name: "Agenda", many: "agendas", icon: "list-checks" },
  podcast: { name: "Podcast", many: "podcasts", icon: "podcast" },
  speech: { name: "Speech", many: "speeches", icon: "megaphone" },
  report: { name: "Report", many: "reports", icon: "file-text" },
  picture: { name: "Picture", many: "pictures", icon: "file-image" },
  document: { name: "Document", many: "documents", icon: "file-text" },
};

/** How much of a happening's date is known. */
export const DATE_PRECISIONS = ["day", "month", "year", "none"] as const;
export type DatePrecision = (typeof DATE_PRECISIONS)[number];

export const LICENSES = ["cc-by", "as-shared"] as const;
export type License = (typeof LICENSES)[number];
