import { matchAnchor } from "#components/article/matched-text.tsx";
import type { ArticleMatch, ArticleMatches } from "#lib/articles/types.ts";
import { counted, inFigures } from "#lib/text/counted.ts";
import styles from "./match-bar.module.css";

type MatchBarProps = {
  matches: ArticleMatches;
  /** The article without marks. */
  path: string;
};

/**
 * What was searched and how often it is here, at the foot of the window. The way from match to match
 * stands in the text, after each (`MatchSteps`), where one who goes by keyboard is then.
 */
export function MatchBar({ matches: { text, total, isCut }, path }: MatchBarProps) {
  return (
    <section className={styles.bar} aria-label="Matches of a search" data-matches={total}>
      <p className={styles.what}>
        <strong>{inWords(total, isCut)}</strong> for “<bdi>{text}</bdi>”
      </p>
      {total > 0 && (
        <p className={styles.begin}>
          <a href={`#${matchAnchor(1)}`} data-key="n">
            First match
          </a>
        </p>
      )}
      <p className={styles.remove}>
        <a href={path}>Remove the marks</a>
      </p>
      {total > 0 && <style>{showSteps(total)}</style>}
    </section>
  );
}

/** Numbers only, so nothing of a search is ever in a style. */
function showSteps(total: number): string {
  return Array.from(
    { length: total },
    (_, i) => `:root:has(#${matchAnchor(i + 1)}:target) #${stepsId(i + 1)}{display:flex}`,
  ).join("");
}

function inWords(total: number, isCut: boolean): string {
  if (total === 0) return "No match in the text shown here";
  const count = counted(total, "match", "matches");
  return isCut ? `At least ${count}` : count;
}

type MatchStepsProps = { here: readonly ArticleMatch[]; total: number };

/** After a text, the way on and back from each match in it; shown while one is at that match. */
export function MatchSteps({ here, total }: MatchStepsProps) {
  return here.map(({ number }) => (
    <nav
      key={number}
      id={stepsId(number)}
      className={styles.steps}
      aria-label={`Match ${number} of ${total}`}
    >
      <span className={styles.number}>
        {inFigures(number)} of {inFigures(total)}
      </span>
      {total > 1 && (
        <>
          <a href={`#${matchAnchor(number > 1 ? number - 1 : total)}`} data-key="p">
            Previous
          </a>
          <a href={`#${matchAnchor(number < total ? number + 1 : 1)}`} data-key="n">
            Next
          </a>
        </>
      )}
    </nav>
  ));
}

function stepsId(number: number): string {
  return `at-match-${number}`;
}
