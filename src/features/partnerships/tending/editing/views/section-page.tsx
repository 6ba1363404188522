import type { Child } from "hono/jsx";
import type { Problems } from "#base/outcome.ts";
import { type FormValues, listOf, textOf } from "#platform/http/forms.ts";
import { Button, ButtonLink, Buttons } from "#ui/button.tsx";
import { ErrorSummary } from "#ui/error-summary.tsx";
import { Form, Hidden } from "#ui/form.tsx";
import { PageHead } from "#ui/layout.tsx";
import { Notice } from "#ui/notice.tsx";
import { StaleNotice } from "#ui/stale-notice.tsx";
import { tendPath } from "../../paths.ts";
import type { Tended } from "../../queries.ts";
import { HiddenNotice } from "../../views/hidden-notice.tsx";

export interface SectionPageProps {
  tended: Tended;
  title: string;
  lede?: Child;
  action: string;
  back: { href: string; label: string };
  save: string;
  labels: Record<string, string>;
  values: FormValues;
  problems: Problems;
  /** What somebody else saved while this form was open; null where they removed what it is about. */
  theirs?: FormValues | null | undefined;
  /** Puts codes among the values into words. */
  told: (values: FormValues) => FormValues;
  /** Names what the browser keeps of the typing. */
  keep: string;
  children: Child;
}

/** The frame of every form with which a page is tended. */
export function SectionPage(props: SectionPageProps) {
  const { tended, title, lede, action, back, save, values, problems, keep } = props;
  const home = { href: tendPath(tended.slug), label: tended.content.name };
  const trail = [
    { href: "/my-partnerships", label: "My partnerships" },
    home,
    ...(back.href === home.href ? [] : [back]),
  ];
  return (
    <>
      <ErrorSummary problems={problems} />
      <PageHead title={title} trail={trail} lede={lede} />
      <HiddenNotice tended={tended} />
      <Stale {...props} />
      <Form action={action} keep={keep} guard>
        <Hidden name="version" value={textOf(values, "version")} />
        {props.children}
        <div class="form-bar">
          <Buttons>
            <Button>{save}</Button>
            <ButtonLink look="plain" href={back.href}>
              Leave without saving
            </ButtonLink>
          </Buttons>
        </div>
      </Form>
    </>
  );
}

function Stale({ theirs, values, labels, told }: SectionPageProps) {
  if (theirs === undefined) return null;
  if (theirs === null)
    return (
      <Notice tone="warning" title="Somebody removed this while you were on the page" live>
        <p>
          Nothing was overwritten, and what you typed still stands below. Saving again puts it back with your
          words; their page is in the versions either way.
        </p>
      </Notice>
    );
  const words = (of: FormValues, name: string) => listOf(of, name).join(", ");
  return (
    <StaleNotice
      fields={Object.entries(labels).map(([name, label]) => ({
        label,
        theirs: words(told(theirs), name),
        yours: words(told(values), name),
      }))}
    />
  );
}
