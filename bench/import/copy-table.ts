import { finished } from "node:stream/promises";
import type pg from "pg";
import { from as copyFrom } from "pg-copy-streams";
import type { CorpusArticle } from "./corpus.ts";

// The terms as the archive's search row has them, by the database itself as there.
const TABLE = `
  CREATE TABLE copied_articles (
    headline text NOT NULL,
    body text NOT NULL,
    published_on date NOT NULL,
    outlet text,
    url text,
    terms tsvector GENERATED ALWAYS AS (
      article_terms(headline, '', body)) STORED
  );
  CREATE INDEX copied_articles_terms ON copied_articles USING gin (terms) WITH (fastupdate = off)`;
const COPY = "COPY copied_articles (headline, body, published_on, outlet, url) FROM STDIN";
const ESCAPES: Record<string, string> = { "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t" };

/** One table with nothing but the articles and the same full-text index. */
export async function createCopyTable(client: pg.Client): Promise<void> {
  await client.query(TABLE);
}

/** Copies articles into it in one transaction; returns the milliseconds from first byte to commit. */
export async function copyArticles(client: pg.Client, articles: CorpusArticle[]): Promise<number> {
  const bytes = Buffer.from(articles.map(toLine).join(""));
  const begun = performance.now();
  const stream = client.query(copyFrom(COPY));
  stream.end(bytes);
  await finished(stream);
  return performance.now() - begun;
}

function toLine({ title, body, publishedOn, outlet, url }: CorpusArticle): string {
  const fields = [title, body, publishedOn, outlet, url];
  return `${fields.map((field) => (field === null || field === undefined ? "\\N" : escape(field))).join("\t")}\n`;
}

function escape(field: string): string {
  return field.replaceAll(/[\\\n\r\t]/g, (character) => ESCAPES[character] as string);
}
