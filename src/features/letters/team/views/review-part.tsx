import type { Contact } from "#features/roster/public.ts";
import { Button, Buttons } from "#ui/button.tsx";
import { Badge } from "#ui/chip.tsx";
import { Moment } from "#ui/dates.tsx";
import { ConfirmStep } from "#ui/enhance.tsx";
import { Form, Hidden } from "#ui/form.tsx";
import { Section } from "#ui/layout.tsx";
import { isReviewedOneByOne } from "../../kinds.ts";
import { lettersPath } from "../../paths.ts";
import { waitingFor } from "../../reviews/waiting.ts";
import type { RoundPageProps } from "./round-props.ts";

/** Who has to say yes before anything goes out in their name, and how far that is. */
export function ReviewPart(props: RoundPageProps) {
  const { audience, round, reviews } = props;
  const champions = new Map(
    audience.recipients.flatMap(({ signer }) => (signer ? [[signer.id, signer]] : [])),
  );
  if (champions.size === 0)
    return (
      <Section title="Nobody signs yet">
        <p class="measure">
          Name a champion under “Change the text”, or say on the guest list which champion asks whom.
        </p>
      </Section>
    );
  return (
    <Section
      title={isReviewedOneByOne(round) ? "Read and approved, one by one" : "Approved by those who sign"}
    >
      <ul class="bare team-list">
        {[...champions.values()].map((champion) => (
          <Champion
            {...props}
            champion={champion}
            asked={reviews.filter((review) => review.champion === champion.id)}
          />
        ))}
      </ul>
    </Section>
  );
}

function Champion(props: RoundPageProps & { champion: Contact; asked: RoundPageProps["reviews"] }) {
  const { workspace, round, audience, champion, asked } = props;
  const to = (...rest: string[]) => lettersPath(workspace.slug, round.id, ...rest);
  const theirs = audience.recipients.filter(({ signer }) => signer?.id === champion.id);
  const waiting = waitingFor(theirs, champion.id);
  const yes = theirs.filter(({ held, letter }) => held === null || letter?.state === "approved").length;
  return (
    <li>
      <p class="row">
        <b>{champion.name}</b>
        {waiting.length === 0 ? (
          <Badge tone="good" icon="check">
            {yes > 0 ? "Said yes" : "Nothing waits"}
          </Badge>
        ) : (
          <Badge tone="warn">
            {waiting.length === 1 ? "1 letter waits" : `${waiting.length} letters wait`} for a yes
          </Badge>
        )}
      </p>
      {asked.map((review) => (
        <Asked {...props} review={review} />
      ))}
      {waiting.length > 0 && (
        <Buttons>
          <Form action={to("reviews")} bare>
            <Hidden name="champion" value={champion.id} />
            <Buttons>
              {champion.assistant && (
                <Button name="reader" value="assistant" compact>
                  Ask {champion.assistant.name || "the assistant"}, who reads for them
                </Button>
              )}
              <Button name="reader" value="champion" look={champion.assistant ? "quiet" : "main"} compact>
                Ask {champion.name}
              </Button>
            </Buttons>
          </Form>
          <Form action={to("approvals")} bare>
            <Hidden name="champion" value={champion.id} />
            <ConfirmStep question={`Has ${champion.name} read them and said yes? Your name is kept with it.`}>
              <Button look="plain" compact>
                They said yes to me
              </Button>
            </ConfirmStep>
          </Form>
        </Buttons>
      )}
    </li>
  );
}

function Asked(props: RoundPageProps & { review: RoundPageProps["reviews"][number] }) {
  const { workspace, round, siteUrl, mails, review } = props;
  const zone = workspace.timeZone;
  const failed = review.mail && mails.get(review.mail)?.state === "failed";
  return (
    <div class="small">
      <p>
        {review.reviewer.name}, asked <Moment at={review.createdAt} zone={zone} />
        {review.openedAt && (
          <>
            , opened <Moment at={review.openedAt} zone={zone} />
          </>
        )}
        {review.answer === "approved" &&
          (review.textVersion === round.version ? ", said yes" : ", said yes to an earlier text")}
        {review.answer === "sent-back" && `, sent it back: “${review.word}”`}
        {failed && <Badge tone="bad">The mail did not arrive</Badge>}
      </p>
      {review.href && (!review.reviewer.email || failed) && (
        <p class="team-link">
          Their link: <span class="team-address">{siteUrl + review.href}</span>
        </p>
      )}
      {review.href && (
        <Form action={lettersPath(workspace.slug, round.id, "reviews", review.id, "ending")} bare>
          <Button look="plain" compact>
            End this link<span class="visually-hidden">: {review.reviewer.name}</span>
          </Button>
        </Form>
      )}
    </div>
  );
}
