import { Chip } from "#ui/chip.tsx";
import { unbroken } from "#ui/unbroken.tsx";
import type { ShownPerson } from "../../profiles/showing.ts";
import { Portrait } from "../../profiles/views/portrait.tsx";

const WORDS_ON_CARD = 170;

/** A person in a list: who they are, where, and what they can help with; `why` they are shown here. */
export function PersonCard({ person, level = 2, why }: { person: ShownPerson; level?: 2 | 3; why?: string }) {
  const link = <a href={`/people/${person.slug}`}>{unbroken(person.name)}</a>;
  const work = [person.title, person.organization].filter(Boolean).join(", ");
  const help = shortened(person.canHelp);
  return (
    <article class="card person-card">
      <Portrait name={person.name} photo={person.photo} />
      <div class="card-body">
        {(person.role || person.states.length > 0) && (
          <p class="card-meta">
            {person.role && <span>{person.role}</span>}
            {person.states.length > 0 && <span>{person.states.map(({ name }) => name).join(", ")}</span>}
          </p>
        )}
        {level === 2 ? <h2>{link}</h2> : <h3>{link}</h3>}
        {work && <p class="person-work">{work}</p>}
        {help && (
          <p class="card-words">
            <b>Can help with:</b> {help}
          </p>
        )}
        {person.sectors.length > 0 && (
          <p class="chips">
            {person.sectors.slice(0, 3).map(({ name, hue, icon }) => (
              <Chip label={name} hue={hue} icon={icon} />
            ))}
            {person.sectors.length > 3 && <span class="small">and {person.sectors.length - 3} more</span>}
          </p>
        )}
        {why && <p class="person-why">{why}</p>}
      </div>
    </article>
  );
}

function shortened(text: string): string {
  const line = text.replace(/\s+/g, " ").trim();
  if (line.length <= WORDS_ON_CARD) return line;
  const cut = line.slice(0, WORDS_ON_CARD);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(" "), WORDS_ON_CARD / 2))} …`;
}

export function PersonCards({ people, level }: { people: readonly ShownPerson[]; level?: 2 | 3 }) {
  return (
    <ul class="bare cards people">
      {people.map((person) => (
        <li>
          <PersonCard person={person} {...(level ? { level } : {})} />
        </li>
      ))}
    </ul>
  );
}
