import { fileSizeText } from "#base/file-kinds.ts";
import { Button, ButtonLink, Buttons } from "#ui/button.tsx";
import { Moment } from "#ui/dates.tsx";
import { DefinitionList } from "#ui/definition-list.tsx";
import { ConfirmStep } from "#ui/enhance.tsx";
import { Fold } from "#ui/fold.tsx";
import { Form } from "#ui/form.tsx";
import { PageHead, Section } from "#ui/layout.tsx";
import { Notice, SummaryBox } from "#ui/notice.tsx";
import type { Findings, FoundPeriod } from "../findings.ts";
import type { FiguresImport } from "../imports/queries.ts";
import { filesInWords, isUnderWay, progressWords } from "../imports/rules.ts";
import { areasInWords, leftOutWords, periodInWords, periodTitle, replacesInWords } from "../in-words.ts";
import { StateBadge } from "./desk-page.tsx";

export interface ImportPageProps {
  one: FiguresImport;
  /** Why the last press of a button did nothing. */
  refusal?: string | undefined;
  zone: string;
}

const count = (number: number) => number.toLocaleString("en-US");

/** What brought files hold, what taking them in would replace, and the yes or no to all of it. */
export function ImportPage({ one, refusal, zone }: ImportPageProps) {
  const { id, state, files, findings, problem } = one;
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
  return (
    <>
      <PageHead
        title={filesInWords(files)}
        trail={[
          { href: "/desk", label: "Desk" },
          { href: "/desk/industry", label: "Figures of industries" },
        ]}
        meta={
          <>
            <StateBadge state={state} />
            <span>
              {fileSizeText(bytes)}, brought by {one.byName} on <Moment at={one.createdAt} zone={zone} />
            </span>
          </>
        }
      />
      <div class="stack">
        {refusal && (
          <Notice tone="problem" title="Nothing was done" live>
            <p>{refusal}</p>
          </Notice>
        )}
        {problem && (
          <Notice
            tone="problem"
            title={state === "refused" ? "These files cannot be taken" : "Nothing was changed"}
            live
          >
            <p>{problem}</p>
            <p>Nothing was changed. Mend or load down the file again, and bring all of them once more.</p>
            <p>
              <a href="/desk/industry#bring">Bring figures</a>
            </p>
          </Notice>
        )}
        {isUnderWay(one) && <Progress one={one} />}
        {state === "done" && (
          <Notice tone="success" title="Taken in" live>
            <p>
              {findings?.periods.map(({ period }) => periodInWords(period)).join(", ")}: every page shows the
              new figures now.
            </p>
            <p>
              <ButtonLink href="/industry/data" look="quiet">
                See what is held
              </ButtonLink>
            </p>
          </Notice>
        )}
        {state === "looked" && findings && (
          <SummaryBox title="What would happen">
            <p>
              {findings.periods.map(({ period }) => periodInWords(period)).join(", ")}: read on below. Nothing
              has happened yet.
            </p>
            <Buttons>
              <Form action={`/desk/industry/imports/${id}/taking-in`} bare>
                <Button>Take them in</Button>
              </Form>
              <ConfirmStep question="Drop these files? Nothing else changes.">
                <Form action={`/desk/industry/imports/${id}/dropping`} bare>
                  <Button look="quiet">Drop them</Button>
                </Form>
              </ConfirmStep>
            </Buttons>
          </SummaryBox>
        )}
        {findings && <Found findings={findings} />}
      </div>
    </>
  );
}

function Progress({ one }: { one: FiguresImport }) {
  const { id, state, share } = one;
  return (
    <import-progress src={`/desk/industry/imports/${id}/progress`}>
      <Notice
        title={state === "taking-in" ? "The figures are being taken in" : "The files are being looked at"}
      >
        <p>
          <label for="progress-of-import">How far it is</label>{" "}
          <progress id="progress-of-import" max={100} value={Math.round(share * 100)} />{" "}
          <span data-said>{progressWords(one)}</span>
        </p>
        <p>
          {state === "taking-in"
            ? "All of them or none. You may leave this page; it goes on."
            : "Nothing changes while they are looked at. You may leave this page; it goes on."}
        </p>
        <p>
          <a href={`/desk/industry/imports/${id}`}>See how far it is now</a>
        </p>
      </Notice>
    </import-progress>
  );
}

function Found({ findings }: { findings: Findings }) {
  return (
    <>
      {findings.periods.map((one) => (
        <FoundIn one={one} />
      ))}
      {(findings.leftOut > 0 || findings.notes.length > 0) && (
        <Section title="Also good to know">
          <div class="stack">
            {findings.leftOut > 0 && <p>{leftOutWords(findings.leftOut)}</p>}
            {findings.notes.map((note) => (
              <p>{note}</p>
            ))}
          </div>
        </Section>
      )}
      <Fold title={`The files (${count(findings.files.length)})`}>
        <ul>
          {findings.files.map(({ name, bytes, tables, lines, layouts }) => (
            <li>
              {name}: {fileSizeText(bytes)}, {tables > 1 && `${count(tables)} tables, `}
              {count(lines)} rows ({layouts.join("; ")})
            </li>
          ))}
        </ul>
      </Fold>
    </>
  );
}

function FoundIn({ one }: { one: FoundPeriod }) {
  return (
    <Section title={periodTitle(one.period)}>
      <div class="stack">
        <DefinitionList
          beside
          entries={[
            { term: "Areas", value: areasInWords(one) },
            { term: "Rows", value: `${count(one.rows)}, of which BLS withholds ${count(one.withheld)}` },
            { term: "Industries", value: `NAICS ${one.naics}, up to ${one.deepestDigits} digits` },
            { term: "What it replaces", value: replacesInWords(one) },
          ]}
        />
        {one.notes.length > 0 && (
          <ul>
            {one.notes.map((note) => (
              <li>{note}</li>
            ))}
          </ul>
        )}
      </div>
    </Section>
  );
}
