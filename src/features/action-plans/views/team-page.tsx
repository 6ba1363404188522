import type { Problems } from "#base/outcome.ts";
import { THEMES, tableTrail, type Workspace } from "#features/partnerships/public.ts";
import { type FormValues, textOf } from "#platform/http/forms.ts";
import { Button, ButtonLink, Buttons } from "#ui/button.tsx";
import { Select } from "#ui/choice-fields.tsx";
import { Day } from "#ui/dates.tsx";
import { DefinitionList } from "#ui/definition-list.tsx";
import { ErrorSummary } from "#ui/error-summary.tsx";
import { Fold } from "#ui/fold.tsx";
import { FieldsRow, Form } from "#ui/form.tsx";
import { PageHead, Section } from "#ui/layout.tsx";
import { Notice } from "#ui/notice.tsx";
import { TextArea, TextField } from "#ui/text-fields.tsx";
import { planPath } from "../paths.ts";
import type { People } from "../people.ts";
import type { Objective, Priority } from "../queries.ts";
import { TEAM_ROLE_WORDS, TEAM_ROLES } from "../statuses.ts";
import type { Member, TeamMeeting } from "../teams.ts";
import { nameOf, PersonName } from "./person-name.tsx";
import { PriorityBadge } from "./status-badge.tsx";

export interface TeamPageProps {
  workspace: Workspace;
  priority: Priority;
  objectives: Objective[];
  members: Member[];
  meetings: TeamMeeting[];
  people: People;
  suggestions: string[];
  today: string;
  values: FormValues;
  problems: Problems;
  done: string | undefined;
}

const DONE: Record<string, string> = {
  changed: "The priority is saved",
  joined: "They are in the team",
  left: "They are not in the team any more",
  met: "It is noted that the team met",
  objective: "The objectives are saved",
};

/** A priority and its action team: the charter, who is in it, what it wants to reach, when it met. */
export function TeamPage(props: TeamPageProps) {
  const { workspace, priority, problems, done } = props;
  const { slug } = workspace;
  const path = planPath(slug, "priorities", priority.id);
  return (
    <>
      <PageHead
        title={priority.title}
        trail={tableTrail(workspace, { href: planPath(slug), label: "Action plan" })}
        meta={
          <>
            <PriorityBadge state={priority.state} />
            {priority.theme && <span>{THEMES[priority.theme]}</span>}
          </>
        }
        actions={
          <ButtonLink href={`${path}/edit`} look="quiet">
            Change the charter
          </ButtonLink>
        }
      />
      {done && DONE[done] && <Notice tone="success" title={DONE[done]} live />}
      <ErrorSummary problems={problems} />
      <Charter {...props} />
      <Section title="The action team" id="team">
        <Team {...props} path={path} />
      </Section>
      <Section title="Objectives" id="objectives">
        <Objectives {...props} path={path} />
      </Section>
      <Section title="When the team met" id="meetings">
        <Meetings {...props} path={path} />
      </Section>
      <Fold title="Take the priority out of the plan">
        <Form action={`${path}/removal`} bare>
          <p class="measure">
            It is gone with its objectives, its actions and its team. Versions of earlier reviews keep it. To
            end it and keep it in sight, change it and say that it was set aside or achieved.
          </p>
          <Buttons>
            <Button look="danger">Take it out</Button>
          </Buttons>
        </Form>
      </Fold>
    </>
  );
}

function Charter({ priority, people, workspace }: TeamPageProps) {
  const { slug } = workspace;
  const named = (id: string | null) => id && <PersonName id={id} people={people} slug={slug} />;
  const entries = [
    { term: "Business lead", value: named(priority.businessLead) ?? undefined },
    { term: "Support lead", value: named(priority.supportLead) ?? undefined },
    { term: "The problem", value: priority.problem },
    { term: "The desired result", value: priority.desiredResult },
    { term: "How you will know", value: priority.measure },
    { term: "The first 90 days", value: priority.firstDays },
    { term: "How often the team meets", value: priority.rhythm },
  ].map(({ term, value }) => ({
    term,
    value: typeof value === "string" && value ? <span class="as-typed">{value}</span> : value,
  }));
  const untold = entries.filter(({ value }) => !value).map(({ term }) => term.toLowerCase());
  return (
    <>
      <DefinitionList beside entries={entries} />
      {untold.length > 0 && <p class="quiet-text no-print">Not in the charter yet: {untold.join(", ")}.</p>}
    </>
  );
}

function Team({
  members,
  people,
  workspace,
  path,
  suggestions,
  values,
  problems,
}: TeamPageProps & { path: string }) {
  return (
    <>
      {members.length === 0 ? (
        <p class="quiet-text">Nobody is in it yet. At a launch, those who sign up come in by themselves.</p>
      ) : (
        <ul class="bare team-list">
          {members.map(({ contact, role }) => (
            <li>
              <span>
                <PersonName id={contact} people={people} slug={workspace.slug} />
                {people.get(contact)?.company && `, ${people.get(contact)?.company?.name}`}
              </span>
              <span class="quiet-text">{TEAM_ROLE_WORDS[role]}</span>
              <form method="post" action={`${path}/team/${contact}/removal`} class="no-print">
                <Button compact look="plain">
                  Take out<span class="visually-hidden"> {nameOf(contact, people)}</span>
                </Button>
              </form>
            </li>
          ))}
        </ul>
      )}
      <Fold title="Add somebody" open={Boolean(problems.member || problems.role)}>
        <Form action={`${path}/team`}>
          <FieldsRow>
            <TextField
              name="member"
              label="Who"
              hint="Somebody of your roster."
              value={textOf(values, "member")}
              problems={problems}
              suggestions={suggestions}
              autocomplete="off"
            />
            <Select
              name="role"
              label="As"
              value={textOf(values, "role") || "member"}
              problems={problems}
              options={TEAM_ROLES.map((value) => ({ value, label: TEAM_ROLE_WORDS[value] }))}
            />
          </FieldsRow>
          <Buttons>
            <Button look="quiet">Add to the team</Button>
          </Buttons>
        </Form>
      </Fold>
    </>
  );
}

function Objectives({ objectives, workspace, path, values, problems }: TeamPageProps & { path: string }) {
  return (
    <>
      {objectives.length === 0 ? (
        <p class="quiet-text">
          None yet. An objective is what the actions add up to: “Twelve people hired from the county by June”.
        </p>
      ) : (
        <ol>
          {objectives.map((objective) => (
            <li>
              <a href={planPath(workspace.slug, "objectives", objective.id)}>{objective.title}</a>
            </li>
          ))}
        </ol>
      )}
      <Fold title="Add an objective" open={Boolean(problems.title)}>
        <Form action={`${path}/objectives`}>
          <TextField name="title" label="The objective" value={textOf(values, "title")} problems={problems} />
          <Buttons>
            <Button look="quiet">Add the objective</Button>
          </Buttons>
        </Form>
      </Fold>
    </>
  );
}

function Meetings({ meetings, today, path, values, problems }: TeamPageProps & { path: string }) {
  return (
    <>
      {meetings.length === 0 ? (
        <p class="quiet-text">Not yet, as far as the plan knows.</p>
      ) : (
        <ul class="bare moves">
          {meetings.map(({ metOn, word, byName }) => (
            <li>
              <b>
                <Day iso={metOn} />
              </b>
              {word && `: ${word}`} <span class="quiet-text">{byName && `noted by ${byName}`}</span>
            </li>
          ))}
        </ul>
      )}
      <Fold title="The team met" open={Boolean(problems.metOn || problems.word)}>
        <Form action={`${path}/meetings`}>
          <TextField
            name="metOn"
            type="date"
            label="On"
            max={today}
            value={textOf(values, "metOn") || today}
            problems={problems}
            width="medium"
          />
          <TextArea
            name="word"
            label="What came of it"
            value={textOf(values, "word")}
            problems={problems}
            rows={2}
            most={1_000}
            optional
          />
          <Buttons>
            <Button look="quiet">Note it</Button>
          </Buttons>
        </Form>
      </Fold>
    </>
  );
}
