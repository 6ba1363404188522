import { DataTable } from "#ui/data-table.tsx";
import { longDate } from "#ui/dates.tsx";
import { hueAt } from "../../views/look.tsx";
import type { Comparison, Point, Series } from "../series.ts";

const LEFT = 26;
const RIGHT = 288;
const TOP = 14;
const STEP = 24;
const BOTTOM = TOP + 3 * STEP;
/** Where somebody could not say: below the lowest level. */
const UNSURE = BOTTOM + STEP;

/** How the team's answers moved: a sentence, a small drawing for each indicator, and the same as a table. */
export function OverTime({ comparison }: { comparison: Comparison }) {
  const { dates, series, sentence, versions } = comparison;
  const unsure = series.some(({ runs }) => runs.flat().some(({ level }) => level === null));
  // All drawings are equally high, and have room for "cannot say" only where somebody could not.
  const foot = (unsure ? UNSURE : BOTTOM) + 26;
  return (
    <div class="over-time">
      {sentence && <p class="measure">{sentence}</p>}
      {versions && <p class="measure quiet-text">{versions}</p>}
      <ul class="bare multiples">
        {series.map((one, index) => (
          <li class={hueAt(index)}>
            <h3>{one.title}</h3>
            {one.past && <p class="small quiet-text">Not asked any more</p>}
            <Drawing series={one} dates={dates.map(({ heldOn }) => heldOn)} foot={foot} />
          </li>
        ))}
      </ul>
      <DataTable
        caption="The team’s answers over time"
        stacks
        rows={series}
        columns={[
          { label: "Indicator", heads: true, cell: ({ title }) => title },
          ...dates.map(({ heldOn }, index) => ({
            label: longDate(heldOn),
            cell: ({ runs }: Series) => cellOf(runs, heldOn, index, dates),
          })),
        ]}
      />
    </div>
  );
}

function cellOf(runs: Point[][], heldOn: string, index: number, dates: Comparison["dates"]): string {
  // Two on one day stand side by side, in the order in which they were settled.
  const nth = dates.slice(0, index).filter((one) => one.heldOn === heldOn).length;
  const point = runs.flat().filter((one) => one.heldOn === heldOn)[nth];
  if (!point) return "Not asked";
  return point.level === null ? point.name : `${point.level} ${point.name}`;
}

function Drawing({ series, dates, foot }: { series: Series; dates: string[]; foot: number }) {
  const place = placeIn(dates);
  const points = series.runs.flat();
  return (
    <svg class="multiple" viewBox={`0 0 300 ${foot + 4}`} role="img" aria-label={inWords(series)}>
      {[1, 2, 3, 4].map((level) => (
        <>
          <path class="multiple-line" d={`M${LEFT} ${yOf(level)}H${RIGHT + 6}`} />
          <text class="multiple-level" x="4" y={yOf(level) + 4}>
            {level}
          </text>
        </>
      ))}
      {points.some(({ level }) => level === null) && (
        <text class="multiple-level" x="4" y={UNSURE + 4}>
          ?
        </text>
      )}
      {series.runs.map((run) => (
        <path class="multiple-run" d={pathOf(run, place)} />
      ))}
      {series.runs.slice(1).map(([first]) => (
        <path class="multiple-cut" d={`M${place(first?.heldOn ?? "") - 9} ${TOP - 8}V${BOTTOM + 8}`} />
      ))}
      {points.map(({ heldOn, level }, index) => (
        <circle
          class={
            level === null
              ? "multiple-unsure"
              : index === points.length - 1
                ? "multiple-point newest"
                : "multiple-point"
          }
          cx={place(heldOn)}
          cy={yOf(level)}
          r={index === points.length - 1 && level !== null ? 7.5 : 5.5}
        />
      ))}
      <DateLabels dates={dates} place={place} y={foot} />
    </svg>
  );
}

function DateLabels(props: { dates: string[]; place: (heldOn: string) => number; y: number }) {
  const { dates, place, y } = props;
  const [first, last] = [dates[0], dates.at(-1)];
  if (!first || !last) return null;
  if (first === last)
    return (
      <text class="multiple-date" x={place(first)} y={y} text-anchor="middle">
        {shortDate(first)}
      </text>
    );
  return (
    <>
      <text class="multiple-date" x={LEFT - 4} y={y}>
        {shortDate(first)}
      </text>
      <text class="multiple-date" x="298" y={y} text-anchor="end">
        {shortDate(last)}
      </text>
    </>
  );
}

const yOf = (level: number | null): number => (level === null ? UNSURE : BOTTOM - (level - 1) * STEP);

function placeIn(dates: string[]): (heldOn: string) => number {
  const at = (day: string) => Date.parse(`${day}T00:00:00Z`);
  const from = at(dates[0] ?? "2000-01-01");
  const span = at(dates.at(-1) ?? "2000-01-01") - from;
  const inset = 10;
  return (day) =>
    span === 0
      ? (LEFT + RIGHT) / 2
      : Math.round(LEFT + inset + ((at(day) - from) / span) * (RIGHT - LEFT - inset));
}

/** A line from answer to answer, cut where somebody could not say. */
function pathOf(run: Point[], place: (heldOn: string) => number): string {
  let pen = "M";
  return run
    .map(({ heldOn, level }) => {
      if (level === null) {
        pen = "M";
        return "";
      }
      const step = `${pen}${place(heldOn)} ${yOf(level)}`;
      pen = "L";
      return step;
    })
    .join("");
}

function inWords({ title, runs }: Series): string {
  const said = runs.flat().map(({ heldOn, level, name }) => {
    const what = level === null ? "cannot say" : `level ${level}, ${name}`;
    return `${longDate(heldOn)}: ${what}`;
  });
  return `${title}. ${said.join("; ")}.`;
}

const MONTH = new Intl.DateTimeFormat("en-US", { timeZone: "UTC", year: "numeric", month: "long" });

function shortDate(iso: string): string {
  return MONTH.format(new Date(`${iso}T00:00:00Z`));
}
