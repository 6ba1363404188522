import { allStates } from "#features/places/public.ts";
import type { Sector } from "#features/sectors/public.ts";
import type { Topic } from "#features/topics/public.ts";
import { CheckboxGroup, Select } from "#ui/choice-fields.tsx";
import { FilterPanel } from "#ui/filter-panel.tsx";
import { TextField } from "#ui/text-fields.tsx";
import { KIND_WORDS, KINDS } from "../../kinds.ts";
import { type Filter, filtersSet } from "../filter.ts";

export interface Choices {
  /** Those that are offered. */
  sectors: Sector[];
  topics: Topic[];
}

/** Beside the list: one field for each sort of filter, sent by a plain GET. */
export function FilterForm({ filter, choices, open }: { filter: Filter; choices: Choices; open: boolean }) {
  return (
    <FilterPanel action="/happenings" active={filtersSet(filter)} clear="/happenings" open={open}>
      <TextField name="q" type="search" label="Words" optional value={filter.q || undefined} />
      <Select
        name="state"
        label="State"
        optional
        blank="All states"
        value={filter.state?.code}
        options={allStates().map(({ code, name }) => ({ value: code, label: name }))}
      />
      <CheckboxGroup
        name="sector"
        label="Sector"
        optional
        values={filter.sectors.map(({ slug }) => slug)}
        options={withChosen(choices.sectors, filter.sectors).map(({ slug, name }) => ({
          value: slug,
          label: name,
        }))}
      />
      <CheckboxGroup
        name="kind"
        label="Kind"
        optional
        values={filter.kinds}
        options={KINDS.map((kind) => ({ value: kind, label: KIND_WORDS[kind].name }))}
      />
      <CheckboxGroup
        name="topic"
        label="Topic"
        optional
        values={filter.topics.map(({ slug }) => slug)}
        options={withChosen(choices.topics, filter.topics).map(({ slug, name }) => ({
          value: slug,
          label: name,
        }))}
      />
    </FilterPanel>
  );
}

/** A retired one is not offered, but whoever came by it sees it ticked. */
function withChosen<T extends { slug: string }>(offered: T[], chosen: T[]): T[] {
  return [...offered, ...chosen.filter(({ slug }) => !offered.some((one) => one.slug === slug))];
}
