/** What a search finds, as files to work with elsewhere. */
import { Readable } from "node:stream";
import { stringify } from "csv-stringify/sync";
import { listWholeArticles, type ListedArticle } from "#lib/articles/data-listed.ts";
import { today } from "#lib/dates/today.ts";
import { getEnv } from "#lib/env.ts";
import { toBibtex, toRis } from "#lib/exchange/citation-files.ts";
import { articleCslItem } from "#lib/exchange/csl-item.ts";
import { countRequest } from "#lib/http/rate-limit.ts";
import { getRequestContext } from "#lib/http/request-context.ts";
import { listAllFound } from "#lib/search/data-addressed.ts";
import { toSlug } from "#lib/text/slug.ts";

/** A file is sent as it is made; so many articles are in memory at a time. */
export const GROUP_SIZE = 200;

type Written = { baseUrl: string; accessedOn: string };
type SearchFile = {
  mediaType: string;
  /** What stands before the first article. */
  head?: string;
  /** The articles' text is in it. */
  hasText?: boolean;
  write: (articles: ListedArticle[], written: Written) => string;
};

const COLUMNS = [
  ...["id", "url", "publishedOn", "headline", "headlineProposed", "outlet", "bylines"],
  ...["language", "rights", "verification", "topics", "actors", "summary"],
] as const;

/** The files that a search is offered as, by their ending. */
export const SEARCH_FILES = {
  csv: {
    mediaType: "text/csv; charset=utf-8; header=present",
    // Without the mark at its beginning, spreadsheets take it for the character set of their country.
    head: `\uFEFF${toCsv([[...COLUMNS]])}`,
    write: (articles, written) => toCsv(articles.map((article) => toCells(article, written))),
  },
  jsonl: {
    mediaType: "application/x-ndjson; charset=utf-8",
    hasText: true,
    write: (articles, written) =>
      articles.map((article) => `${JSON.stringify(toRecord(article, written))}\n`).join(""),
  },
  bib: {
    mediaType: "application/x-bibtex; charset=utf-8",
    write: (articles, { baseUrl, accessedOn }) =>
      articles.map((article) => toBibtex(articleCslItem(article, baseUrl, accessedOn))).join("\n"),
  },
  ris: {
    mediaType: "application/x-research-info-systems; charset=utf-8",
    write: (articles, { baseUrl, accessedOn }) =>
      articles.map((article) => toRis(articleCslItem(article, baseUrl, accessedOn))).join(""),
  },
} satisfies Record<string, SearchFile>;

/**
 * All that a search finds, the newest first, as a file of this kind, sent as it is made. JSON Lines
 * hold the text as far as rights allow. Throws `AppError` "too_many_requests" as the programs'
 * interface does.
 */
export async function searchFile(
  request: Request,
  ending: keyof typeof SEARCH_FILES,
): Promise<Response> {
  const limitHeaders = await countRequest("network", getRequestContext().clientAddress);
  const { text, groups } = await listAllFound(new URL(request.url).searchParams, GROUP_SIZE);
  const name = `${toSlug(text, "search")}-${today()}.${ending}`;
  return new Response(Readable.toWeb(Readable.from(encodeFound(ending, groups))) as BodyInit, {
    headers: {
      ...limitHeaders,
      "Content-Type": SEARCH_FILES[ending].mediaType,
      "Content-Disposition": `attachment; filename="${name}"`,
    },
  });
}

/** The articles of these groups of ids as a file of this kind, a group at a time. */
export async function* encodeFound(
  ending: keyof typeof SEARCH_FILES,
  groups: Iterable<string[]>,
): AsyncGenerator<Uint8Array> {
  const file: SearchFile = SEARCH_FILES[ending];
  const encoder = new TextEncoder();
  const written = { baseUrl: getEnv().ARCHIVE_URL, accessedOn: today() };
  if (file.head) yield encoder.encode(file.head);
  for (const ids of groups) {
    const articles = await listWholeArticles(ids, { withText: file.hasText ?? false });
    yield encoder.encode(file.write(articles, written));
  }
}

/** As a spreadsheet takes it: nothing in a cell is a formula. */
function toCsv(rows: unknown[][]): string {
  return stringify(rows, { escape_formulas: true, record_delimiter: "windows" });
}

function toRecord(article: ListedArticle, { baseUrl }: Written) {
  const { path, outlet, ...rest } = article;
  return { ...rest, url: `${baseUrl}${path}`, outlet: outlet?.name ?? null };
}

function toCells(article: ListedArticle, written: Written): unknown[] {
  const record = toRecord(article, written);
  const cells: Record<(typeof COLUMNS)[number], unknown> = {
    ...record,
    headlineProposed: String(record.headlineProposed),
    bylines: record.bylines.map(({ name }) => name).join("; "),
    topics: record.topics.join("; "),
    actors: record.actors.join("; "),
  };
  return COLUMNS.map((column) => cells[column]);
}
