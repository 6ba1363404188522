import type { standingCounts } from "../queries.ts";
import { STANDING_WORDS, STANDINGS, type Standing } from "../standings.ts";

type Counts = Awaited<ReturnType<typeof standingCounts>>;

/** How many stand where on the way to the table: businesses and support partners apart, as the ratio counts. */
export function WayLine({ counts, href }: { counts: Counts; href: (standing: Standing) => string }) {
  const at = (standing: Standing, side: "business" | "public") =>
    counts.find((one) => one.standing === standing && one.side === side)?.people ?? 0;
  const steps = STANDINGS.map((standing) => ({
    standing,
    business: at(standing, "business"),
    support: at(standing, "public"),
  })).filter(
    ({ standing, business, support }) => business + support > 0 || !["declined", "left"].includes(standing),
  );
  return (
    <ol class="bare way-line" aria-label="How far people have come">
      {steps.map(({ standing, business, support }) => (
        <li class={business + support > 0 ? "way-step" : "way-step none"}>
          <a href={href(standing)}>
            <span class="way-count">{business + support}</span>
            <span class="way-name">{STANDING_WORDS[standing]}</span>
          </a>
          <span class="way-sides">
            {business} business · {support} support
          </span>
        </li>
      ))}
    </ol>
  );
}
