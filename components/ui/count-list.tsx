import { inFigures } from "#lib/text/counted.ts";
import type { ReactNode } from "react";
import styles from "./count-list.module.css";

export type CountListItem = {
  key: string;
  label: ReactNode;
  href: string;
  count: number;
  /** The item is what the page is narrowed to; its link then widens it again. */
  isCurrent?: boolean;
};

type CountListProps = {
  items: readonly CountListItem[];
  /** What is counted, said once to screen readers: "articles". */
  unit: string;
  label?: string;
  columns?: 1 | 2 | 3;
};

/** Links with counts: topics, people, the facets of a search. */
export function CountList({ items, unit, label, columns = 1 }: CountListProps) {
  return (
    <ul
      className={styles.list}
      data-columns={columns}
      aria-label={`${label ? `${label}, ` : ""}with numbers of ${unit}`}
    >
      {items.map((item) => (
        <li key={item.key} className={styles.item}>
          <a
            href={item.href}
            className={styles.link}
            aria-current={item.isCurrent ? "true" : undefined}
          >
            {item.label}
            {item.isCurrent && <span className={styles.remove}> × remove</span>}
          </a>
          <span className={styles.count}>{inFigures(item.count)}</span>
        </li>
      ))}
    </ul>
  );
}
