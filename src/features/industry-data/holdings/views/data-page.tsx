import { ButtonLink, Buttons } from "#ui/button.tsx";
import { DefinitionList } from "#ui/definition-list.tsx";
import { Fold } from "#ui/fold.tsx";
import { PageHead, Section } from "#ui/layout.tsx";
import type { Holdings } from "../holdings.ts";
import { baseWords, dayInWords, periodTitle } from "../in-words.ts";
import { PeriodTable } from "./period-table.tsx";

const count = (number: number) => number.toLocaleString("en-US");

/** There are 50 and the District of Columbia; what is more than that are territories. */
const statesWord = (number: number) =>
  number === 1 ? "state" : number > 51 ? "states and territories" : "states";

const alsoWords = (codes: readonly string[]) =>
  codes.length > 0 ? `; of finer ones ${new Intl.ListFormat("en").format(codes)}` : "";

/** What figures are held, where each came from, and what they do not say. */
export function DataPage({ held }: { held: Holdings | undefined }) {
  const periods = held?.periods ?? [];
  return (
    <>
      <PageHead
        title="The figures behind job data"
        trail={[{ href: "/industry", label: "Job data" }]}
        lede="Jobs, wages and establishments come from the Quarterly Census of Employment and Wages of the Bureau of Labor Statistics (BLS), a count of nearly all jobs that unemployment insurance covers. They are in the public domain."
      />
      {periods.length === 0 ? (
        <p>No figures are held here yet.</p>
      ) : (
        <>
          <Section title="What is held">
            <PeriodTable periods={periods} />
          </Section>
          <Section title="What is left out">
            <div class="stack">
              <p>
                BLS withholds figures that would show a single employer’s. Jobs and wages of such a row are
                never shown as 0 here: they lie between two bounds, of which the upper one is what its area
                has left after everything that is published. The number of establishments is always told.
              </p>
              <p>
                The self-employed, most of agriculture’s smallest employers, the railroads and the military
                are not part of the census. Metropolitan areas are left out here, since regions are made of
                counties.
              </p>
              <p>
                <a href="/industry/methods">How each figure is worked out</a>
              </p>
            </div>
          </Section>
          {[...periods].reverse().map((one) => (
            <Period one={one} />
          ))}
          <Buttons>
            <ButtonLink href="/industry">Look at a region’s jobs</ButtonLink>
          </Buttons>
        </>
      )}
    </>
  );
}

function Period({ one }: { one: Holdings["periods"][number] }) {
  const { areas, rows, withheld, naics, deepestDigits, alsoHeld, base, words, importedOn, sources, notes } =
    one;
  return (
    <Section title={periodTitle(one.period)} id={one.period}>
      <div class="stack">
        <DefinitionList
          beside
          entries={[
            { term: "Source", value: `${words}.` },
            { term: "Imported on", value: dayInWords(importedOn) },
            {
              term: "Areas",
              value: `${count(areas.counties)} counties, ${count(areas.states)} ${statesWord(areas.states)}${areas.nation ? ", the nation" : ""}`,
            },
            {
              term: "Rows",
              value: `${count(rows)}; BLS withholds jobs and wages of ${count(withheld)} (${Math.round((100 * withheld) / Math.max(1, rows))}%)`,
            },
            {
              term: "Industries",
              value: `NAICS ${naics}, up to ${deepestDigits} digits${alsoWords(alsoHeld)}`,
            },
            { term: "The nation", value: baseWords(base) },
          ]}
        />
        {notes.length > 0 && (
          <ul>
            {notes.map((note) => (
              <li>{note}</li>
            ))}
          </ul>
        )}
        <Fold title={`Files it came from (${count(sources.length)})`}>
          <ul>
            {sources.map(({ fileName, sha256, rows, importedOn }) => (
              <li>
                {fileName}: {count(rows)} rows, imported on {dayInWords(importedOn)}.{" "}
                {sha256 && (
                  <>
                    SHA-256 <code>{sha256}</code>
                  </>
                )}
              </li>
            ))}
          </ul>
        </Fold>
      </div>
    </Section>
  );
}
