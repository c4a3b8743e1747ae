import { searchPath } from "#lib/search/search-address.ts";
import type { MeantQuery, SearchQuery } from "#lib/search/types.ts";
import styles from "./did-you-mean.module.css";

type DidYouMeanProps = { query: SearchQuery; meant: MeantQuery | null };

/** The search that may have been meant, as a link; its other words are in bold. */
export function DidYouMean({ query, meant }: DidYouMeanProps) {
  if (meant === null) return null;
  return (
    <p className={styles.meant}>
      Did you mean{" "}
      <a href={searchPath(query, { text: meant.text })}>
        {meant.parts.map(({ text, isMatch }, i) =>
          isMatch ? <strong key={i}>{text}</strong> : text,
        )}
      </a>
      ?
    </p>
  );
}
