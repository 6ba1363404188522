import type { EventWords } from "#platform/feature.ts";
import { longDate } from "#ui/dates.tsx";
import { STAGE_WORDS, type Stage } from "../stages.ts";

type Told = Record<string, unknown>;

const titleOf = ({ name }: Told) => `“${name ?? "a partnership"}”`;
/** "…, for Dana Ruiz": an assistant's deeds say for whom. */
const forWhom = ({ onBehalfOf }: Told) => (onBehalfOf ? `, for ${onBehalfOf}` : "");
const titled = (verb: string) => (told: Told) => `${verb} ${titleOf(told)}${forWhom(told)}`;
const stageName = (stage: unknown) => STAGE_WORDS[stage as Stage]?.name.toLowerCase() ?? "another stage";

/** What happens to partnerships' pages, as the audit log tells it. */
export const partnershipEventWords: EventWords = {
  "partnership.added": titled("made the page of"),
  "partnership.changed": (told) =>
    `changed the page of ${titleOf(told)}${told.note ? ` (${told.note})` : ""}${told.version ? `, now version ${told.version}` : ""}${forWhom(told)}`,
  "partnership.restored": (told) =>
    `restored version ${told.restored ?? "?"} of the page of ${titleOf(told)} as version ${told.version ?? "?"}${forWhom(told)}`,
  "partnership.stage-moved": (told) =>
    `moved ${titleOf(told)} from ${stageName(told.from)} to ${stageName(told.to)}${typeof told.since === "string" ? `, since ${longDate(told.since)}` : ""}${forWhom(told)}`,
  "partnership.confirmed": titled("said that all is still right on the page of"),
  "partnership.asked-about": titled("asked whether all is still right on the page of"),
  "partnership.contact-opened": titled("lets readers write to those who look after"),
  "partnership.contact-closed": titled("takes no letters for"),
  "partnership.editor-left": titled("left off looking after"),
  "partnership.editor-ended": titled("ended somebody’s looking after"),
  "partnership.hidden": titled("took off the site the page of"),
  "partnership.shown": titled("put back on the site the page of"),
  "partnership-claim.made": titled("asked to look after"),
  "partnership-claim.taken": ({ takenOver }) =>
    `${takenOver ? "took over" : "took in hand"} a claim on a page`,
  "partnership-claim.released": () => "handed back a claim on a page",
  "partnership-claim.granted": titled("let somebody look after"),
  "partnership-claim.declined": titled("declined somebody’s asking to look after"),
  "partnership-claim.withdrawn": () => "took back their asking to look after a page",
  "partnership-proposal.made": titled("proposed a page for"),
  "partnership-proposal.taken": ({ takenOver }) =>
    `${takenOver ? "took over" : "took in hand"} a proposed page`,
  "partnership-proposal.released": () => "handed back a proposed page",
  "partnership-proposal.published": titled("published the proposed page of"),
  "partnership-proposal.declined": titled("declined the proposed page of"),
  "partnership-proposal.withdrawn": titled("took back the proposed page of"),
};

/** Where an editor sees what an event was about. */
export function partnershipHref(kind: string, id: string): string | undefined {
  if (kind === "partnership") return `/desk/partnerships/${id}`;
  if (kind === "partnership-claim") return `/desk/partnerships/claims/${id}`;
  return kind === "partnership-proposal" ? `/desk/partnerships/proposals/${id}` : undefined;
}
