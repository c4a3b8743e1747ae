/** The articles that are in no segment yet, as a process holds them. */
import { LRUCache } from "lru-cache";
import { queryBytes } from "#lib/db/bytes.ts";
import { keyOf } from "#lib/search/data-lists.ts";
import { PostingBuilder } from "#lib/search/index/posting-builder.ts";
import { decodeDocs, type Postings } from "#lib/search/index/postings.ts";

/** Read at once: some 3 kB an article. */
const VECTORS_AT_ONCE = 1_000;
const MAX_DECODED = 1_000;

/** An article's terms, as `tsvectorsend` gives them. */
type Vector = { doc: number; vector: Buffer };

/** Articles that are in no segment yet, by their terms. */
export class FreshArticles {
  readonly lists = new PostingBuilder();
  private readonly docs = new Set<number>();
  /** The lists that were asked for last, until there are more articles. */
  private readonly decoded = new LRUCache<string, Postings[]>({ max: MAX_DECODED });

  /** The list of a term; of all that begin so where it is a prefix, one after the other. */
  listsOf(term: string, isPrefix: boolean): Postings[] {
    const key = keyOf({ term, isPrefix });
    const known = this.decoded.get(key);
    if (known) return known;
    const lists = this.lists.listsOf(term, isPrefix).map(({ docs }) => decodeDocs(docs));
    // Those of all that begins so may be many.
    if (!isPrefix) this.decoded.set(key, lists);
    return lists;
  }

  /** The terms of those that it lacks; those that are gone in the meantime have none. */
  async readMissing(docs: readonly number[]): Promise<Vector[]> {
    const missing = docs.filter((doc) => !this.docs.has(doc));
    const vectors: Vector[] = [];
    for (let from = 0; from < missing.length; from += VECTORS_AT_ONCE) {
      const rows = await queryBytes<Vector>({
        name: "search_vectors",
        text: `SELECT doc, tsvectorsend(terms) AS vector FROM article_search
          WHERE doc = ANY($1::int[]) ORDER BY doc`,
        values: [missing.slice(from, from + VECTORS_AT_ONCE)],
      });
      vectors.push(...rows);
    }
    return vectors;
  }

  add(vectors: readonly Vector[]): void {
    if (vectors.length > 0) this.decoded.clear();
    for (const { doc, vector } of vectors) {
      this.docs.add(doc);
      this.lists.add(doc, vector);
    }
  }
}
