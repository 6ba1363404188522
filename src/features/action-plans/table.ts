import { CSV_START, csvLine } from "#base/csv.ts";
import { nameOrAddress } from "#features/roster/public.ts";
import type { People } from "./people.ts";
import type { Objective, PlanAction, Priority } from "./queries.ts";
import { PRIORITY_STATE_WORDS, STATUS_WORDS } from "./statuses.ts";

/** The plan as a spreadsheet: a line for each action. */
export function planTable(given: {
  priorities: readonly Priority[];
  objectives: readonly Objective[];
  actions: readonly PlanAction[];
  people: People;
}): string {
  const { priorities, objectives, actions, people } = given;
  const name = (id: string | null) => {
    const person = id ? people.get(id) : undefined;
    return person ? nameOrAddress(person) : "";
  };
  const lines = priorities.flatMap((priority) =>
    actions
      .filter((action) => action.priority === priority.id)
      .map((action) =>
        csvLine([
          priority.title,
          PRIORITY_STATE_WORDS[priority.state],
          name(priority.businessLead),
          name(priority.supportLead),
          objectives.find(({ id }) => id === action.objective)?.title ?? "",
          action.words,
          action.ownerName || name(action.owner),
          action.dueOn ?? "",
          STATUS_WORDS[action.status],
          action.statusOn,
          action.isQuickWin ? "yes" : "",
          action.evidence,
          action.evidenceUrl ?? "",
        ]),
      ),
  );
  const head = csvLine([
    "priority",
    "priority_state",
    "business_lead",
    "support_lead",
    "objective",
    "action",
    "owner",
    "due",
    "status",
    "status_since",
    "quick_win",
    "evidence",
    "evidence_link",
  ]);
  return CSV_START + head + lines.join("");
}
