import { Button, ButtonLink, Buttons } from "#ui/button.tsx";
import { Form, Hidden } from "#ui/form.tsx";
import { PageHead } from "#ui/layout.tsx";
import { Notice } from "#ui/notice.tsx";
import { tendPath } from "../../paths.ts";
import type { Tended } from "../../queries.ts";

/** Before somebody leaves they are told what follows, most of all where nobody is left. */
export function LeavingPage({ tended, others, part }: { tended: Tended; others: number; part: string }) {
  const { slug, content } = tended;
  return (
    <>
      <PageHead
        title="Leave this page"
        trail={[
          { href: tendPath(slug), label: content.name },
          { href: tendPath(slug, "editors"), label: "Who looks after it" },
        ]}
        lede={
          others === 0
            ? `You are the only one who looks after ${content.name}.`
            : `${others === 1 ? "One other person goes" : `${others} others go`} on looking after ${content.name}.`
        }
      />
      {others === 0 && (
        <Notice tone="warning" title="What follows when you leave">
          <ul>
            <li>The page stays on the site as it is, and says that nobody looks after it.</li>
            <li>Letters from the page reach nobody any more.</li>
            <li>The editors of this site keep it, and anybody in the partnership can ask for it.</li>
          </ul>
          <p>
            If somebody comes after you, <a href={tendPath(slug, "editors#invite")}>invite them first</a>.
          </p>
        </Notice>
      )}
      <p>What you wrote stays, and the versions keep your name. You can be invited again at any time.</p>
      <Form action={tendPath(slug, "leaving")} bare>
        <Hidden name="part" value={part} />
        <Buttons>
          <Button look="danger">Leave</Button>
          <ButtonLink look="plain" href={tendPath(slug, "editors")}>
            Stay
          </ButtonLink>
        </Buttons>
      </Form>
    </>
  );
}
