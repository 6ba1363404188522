import { nameOrAddress } from "#features/roster/public.ts";
import { Select } from "#ui/choice-fields.tsx";
import { FilterPanel } from "#ui/filter-panel.tsx";
import { filtersInUse } from "../filter.ts";
import { planPath } from "../paths.ts";
import { STATUS_WORDS, STATUSES } from "../statuses.ts";
import type { PlanPageProps } from "./plan-props.ts";

export function PlanFilters({ workspace, filter, priorities, people, actions }: PlanPageProps) {
  const path = planPath(workspace.slug);
  const active = filtersInUse(filter);
  const owners = [...people.values()].filter(
    ({ id }) => id === filter.owner || actions.some(({ owner }) => owner === id),
  );
  return (
    <FilterPanel action={path} active={active} clear={path} open={active > 0}>
      <Select
        name="status"
        label="How it stands"
        optional
        blank="What is in hand"
        value={filter.status === "now" ? "" : filter.status}
        options={[
          { value: "late", label: "Past its day" },
          ...STATUSES.map((value) => ({ value, label: STATUS_WORDS[value] })),
          { value: "all", label: "Everything there ever was" },
        ]}
      />
      <Select
        name="priority"
        label="Priority"
        optional
        blank="All"
        value={filter.priority ?? ""}
        options={priorities.map(({ id, title }) => ({ value: id, label: title }))}
      />
      <Select
        name="owner"
        label="Owner"
        optional
        blank="Everybody"
        value={filter.owner ?? ""}
        options={owners.map((one) => ({ value: one.id, label: nameOrAddress(one) }))}
      />
    </FilterPanel>
  );
}
