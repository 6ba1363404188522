import { Badge } from "#ui/chip.tsx";
import type { PartnershipContent } from "../../content.ts";
import { THEMES, type Theme } from "../../themes.ts";
import { listPath } from "../address.ts";
import { NO_FILTER } from "../filter.ts";
import { type Directory, Name } from "./named.tsx";

type Priority = PartnershipContent["priorities"][number];

const STATES: Record<Priority["state"], { name: string; tone?: "good" | "warn" }> = {
  open: { name: "Chosen" },
  "under-way": { name: "Under way" },
  achieved: { name: "Achieved", tone: "good" },
  "set-aside": { name: "Set aside" },
};

/** What its businesses decided to do, who leads it, and what came of it. */
export function Priorities({ priorities, directory }: { priorities: Priority[]; directory: Directory }) {
  return (
    <ol class="bare priorities">
      {priorities.map((priority) => (
        <li>
          <div class="card-meta">
            <a href={listPath({ ...NO_FILTER, themes: [priority.theme as Theme] })}>
              {THEMES[priority.theme as Theme]}
            </a>
            <Badge tone={STATES[priority.state].tone}>{STATES[priority.state].name}</Badge>
          </div>
          <h3>{priority.title}</h3>
          {priority.description && <p>{priority.description}</p>}
          {priority.cameOfIt && (
            <p class="came-of-it">
              <b>What came of it:</b> {priority.cameOfIt}
            </p>
          )}
          <Leads priority={priority} directory={directory} />
        </li>
      ))}
    </ol>
  );
}

function Leads({ priority, directory }: { priority: Priority; directory: Directory }) {
  const { lead, leadOrganization, supportLead } = priority;
  if (!lead && !leadOrganization && !supportLead) return null;
  return (
    <p class="partnership-line">
      {(lead || leadOrganization) && (
        <>
          Led by {lead && <Name of={lead} directory={directory} />}
          {lead && leadOrganization && ", "}
          {leadOrganization}
        </>
      )}
      {(lead || leadOrganization) && supportLead && "; "}
      {supportLead && `${lead || leadOrganization ? "supported" : "Supported"} by ${supportLead}`}
    </p>
  );
}
