import { allStates } from "#features/places/public.ts";
import type { Sector } from "#features/sectors/public.ts";
import { CheckboxGroup, Select } from "#ui/choice-fields.tsx";
import { FilterPanel } from "#ui/filter-panel.tsx";
import { TextField } from "#ui/text-fields.tsx";
import { STAGE_WORDS, STAGES } from "../../stages.ts";
import { THEME_SLUGS, THEMES } from "../../themes.ts";
import { SETTING_WORDS } from "../describe.ts";
import { filtersSet, type PartnershipFilter, SETTINGS } from "../filter.ts";

export interface FilterFormProps {
  filter: PartnershipFilter;
  /** Those that are offered. */
  sectors: Sector[];
  open?: boolean;
  /** Where it leads: the list, or the same view elsewhere. */
  action?: string;
}

/** Beside a list or map of partnerships: one field for each sort of filter, sent by a plain GET. */
export function PartnershipFilterForm({ filter, sectors, open, action = "/partnerships" }: FilterFormProps) {
  return (
    <FilterPanel action={action} active={filtersSet(filter)} clear={action} open={open}>
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
        options={withChosen(sectors, filter.sectors).map(({ slug, name }) => ({ value: slug, label: name }))}
      />
      <CheckboxGroup
        name="stage"
        label="Stage"
        optional
        values={filter.stages}
        options={STAGES.map((stage) => ({ value: stage, label: STAGE_WORDS[stage].name }))}
      />
      <Select
        name="setting"
        label="Rural or metro"
        optional
        blank="Either"
        value={filter.setting}
        options={SETTINGS.map((setting) => ({ value: setting, label: SETTING_WORDS[setting].name }))}
      />
      <CheckboxGroup
        name="theme"
        label="Working on"
        optional
        values={filter.themes}
        options={THEME_SLUGS.map((theme) => ({ value: theme, label: THEMES[theme] }))}
      />
    </FilterPanel>
  );
}

/** A retired one is not offered, but whoever came by it sees it ticked. */
function withChosen(offered: Sector[], chosen: Sector[]): Sector[] {
  return [...offered, ...chosen.filter(({ slug }) => !offered.some((one) => one.slug === slug))];
}
