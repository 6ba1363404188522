import type { Problems } from "#base/outcome.ts";
import { type FormValues, textOf } from "#platform/http/forms.ts";
import { Button } from "#ui/button.tsx";
import { ErrorSummary } from "#ui/error-summary.tsx";
import { Form, Hidden } from "#ui/form.tsx";
import type { Group, Opportunity } from "../queries.ts";
import { Saying } from "./wall.tsx";

const titleOf = (group: Group, index: number) => group.title || `Group ${index + 1}, without a title`;

/** The name form that came back, if any. */
export interface NamedWrong {
  group: string;
  values: FormValues;
  problems: Problems;
}

/**
 * Everything said, in its groups. It is sorted by ticking some and choosing where they go; the script adds a grip to
 * each, to be dragged or moved with the arrow keys.
 */
export function Board(props: {
  base: string;
  groups: readonly Group[];
  opportunities: readonly Opportunity[];
  freshId: string;
  wrong?: NamedWrong | undefined;
  moveProblems?: Problems;
}) {
  const { groups, opportunities, base } = props;
  const loose = opportunities.filter(({ group }) => group === null);
  return (
    <room-board action={`${base}/opportunities/moves`} data-key="board">
      <p class="visually-hidden" role="status" data-kept="">
        {""}
      </p>
      <MoveForm {...props} />
      <div class="board">
        <section class="board-group loose" data-group="none" data-key="none" aria-labelledby="group-none">
          <h3 id="group-none">In no group yet</h3>
          <Sayings opportunities={loose} empty="All is in groups." />
        </section>
        {groups.map((group, index) => (
          <section
            class="board-group"
            data-group={group.id}
            data-key={group.id}
            data-title={titleOf(group, index)}
            id={`group-${group.id}`}
            aria-label={titleOf(group, index)}
          >
            <GroupForms
              base={base}
              group={group}
              index={index}
              groups={groups}
              wrong={props.wrong?.group === group.id ? props.wrong : undefined}
            />
            <Sayings
              opportunities={opportunities.filter((one) => one.group === group.id)}
              empty="Empty so far."
            />
          </section>
        ))}
      </div>
    </room-board>
  );
}

function Sayings({ opportunities, empty }: { opportunities: readonly Opportunity[]; empty: string }) {
  return (
    <ul class="bare sayings">
      {opportunities.map((one) => (
        <li class="saying" data-key={one.id} data-opportunity={one.id}>
          <label class="saying-tick">
            <input type="checkbox" name="opportunities" value={one.id} form="move" />
            <span>
              <Saying {...one} />
            </span>
          </label>
        </li>
      ))}
      {opportunities.length === 0 && (
        <li class="quiet-text" data-key="empty">
          {empty}
        </li>
      )}
    </ul>
  );
}

/** Where the ticked ones go. A new group takes them with its title; so a group is also split. */
function MoveForm(props: {
  base: string;
  groups: readonly Group[];
  freshId: string;
  moveProblems?: Problems;
}) {
  const { moveProblems = {} } = props;
  return (
    <submit-once class="move-bar" data-key="move">
      <ErrorSummary problems={moveProblems} />
      <form id="move" method="post" action={`${props.base}/opportunities/moves`} novalidate>
        <Hidden name="id" value={props.freshId} />
        <div class="field">
          <label for="move-to">Put the ticked ones into</label>
          <select id="move-to" name="to">
            <option value="new" data-key="new">
              a new group
            </option>
            {props.groups.map((group, index) => (
              <option value={group.id} data-key={group.id}>
                {titleOf(group, index)}
              </option>
            ))}
            <option value="none" data-key="none">
              no group
            </option>
          </select>
        </div>
        <div class="field">
          <label for="move-title">
            Title of a new group <span class="optional">(optional)</span>
          </label>
          <input id="move-title" name="title" type="text" maxlength={120} autocomplete="off" />
        </div>
        <Button>Move</Button>
      </form>
    </submit-once>
  );
}

function GroupForms(props: {
  base: string;
  group: Group;
  index: number;
  groups: readonly Group[];
  wrong: NamedWrong | undefined;
}) {
  const { group, groups, index, wrong } = props;
  const action = `${props.base}/groups/${group.id}`;
  const id = `title-${group.id}`;
  const problems = wrong?.problems.title ?? [];
  return (
    <>
      <Form action={action} bare>
        <Hidden name="version" value={group.version} />
        <div class={problems.length > 0 ? "field wrong group-name" : "field group-name"}>
          <label for={id}>Title</label>
          {problems.length > 0 && (
            <p class="field-problem" id={`${id}-problem`}>
              <span class="visually-hidden">Error: </span>
              {problems.join(" ")}
            </p>
          )}
          <input
            id={id}
            name="title"
            type="text"
            dir="auto"
            autocomplete="off"
            value={wrong ? textOf(wrong.values, "title") : group.title}
            aria-invalid={problems.length > 0 ? "true" : undefined}
            aria-describedby={problems.length > 0 ? `${id}-problem` : undefined}
          />
          <Button compact look="quiet">
            Save<span class="visually-hidden"> the title of {titleOf(group, index)}</span>
          </Button>
        </div>
      </Form>
      <details class="mend">
        <summary>
          Order, merge, remove<span class="visually-hidden">: {titleOf(group, index)}</span>
        </summary>
        <div class="stack">
          <Form action={`${action}/place`} bare>
            <div class="buttons">
              <Button compact look="quiet" name="by" value="up" disabled={index === 0}>
                Up
              </Button>
              <Button compact look="quiet" name="by" value="down" disabled={index === groups.length - 1}>
                Down
              </Button>
            </div>
          </Form>
          {groups.length > 1 && (
            <Form action={`${action}/merger`} bare>
              <div class="field">
                <label for={`into-${group.id}`}>Merge into</label>
                <select id={`into-${group.id}`} name="into">
                  {groups.map(
                    (other, at) =>
                      other.id !== group.id && (
                        <option value={other.id} data-key={other.id}>
                          {titleOf(other, at)}
                        </option>
                      ),
                  )}
                </select>
                <Button compact look="quiet">
                  Merge
                </Button>
              </div>
            </Form>
          )}
          <Form action={`${action}/removal`} bare>
            <Button compact look="danger">
              Remove the group, keep what is in it
            </Button>
          </Form>
        </div>
      </details>
    </>
  );
}
