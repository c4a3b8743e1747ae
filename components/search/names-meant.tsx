import type { NameInQuery } from "#lib/search/types.ts";
import styles from "./names-meant.module.css";

const MAX_LABELS = 6;

/** What the names in a query were taken to mean, so that nobody is taken for another unnoticed. */
export function NamesMeant({ names }: { names: readonly NameInQuery[] }) {
  const known = names.filter(({ meant }) => meant.length > 0);
  if (known.length === 0) return null;
  return (
    <ul className={styles.names} aria-label="Names in this search">
      {known.map(({ text, meant }, i) => (
        <li key={i}>
          <code>{text}</code> is {listed(meant)}
        </li>
      ))}
    </ul>
  );
}

function listed(meant: readonly string[]): string {
  const more = meant.length - MAX_LABELS;
  const labels = meant.slice(0, MAX_LABELS).join(" or ");
  return more > 0 ? `${labels} or one of ${more} more` : labels;
}
