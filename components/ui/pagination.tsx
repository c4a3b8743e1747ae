import styles from "./pagination.module.css";

type PaginationProps = {
  /** From 1. */
  page: number;
  pageCount: number;
  hrefFor: (page: number) => string;
  /** What is paged through, for screen readers: "Articles". */
  label: string;
};

/** Pages by address: first, neighbours, last. Nothing where there is one page. */
export function Pagination({ page, pageCount, hrefFor, label }: PaginationProps) {
  if (pageCount <= 1) return null;
  return (
    <nav aria-label={`${label}: pages`} className={styles.pages}>
      <Step to={page - 1} isThere={page > 1} hrefFor={hrefFor} rel="prev">
        ← Previous
      </Step>
      <ol className={styles.numbers}>
        {pagesAround(page, pageCount).map((number, i, all) => (
          <li key={number} className={number - (all[i - 1] ?? 0) > 1 ? styles.gap : undefined}>
            {number === page ? (
              <span aria-current="page" className={styles.current}>
                {number}
              </span>
            ) : (
              <a href={hrefFor(number)} aria-label={`Page ${number}`} className={styles.number}>
                {number}
              </a>
            )}
          </li>
        ))}
      </ol>
      <Step to={page + 1} isThere={page < pageCount} hrefFor={hrefFor} rel="next">
        Next →
      </Step>
    </nav>
  );
}

type StepProps = Pick<PaginationProps, "hrefFor"> & {
  to: number;
  isThere: boolean;
  rel: "prev" | "next";
  children: string;
};

function Step({ to, isThere, hrefFor, rel, children }: StepProps) {
  if (!isThere) return <span className={styles.off}>{children}</span>;
  return (
    <a href={hrefFor(to)} rel={rel} className={styles.step}>
      {children}
    </a>
  );
}

function pagesAround(page: number, pageCount: number): number[] {
  const wanted = [1, page - 1, page, page + 1, pageCount];
  return [...new Set(wanted)].filter((n) => n >= 1 && n <= pageCount).sort((a, b) => a - b);
}
