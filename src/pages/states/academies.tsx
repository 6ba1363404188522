import { type AcademyMilestone, partnershipPath } from "#features/partnerships/public.ts";
import { longDate } from "#ui/dates.tsx";
import { Section } from "#ui/layout.tsx";

/** The academies to which a state's partnerships went, each once, with who was there. */
export function Academies({ academies }: { academies: readonly AcademyMilestone[] }) {
  if (academies.length === 0) return null;
  const each = Map.groupBy(academies, ({ title, on }) => `${on ?? ""} ${title}`);
  return (
    <Section title="Academies" id="academies">
      <ul class="bare plain-links">
        {[...each.values()].map((teams) => {
          const [{ title, on, source }] = teams as [AcademyMilestone, ...AcademyMilestone[]];
          return (
            <li>
              <b>{title}</b>
              {on && `, ${longDate(on)}`}
              <p>
                {teams.length === 1
                  ? "One partnership’s page names it: "
                  : "Partnerships whose pages name it: "}
                {teams.map(({ partnership: { name, slug } }, index) => (
                  <>
                    {index > 0 && "; "}
                    <a href={partnershipPath(slug)}>{name}</a>
                  </>
                ))}
              </p>
              {source && <p class="small quiet-text">Source: {source}</p>}
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
