/** One pair of bars: how far each reaches is told in words beside it, too. */
export interface Bar {
  /** What it is of: "May 2025 to May 2026". */
  label: string;
  /** In words, for who does not see the bars. */
  words: string;
  parts: { value: number; look: "first" | "second" }[];
}

const LEFT = 2;
const WIDE = 300;
const HIGH = 13;
const GAP = 3;

/** Bars under each other, each with its label and its words: a picture that a table stands beside. */
export function Bars({ bars, most }: { bars: readonly Bar[]; most: number }) {
  return (
    <ul class="bare figure-bars">
      {bars.map(({ label, words, parts }) => (
        <li>
          <span class="figure-label">{label}</span>
          <svg
            viewBox={`0 0 ${WIDE + LEFT * 2} ${parts.length * (HIGH + GAP)}`}
            role="img"
            aria-label={`${label}: ${words}`}
          >
            {parts.map(({ value, look }, index) => (
              <>
                <rect
                  class="figure-ground"
                  x={LEFT}
                  y={index * (HIGH + GAP)}
                  width={WIDE}
                  height={HIGH}
                  rx="2"
                />
                <rect
                  class={`figure-bar ${look}`}
                  x={LEFT}
                  y={index * (HIGH + GAP)}
                  width={Math.round((value / Math.max(1, most)) * WIDE)}
                  height={HIGH}
                  rx="2"
                />
              </>
            ))}
          </svg>
          <span class="figure-words">{words}</span>
        </li>
      ))}
    </ul>
  );
}

/** What the two looks mean. */
export function Key({ first, second }: { first: string; second: string }) {
  return (
    <p class="figure-key">
      <span class="figure-swatch first" aria-hidden="true" /> {first}
      <span class="figure-swatch second" aria-hidden="true" /> {second}
    </p>
  );
}
