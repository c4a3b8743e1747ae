import { Section } from "#components/ui/section.tsx";
import type { Article } from "#lib/articles/types.ts";
import { counted } from "#lib/text/counted.ts";
import styles from "./article-reference.module.css";

/** How to cite an article, and the original that all of it was read from. */
export function ArticleReference({ article, citation }: { article: Article; citation: string }) {
  const { original, rights } = article;
  const size = counted(original.byteLength, "byte");
  return (
    <Section title="Cite this" id="cite">
      <p className={styles.citation}>{citation}</p>
      <p className={styles.original}>
        {rights === "full_text" ? (
          <a href={`/originals/${original.id}`}>As received</a>
        ) : (
          "As received, kept but not shown"
        )}
        {`: ${original.mediaType}, ${size}, SHA-256 `}
        <code className={styles.hash}>{original.sha256}</code>
      </p>
      {article.isRevised && (
        <p className={styles.original}>
          Edited since it was published here:{" "}
          <a href={`${article.path}/revisions`}>every revision, and what changed</a>
        </p>
      )}
    </Section>
  );
}
