import type { Child } from "hono/jsx";

export type Column<Row> = {
  label: string;
  cell: (row: Row) => Child;
  /** Right-aligned figures of equal width. */
  numeric?: boolean;
  /** Names its row; one column of a table should. */
  heads?: boolean;
};

export type DataTableProps<Row> = {
  /** Says what the table shows; read out first. */
  caption: string;
  /** Keep the caption for screen readers where a heading says the same. */
  hideCaption?: boolean;
  columns: Column<Row>[];
  rows: Row[];
  /** Rows become small blocks on a phone, each cell with its label; for lists of things rather than figures. */
  stacks?: boolean;
};

/** A table that scrolls by itself, reachable by keyboard, so that the page never does sideways. */
export function DataTable<Row>({ caption, hideCaption, columns, rows, stacks }: DataTableProps<Row>) {
  return (
    <section class="table-scroll" tabindex={0} aria-label={caption}>
      <table class={stacks ? "table stacks" : "table"}>
        <caption class={hideCaption ? "visually-hidden" : undefined}>{caption}</caption>
        <thead>
          <tr>
            {columns.map(({ label, numeric }) => (
              <th scope="col" class={numeric ? "numeric" : undefined}>
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr>
              {columns.map((column) => (
                <Cell column={column} row={row} stacks={stacks} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** Only a table that stacks shows a label beside each cell; figures by the hundred are lighter without. */
function Cell<Row>(props: { column: Column<Row>; row: Row; stacks: boolean | undefined }) {
  const { column, row } = props;
  const label = props.stacks ? column.label : undefined;
  const look = column.numeric ? "numeric" : undefined;
  if (column.heads) {
    return (
      <th scope="row" class={look} data-label={label}>
        {column.cell(row)}
      </th>
    );
  }
  return (
    <td class={look} data-label={label}>
      {column.cell(row)}
    </td>
  );
}
