import { done, hasProblems, joinProblems, problem, refused } from "#base/outcome.ts";
import { parse, textOf } from "#platform/http/forms.ts";
import { Badge } from "#ui/chip.tsx";
import { THEMES } from "../../themes.ts";
import { PRIORITY_STATE_WORDS, wordIn } from "../words.ts";
import { personNamed } from "./directory.ts";
import { PriorityForm } from "./forms.ts";
import type { PageList } from "./list.ts";
import { PriorityFields } from "./views/priority-fields.tsx";

export const priorities: PageList<"priorities"> = {
  key: "priorities",
  path: "priorities",
  title: "Priorities",
  lede: "What the businesses chose to work on, in their order. Partnerships with the same work on their table find each other by it.",
  one: "priority",
  ordered: true,
  most: 30,
  named: true,
  empty: {
    title: "No priorities yet",
    words:
      "A launch meeting usually ends with about three. Write down what the businesses chose, in their words.",
    icon: "list-checks",
  },
  labels: {
    title: "Title",
    theme: "About",
    description: "Description",
    leadName: "Business lead",
    leadOrganization: "Their company",
    supportLead: "Support lead",
    state: "How it stands",
    cameOfIt: "What came of it",
  },
  fresh: () => ({ state: "open" }),
  stored: (priority) => ({
    title: priority.title,
    theme: priority.theme,
    description: priority.description,
    leadName: priority.lead?.name ?? "",
    leadOrganization: priority.leadOrganization,
    ...(priority.lead ? { agreed: "yes" } : {}),
    supportLead: priority.supportLead,
    state: priority.state,
    cameOfIt: priority.cameOfIt,
  }),
  choices: async () => undefined,
  read(_ctx, values, { before, id }) {
    const form = parse(PriorityForm, values);
    if (!form.ok) return form;
    const { leadName, agreed, ...rest } = form.value;
    const problems = joinProblems(
      leadName && !agreed
        ? problem("agreed", "Ask them first, and tick this when they have agreed to be named.").problems
        : undefined,
      endedWithoutWord(rest)
        ? problem(
            "cameOfIt",
            "Say in a sentence what came of it, or why it was set aside; peers learn from both.",
          ).problems
        : undefined,
    );
    if (hasProblems(problems)) return refused(problems);
    return done(async () => ({ ...rest, id, lead: personNamed(leadName, before?.lead) }));
  },
  fields: (state) => <PriorityFields {...state} />,
  told: (values) => ({
    ...values,
    theme: wordIn(THEMES, textOf(values, "theme")),
    state: wordIn(PRIORITY_STATE_WORDS, textOf(values, "state")),
  }),
  summary: (priority) => ({
    title: priority.title,
    meta: <span>{wordIn(THEMES, priority.theme)}</span>,
    note: priority.lead
      ? `Led by ${[priority.lead.name, priority.leadOrganization].filter(Boolean).join(", ")}`
      : "Nobody has put a hand up to lead it yet",
    state: (
      <Badge tone={priority.state === "achieved" ? "good" : undefined}>
        {PRIORITY_STATE_WORDS[priority.state]}
      </Badge>
    ),
  }),
};

const endedWithoutWord = ({ state, cameOfIt }: { state: string; cameOfIt: string }) =>
  (state === "achieved" || state === "set-aside") && cameOfIt.trim() === "";
