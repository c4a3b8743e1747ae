import type { ReactNode } from "react";
import styles from "./data-table.module.css";

export type Column<Row> = {
  key: string;
  heading: ReactNode;
  cell: (row: Row) => ReactNode;
  /** Figures stand right, in columns. */
  isFigure?: boolean;
  /** Address that sorts by this column, and how it is sorted now. */
  sortHref?: string;
  sorted?: "ascending" | "descending";
};

type DataTableProps<Row> = {
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  keyOf: (row: Row) => string;
};

/** A lightly ruled table, sorted by links. The first column heads its row. */
export function DataTable<Row>({ caption, columns, rows, keyOf }: DataTableProps<Row>) {
  return (
    <div className={styles.scroll} tabIndex={0} role="region" aria-label={caption}>
      <table className={styles.table}>
        <caption className={styles.caption}>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th
                key={column.key}
                scope="col"
                aria-sort={column.sorted}
                data-figure={column.isFigure || undefined}
              >
                {column.sortHref ? <a href={column.sortHref}>{column.heading}</a> : column.heading}
                {column.sorted && (
                  <span aria-hidden="true">{column.sorted === "ascending" ? " ↑" : " ↓"}</span>
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={keyOf(row)}>
              {columns.map((column, i) => {
                const Cell = i === 0 ? "th" : "td";
                return (
                  <Cell
                    key={column.key}
                    scope={i === 0 ? "row" : undefined}
                    data-figure={column.isFigure || undefined}
                  >
                    {column.cell(row)}
                  </Cell>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
