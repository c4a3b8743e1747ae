import {
  aboutSide,
  headlineOf,
  KIND_WORDS,
  pairName,
} from "#components/admin/duplicates/pair-words.ts";
import { Badge } from "#components/ui/badge.tsx";
import type { PairedArticle, PairLine } from "#lib/duplicates/types.ts";
import styles from "./pair-list.module.css";

/** Pairs that nobody has decided about, each with the way to its two texts. */
export function PairList({ pairs, label }: { pairs: readonly PairLine[]; label: string }) {
  return (
    <ol className={styles.list} aria-label={label}>
      {pairs.map((pair) => (
        <li key={pair.id} className={styles.item}>
          <p className={styles.meta}>
            <Badge tone="unsure">{KIND_WORDS[pair.kind]}?</Badge> {Math.round(100 * pair.score)} %
            sure
          </p>
          <div className={styles.sides}>
            {pair.articles.map((article) => (
              <Side key={article.id} article={article} />
            ))}
          </div>
          <p>
            <a href={`/admin/duplicates/${pair.id}`} aria-label={`Compare: ${pairName(pair)}`}>
              Compare
            </a>
          </p>
        </li>
      ))}
    </ol>
  );
}

function Side({ article }: { article: PairedArticle }) {
  return (
    <div>
      <p className={styles.headline}>{headlineOf(article)}</p>
      <p className={styles.meta}>{aboutSide(article).join(" · ")}</p>
    </div>
  );
}
