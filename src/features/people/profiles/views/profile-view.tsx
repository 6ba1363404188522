import { ButtonLink } from "#ui/button.tsx";
import { Chip } from "#ui/chip.tsx";
import { DefinitionList } from "#ui/definition-list.tsx";
import { AsideBlock, Section, WithAside } from "#ui/layout.tsx";
import type { ShownPerson } from "../showing.ts";
import { Portrait } from "./portrait.tsx";

export interface ProfileViewProps {
  person: ShownPerson;
  /** Where to write to them, if anywhere. */
  letter?: string | undefined;
  /** The page of their organization, where it stands in the directory. */
  organizationHref?: string | undefined;
}

/** A person's page under its heading, as its reader may see it. */
export function ProfileView({ person, letter, organizationHref }: ProfileViewProps) {
  const told = [
    { title: `What ${firstName(person)} can help with`, text: person.canHelp },
    { title: `What ${firstName(person)} is looking for`, text: person.lookingFor },
    { title: "About", text: person.about },
  ].filter(({ text }) => text.trim() !== "");
  const hasFacts =
    person.states.length + person.counties.length + person.phases.length + person.topics.length > 0;
  return (
    <WithAside
      label={`About ${person.name}`}
      aside={
        <>
          {letter && (
            <AsideBlock title={`Write to ${firstName(person)}`}>
              <p class="small">
                Your letter goes through this site. You do not see their address, unless they answer.
              </p>
              <ButtonLink href={letter} icon="mail">
                Write a letter
              </ButtonLink>
            </AsideBlock>
          )}
          {hasFacts && (
            <AsideBlock title="Where and on what">
              <Facts person={person} />
            </AsideBlock>
          )}
        </>
      }
    >
      <div class="profile-head">
        <Portrait name={person.name} photo={person.photo} large />
        <div class="profile-who">
          {person.role && <p class="eyebrow">{person.role}</p>}
          <p class="profile-work">
            {person.title}
            {person.title && person.organization && ", "}
            {organizationHref ? <a href={organizationHref}>{person.organization}</a> : person.organization}
          </p>
          {person.sectors.length > 0 && (
            <p class="chips">
              {person.sectors.map(({ name, hue, icon, slug }) => (
                <Chip label={name} hue={hue} icon={icon} href={`/people?sector=${slug}`} />
              ))}
            </p>
          )}
        </div>
      </div>
      {told.map(({ title, text }) => (
        <Section title={title}>
          <p class="as-typed">{text}</p>
        </Section>
      ))}
      {told.length === 0 && !hasFacts && (
        <p class="quiet-text">{person.name} is listed here and has told no more so far.</p>
      )}
    </WithAside>
  );
}

export function firstName({ name }: { name: string }): string {
  return name.split(/\s+/)[0] ?? name;
}

function Facts({ person }: { person: ShownPerson }) {
  return (
    <DefinitionList
      entries={[
        {
          term: person.states.length === 1 ? "State" : "States",
          value:
            person.states.length > 0
              ? person.states.map(({ code, name }, index) => (
                  <>
                    {index > 0 && ", "}
                    <a href={`/states/${code}`}>{name}</a>
                  </>
                ))
              : undefined,
        },
        { term: "Counties", value: person.counties.join("; ") || undefined },
        {
          term: "Works now on",
          value:
            person.phases.length > 0 ? (
              <ul class="bare">
                {person.phases.map((phase) => (
                  <li>{phase}</li>
                ))}
              </ul>
            ) : undefined,
        },
        { term: "Topics", value: person.topics.map(({ name }) => name).join(", ") || undefined },
      ]}
    />
  );
}
