import { dayOf } from "#base/local-time.ts";
import { tableTrail, type Workspace } from "#features/partnerships/public.ts";
import { Button, ButtonLink, Buttons } from "#ui/button.tsx";
import { Badge } from "#ui/chip.tsx";
import { Day } from "#ui/dates.tsx";
import { DefinitionList } from "#ui/definition-list.tsx";
import { ConfirmStep, TypedSent } from "#ui/enhance.tsx";
import { Fold } from "#ui/fold.tsx";
import { Form } from "#ui/form.tsx";
import { AsideBlock, PageHead, Section, WithAside } from "#ui/layout.tsx";
import { Notice } from "#ui/notice.tsx";
import { firstNameOf, nameOrAddress } from "../names.ts";
import { companiesPath, contactPath, peoplePath } from "../paths.ts";
import type { Contact, Move } from "../queries.ts";
import { CONSENT_WORDS, SIDE_WORDS, STANDING_WORDS } from "../standings.ts";
import { StandingForm } from "./people-page.tsx";
import { StandingBadge } from "./standing-badge.tsx";

export interface ContactPageProps {
  workspace: Workspace;
  contact: Contact;
  knownBy: { id: string; name: string; email: string | null }[];
  moves: Move[];
  done: string | undefined;
}

const DONE: Record<string, { tone: "success" | "warning"; title: string }> = {
  added: { tone: "success", title: "On the roster" },
  changed: { tone: "success", title: "What you changed is saved" },
  moved: { tone: "success", title: "Noted" },
  unmoved: { tone: "warning", title: "Choose how far they have come, then save" },
};

/** One person on the roster. */
export function ContactPage({ workspace, contact, knownBy, moves, done }: ContactPageProps) {
  const { slug } = workspace;
  const path = contactPath(slug, contact.id);
  const name = nameOrAddress(contact);
  const notice = done ? DONE[done] : undefined;
  return (
    <>
      <PageHead
        title={name}
        trail={tableTrail(workspace, { href: peoplePath(slug), label: "People" })}
        meta={
          <>
            <StandingBadge standing={contact.standing} />
            <span>{SIDE_WORDS[contact.side].one}</span>
            {contact.isChampion && <Badge tone="strong">Champion</Badge>}
          </>
        }
        actions={
          <ButtonLink href={`${path}/edit`} icon="pencil">
            Change
          </ButtonLink>
        }
      />
      {notice && <Notice tone={notice.tone} title={notice.title} live />}
      {done === "added" && <TypedSent name={`roster-new-${workspace.id}`} />}
      {done === "changed" && <TypedSent name={`roster-${contact.id}-${contact.version - 1}`} />}
      <WithAside
        label="About this person"
        aside={
          <>
            <AsideBlock title="How far they have come">
              <StandingForm action={`${path}/standing`} standing={contact.standing} />
              <ol class="bare moves">
                {moves.map((move) => (
                  <li>
                    <Day iso={dayOf(move.at, workspace.timeZone)} />: {STANDING_WORDS[move.standing]}
                    {move.word && `. ${move.word}`}
                    {move.byName && <span class="quiet-text"> ({move.byName})</span>}
                  </li>
                ))}
              </ol>
            </AsideBlock>
            {knownBy.length > 0 && (
              <AsideBlock title="Who knows them">
                <ul class="bare">
                  {knownBy.map((one) => (
                    <li>
                      <a href={contactPath(slug, one.id)}>{nameOrAddress(one)}</a>
                    </li>
                  ))}
                </ul>
              </AsideBlock>
            )}
          </>
        }
      >
        <DefinitionList
          beside
          entries={[
            { term: "Position", value: contact.title || undefined },
            {
              term: "Company",
              value: contact.company && (
                <a href={companiesPath(slug, contact.company.id)}>{contact.company.name}</a>
              ),
            },
            {
              term: "E-mail",
              value: contact.email && <a href={`mailto:${contact.email}`}>{contact.email}</a>,
            },
            {
              term: "Phone",
              value: contact.phone && (
                <a href={`tel:${contact.phone.replace(/[^+\d]/g, "")}`}>{contact.phone}</a>
              ),
            },
            { term: "A letter begins", value: `Dear ${firstNameOf(contact) ?? "…"},` },
            { term: "Segments", value: contact.segments.join(", ") || undefined },
            {
              term: "May the partnership write?",
              value: `${CONSENT_WORDS[contact.consent]}${contact.consentSource ? `: ${contact.consentSource}` : ""}`,
            },
            {
              term: "Assistant",
              value:
                contact.assistant && `${contact.assistant.name || "No name"}, ${contact.assistant.email}`,
            },
          ]}
        />
        {!firstNameOf(contact) && (
          <Notice tone="warning" title="No letter knows how to begin">
            <p>
              No name is known for this address. <a href={`${path}/edit`}>Add one</a>, so that nobody is
              greeted by their address.
            </p>
          </Notice>
        )}
        {contact.caresAbout && (
          <Section title="What they care about">
            <p class="as-typed measure">{contact.caresAbout}</p>
          </Section>
        )}
        {contact.note && (
          <Section title="Your team’s note">
            <p class="as-typed measure">{contact.note}</p>
          </Section>
        )}
        <Fold title="Take off the roster">
          <Form action={`${path}/removal`} bare>
            <p class="measure">
              For a mistake, or when somebody asks to be taken off. Meetings they came to keep the count,
              without the name. Who only stopped coming is better marked as “Left”.
            </p>
            <ConfirmStep question={`Take ${name} off the roster?`}>
              <Buttons>
                <Button look="danger">Take off the roster</Button>
              </Buttons>
            </ConfirmStep>
          </Form>
        </Fold>
      </WithAside>
    </>
  );
}
