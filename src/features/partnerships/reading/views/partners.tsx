import { Fold } from "#ui/fold.tsx";
import type { PartnershipContent, RoleInPartnership } from "../../content.ts";
import { ROLES_IN_PARTNERSHIP } from "../../content.ts";
import { isPast, spanWords } from "../spans.ts";
import { type Directory, Name } from "./named.tsx";

type Role = PartnershipContent["roles"][number];

export const ROLE_WORDS: Record<RoleInPartnership, { one: string; many: string }> = {
  convener: { one: "Convener", many: "Conveners" },
  "co-convener": { one: "Co-convener", many: "Co-conveners" },
  "co-chair": { one: "Co-chair", many: "Co-chairs" },
  "business-member": { one: "Business in it", many: "Businesses in it" },
  "support-partner": { one: "Support partner", many: "Support partners" },
  facilitator: { one: "Facilitator", many: "Facilitators" },
  coach: { one: "Coach", many: "Coaches" },
  funder: { one: "Funder", many: "Funders" },
};

/** Who works on it, by role; those who once did stand in a fold. */
export function Partners(props: { roles: Role[]; directory: Directory; today: string }) {
  const { roles, directory, today } = props;
  const former = roles.filter(({ to }) => to !== null && isPast(to, today));
  const present = roles.filter((role) => !former.includes(role));
  return (
    <div class="partners">
      <ByRole roles={present} directory={directory} />
      {former.length > 0 && (
        <Fold title="Who served before">
          <ByRole roles={former} directory={directory} />
        </Fold>
      )}
    </div>
  );
}

function ByRole({ roles, directory }: { roles: Role[]; directory: Directory }) {
  const groups = ROLES_IN_PARTNERSHIP.map((name) => ({
    name,
    own: roles.filter(({ role }) => role === name),
  }));
  return (
    <>
      {groups
        .filter(({ own }) => own.length > 0)
        .map(({ name, own }) => (
          <section class="partner-role">
            <h3>{ROLE_WORDS[name][own.length === 1 ? "one" : "many"]}</h3>
            <ul class={own.length > 6 ? "bare partner-list many" : "bare partner-list"}>
              {own.map((role) => (
                <li>
                  <Who role={role} directory={directory} />
                </li>
              ))}
            </ul>
          </section>
        ))}
    </>
  );
}

function Who({ role, directory }: { role: Role; directory: Directory }) {
  const { person, organization, title, from, to } = role;
  const span = spanWords(from, to);
  return (
    <>
      {organization && (
        <b>
          <Name of={organization} directory={directory} />
        </b>
      )}
      {person && (
        <span>
          <Name of={person} directory={directory} />
          {title && `, ${title}`}
        </span>
      )}
      {!person && title && <span>{title}</span>}
      {span && <span class="small quiet-text">{span}</span>}
    </>
  );
}
