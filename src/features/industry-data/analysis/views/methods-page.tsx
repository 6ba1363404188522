import { PageHead, Section } from "#ui/layout.tsx";

interface Method {
  name: string;
  id: string;
  formula: string;
  words: string;
}

/** The letters are those of the formulas in figures/measures.ts and figures/shift-share.ts. */
const METHODS: readonly Method[] = [
  {
    name: "Jobs",
    id: "jobs",
    formula: "e",
    words:
      "The average of the twelve months of a year. A person with two jobs counts twice. Jobs of a region are those of its counties added up.",
  },
  {
    name: "Share of all jobs",
    id: "share",
    formula: "e ÷ r",
    words: "Of all jobs of the region, whoever the employer is.",
  },
  {
    name: "Change, and change in percent",
    id: "change",
    formula: "e₁ − e₀, and (e₁ − e₀) ÷ e₀",
    words: "Where there were no jobs at first there is no percentage; the industry is called new.",
  },
  {
    name: "Compound yearly growth",
    id: "cagr",
    formula: "(e₁ ÷ e₀)^(1 ÷ years) − 1",
    words: "The even growth in each year that leads from the first number to the last.",
  },
  {
    name: "Location quotient",
    id: "lq",
    formula: "(e ÷ r) ÷ (E ÷ N)",
    words:
      "How concentrated the industry is here. At 1 it has the same share of jobs here as in the nation; at 2, twice the share. As the Bureau of Labor Statistics publishes it, the industry counts the employers that you chose, and both totals count all employers. The bureau’s web calculator takes private totals instead and gives slightly other numbers.",
  },
  {
    name: "Shift-share: national growth",
    id: "national-growth",
    formula: "e₀ × (N₁ ÷ N₀ − 1)",
    words:
      "Jobs that would have come had the industry grown here as all jobs did in the nation. With private employers chosen, as all private jobs did.",
  },
  {
    name: "Shift-share: industry mix",
    id: "industry-mix",
    formula: "e₀ × (E₁ ÷ E₀ − N₁ ÷ N₀)",
    words: "Jobs more or fewer because this industry grew faster or slower in the nation than all jobs did.",
  },
  {
    name: "Shift-share: competitive effect",
    id: "competitive-effect",
    formula: "e₁ − e₀ × E₁ ÷ E₀",
    words:
      "Jobs more or fewer because the industry did better or worse here than in the nation. The three parts add up to the change; the first two are the expected change.",
  },
  {
    name: "Average pay",
    id: "pay",
    formula: "all wages ÷ all jobs",
    words:
      "Dollars a year, before tax, with bonuses. For a region the wages are added and the jobs are added; averages are never averaged. Its ratio is to the average pay of all jobs of the region.",
  },
];

/** Every formula in words and letters, and what is done about figures that are withheld. */
export function MethodsPage() {
  return (
    <>
      <PageHead
        title="How each figure is worked out"
        trail={[{ href: "/industry", label: "Choose a sector" }]}
        lede="The same on the page, in downloads, on the command line and in the API, so that anybody can check it."
      />
      <p class="measure">
        In the formulas, <b>e</b> is the jobs of the industry in the region and <b>r</b> all jobs of the
        region; <b>E</b> and <b>N</b> are the same in the nation. ₀ is the first year, ₁ the last.
      </p>
      <Section title="Formulas" id="formulas">
        <dl class="methods">
          {METHODS.map(({ name, id, formula, words }) => (
            <div id={id}>
              <dt>{name}</dt>
              <dd>
                <code class="formula">{formula}</code>
                <p>{words}</p>
              </dd>
            </div>
          ))}
        </dl>
      </Section>
      <Section title="What is withheld" id="withheld">
        <div class="measure prose">
          <p>
            Where few employers stand behind a number, or one stands for most of it, the bureau withholds jobs
            and wages. In small counties that is a fifth to a half of all industries. A withheld number is not
            zero, and we never count it as zero.
          </p>
          <p>
            We say what it is <b>at least</b>: what is published of the region’s other counties. And{" "}
            <b>at most</b>: what is left of the next larger group of industries in the same county and
            ownership when all that is published of it is taken away. Published averages are rounded, so a
            bound may be off by a job or two. Every figure that rests on a withheld one gets both bounds,
            worked through its formula, and the letter w.
          </p>
          <p>Numbers of establishments are published even where jobs are withheld.</p>
        </div>
      </Section>
      <Section title="The nation" id="nation">
        <div class="measure prose">
          <p>
            Quotients and shift-share measure a region against the whole United States without its
            territories. Where the national figures of a year are not held, they are added up from the states;
            what is withheld there gives them a small error, which is carried through every formula. Where
            they are missing, the measures that need them stay empty.
          </p>
        </div>
      </Section>
      <Section title="Breaks" id="breaks">
        <div class="measure prose">
          <p>
            The industries’ classification, NAICS, is revised every five years: figures of 2022 and later
            follow the edition of 2022, in which retail and information were divided anew. Where an industry
            has no code in one of two years, they are not compared. Connecticut’s figures are told by county
            until 2023 and by planning region from 2024.
          </p>
        </div>
      </Section>
    </>
  );
}
