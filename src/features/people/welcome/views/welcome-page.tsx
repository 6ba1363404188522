import { allStates, StateStamp } from "#features/places/public.ts";
import { Button, ButtonLink } from "#ui/button.tsx";
import { Select } from "#ui/choice-fields.tsx";
import { Form } from "#ui/form.tsx";
import { PageHead, Section } from "#ui/layout.tsx";
import { PersonCard } from "../../directory/views/person-card.tsx";
import type { ShownPerson } from "../../profiles/showing.ts";
import { firstName } from "../../profiles/views/profile-view.tsx";

export interface WelcomePageProps {
  name: string;
  siteName: string;
  /** Empty until they have a profile. */
  profile: "none" | "hidden" | "listed";
  /** Codes and names of where they work, as far as they have said. */
  states: { code: string; name: string }[];
  peers: { person: ShownPerson; why: string }[];
}

/** A newcomer's first page: who is here, where to begin, and nothing they have to do. */
export function WelcomePage({ name, siteName, profile, states, peers }: WelcomePageProps) {
  return (
    <>
      <PageHead
        title={`Welcome, ${firstName({ name })}`}
        lede={`You are one of the people of ${siteName} now. Everything here can be read without an account; having one, you find peers, and they find you if you like. One of the editors will write to you in the next days and say hello.`}
      />
      <Section title="First, tell who you are">
        <div class="stack">
          <p>{PROFILE_WORDS[profile]}</p>
          <p>
            <ButtonLink href="/profile" icon="user">
              {profile === "none" ? "Make your profile" : "Your profile"}
            </ButtonLink>
          </p>
        </div>
      </Section>
      <Section title="Peers worth knowing" more={{ href: "/people", label: "Everybody" }}>
        {peers.length > 0 ? (
          <ul class="bare cards people peers">
            {peers.map(({ person, why }) => (
              <li>
                <PersonCard person={person} level={3} why={why} />
              </li>
            ))}
          </ul>
        ) : (
          <p>
            {profile === "none" && states.length === 0
              ? "Say where and on what you work, in your profile or just your state below, and we look for people who share it."
              : "Nobody who shares your places and sectors is listed yet. The directory grows, and you may be the one whom the next newcomer finds."}
          </p>
        )}
      </Section>
      <Section title={states.length > 0 ? "What happens where you work" : "Where do you work?"}>
        {states.length > 0 ? (
          <ul class="bare welcome-states">
            {states.map(({ code, name: state }) => (
              <li>
                <a href={`/states/${code}`}>
                  <StateStamp code={code} size="small" />
                  <span>{state}: partnerships, happenings and those who help</span>
                </a>
              </li>
            ))}
          </ul>
        ) : (
          <Form action="/welcome" method="get">
            <Select
              name="state"
              label="Your state"
              hint="Only to show you its page and its people; nothing is kept."
              blank="Choose a state"
              options={allStates().map(({ code, name: state }) => ({ value: code, label: state }))}
            />
            <div class="buttons">
              <Button look="quiet">Show me</Button>
            </div>
          </Form>
        )}
      </Section>
      <Section title="Later, when you have something to tell">
        <p>
          A letter that worked, an agenda, a small win: <a href="/share">share it</a>, and others can start
          from it. What you have sent stands under <a href="/my-updates">your updates</a>.
        </p>
      </Section>
    </>
  );
}

const PROFILE_WORDS = {
  none: "A few lines are enough: your role, your place, what you could help a colleague with. You choose who sees each of them, and until you do nobody does.",
  hidden:
    "Your profile is there, and nobody sees it yet. List yourself for members, or for everyone, when you are ready.",
  listed: "Your profile is listed. Look at it as others see it, and change it whenever you like.",
};
