import type { EventWords } from "#platform/feature.ts";

/** What becomes of figures that somebody brings, as the audit log tells it. */
export const importEventWords: EventWords = {
  "industry.brought": ({ files }) => `brought figures of industries (${files ?? "files"})`,
  "industry.imported": ({ periods, files }) =>
    `took in figures of industries for ${periods ?? "some periods"} (${files ?? "files"})`,
  "industry.dropped": ({ files }) => `dropped figures of industries (${files ?? "files"})`,
};
