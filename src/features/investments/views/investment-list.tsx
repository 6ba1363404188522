import { SourceWords } from "#ui/source-list.tsx";
import type { Investment } from "../queries.ts";
import { amountWords, yearWords } from "../rules.ts";

/** Investments as a list of short paragraphs: who, how much, when, for what, what came of it, and where it is told. */
export function InvestmentList(props: {
  items: readonly Investment[];
  /** Investments on the same page, so that a part can name its whole. */
  wholes?: ReadonlyMap<string, Investment>;
}) {
  return (
    <ul class="bare investments">
      {props.items.map((one) => (
        <OneInvestment one={one} whole={one.partOf ? props.wholes?.get(one.partOf) : undefined} />
      ))}
    </ul>
  );
}

function OneInvestment({ one, whole }: { one: Investment; whole: Investment | undefined }) {
  const { id, investor, purpose, cameOfIt, partOf, sourceName, sourceUrl, sourceNote } = one;
  return (
    <li class="investment" id={`investment-${id}`}>
      <p class="investment-head">
        <b>{investor}</b>
        <span>{amountWords(one)}</span>
        <span>{yearWords(one)}</span>
      </p>
      <p>{purpose}</p>
      {partOf && (
        <p class="small quiet-text">
          {whole
            ? `Part of “${whole.purpose}” of ${whole.investor}, and counted there.`
            : "Part of another investment, and counted there where both are added up."}
        </p>
      )}
      {one.fromYear !== null && one.yearsNote && <p class="small quiet-text">{one.yearsNote}</p>}
      {cameOfIt && (
        <p>
          <b>What came of it:</b> {cameOfIt}
        </p>
      )}
      <p class="small quiet-text">
        Source: <SourceWords source={{ name: sourceName, url: sourceUrl, note: sourceNote }} />
      </p>
    </li>
  );
}
