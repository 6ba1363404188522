import { done, problem } from "#base/outcome.ts";
import { parse, textOf } from "#platform/http/forms.ts";
import { Day } from "#ui/dates.tsx";
import { wrongOrder } from "../../rules.ts";
import { MILESTONE_WORDS, orderWords, wordIn } from "../words.ts";
import { withEntry } from "./entries.ts";
import { MilestoneForm } from "./forms.ts";
import type { PageList } from "./list.ts";
import { MilestoneFields } from "./views/milestone-fields.tsx";

export const milestones: PageList<"milestones"> = {
  key: "milestones",
  path: "milestones",
  title: "Milestones",
  lede: "The academy, the launch, meetings, quick wins: what the timeline on the page is made of. The page puts them in order by their dates.",
  one: "milestone",
  ordered: false,
  most: 200,
  named: true,
  empty: {
    title: "No milestones yet",
    words: "Add the academy and the launch first, as far as their dates are known. A year is enough.",
    icon: "flag",
  },
  labels: { kind: "Kind", title: "Title", on: "Date", note: "Note", source: "Source" },
  fresh: () => ({ kind: "meeting" }),
  stored: (milestone) => ({
    kind: milestone.kind,
    title: milestone.title,
    on: milestone.on ?? "",
    note: milestone.note,
    source: milestone.source,
  }),
  choices: async () => undefined,
  read(_ctx, values, { page, id }) {
    const form = parse(MilestoneForm, values);
    if (!form.ok) return form;
    const { outOfOrder, ...rest } = form.value;
    const milestone = { ...rest, id };
    const before = wrongOrder(page.milestones);
    const wrong = wrongOrder(withEntry(page, "milestones", milestone).milestones);
    // What stood in an odd order before is not this form's doing.
    if (wrong && orderWords(wrong) !== (before && orderWords(before)) && !(outOfOrder && rest.note.trim()))
      return problem(
        "on",
        `${orderWords(wrong)} Please look at the dates again. If it really was so, say why in the note and tick the box at the end.`,
      );
    return done(async () => milestone);
  },
  fields: (state) => <MilestoneFields {...state} />,
  told: (values) => ({ ...values, kind: wordIn(MILESTONE_WORDS, textOf(values, "kind")) }),
  summary: (milestone) => ({
    title: milestone.title,
    meta: (
      <>
        <span>{MILESTONE_WORDS[milestone.kind]}</span>
        {milestone.on ? <Day iso={milestone.on} /> : <span>Date not known</span>}
      </>
    ),
    note: milestone.note,
  }),
};
