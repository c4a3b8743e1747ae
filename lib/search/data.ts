import { listArticleTexts } from "#lib/articles/data-text.ts";
import { database, UNNAMED } from "#lib/db/client.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import { hasTopic, mentioned, planSearch, type SearchPlan } from "#lib/search/data-conditions.ts";
import { findNamed, listNames } from "#lib/search/data-names.ts";
import { tsqueryOf } from "#lib/search/data-tsquery.ts";
import { chooseExtract, HEADLINE_OPTIONS, partsOfMarked, toMarkable } from "#lib/search/extract.ts";
import { MAX_PAGES, PAGE_SIZE } from "#lib/search/parse-query.ts";
import type { QueryNode } from "#lib/search/query-tree.ts";
import { hasPrefix, toMarks, wantedWords, withoutNearness } from "#lib/search/text-query.ts";
import type { NameInQuery, SearchHit, SearchQuery, SearchResults } from "#lib/search/types.ts";

/** Exact rank costs some 5 µs an article, so only the newest so many hits are ranked; whole pages. */
const RANKED_CANDIDATES = 200;
/** At most as much is added to the rank of the newest hit, falling with the years. */
const RECENCY_BONUS = 0.5;
const DAYS_PER_YEAR = 365.25;
/** Topics and people are counted over the newest so many hits: some 3 µs for each of them. */
const FACETED_HITS = 20_000;
const FACET_LENGTH = 8;

const { sql } = Prisma;

type Found = Omit<SearchResults, "items" | "pageCount" | "facetsCover" | "names"> & {
  ids: string[];
};
type Asked = SearchPlan & {
  /** False where nothing that was typed could be used. */
  isAsked: boolean;
  names: NameInQuery[];
};

/**
 * The published articles that meet a query: one page of them, with extracts, and what all of them
 * add up to. Never throws on what a reader typed. The database answers in about 5 ms for a few
 * hundred hits among 10,000 articles.
 */
export async function searchArticles(query: SearchQuery): Promise<SearchResults> {
  const asked = await planOf(query);
  const { ids, ...found } = await findHits(query, asked);
  return {
    ...found,
    items: await describeHits(ids, query.tree),
    pageCount: Math.min(Math.ceil(found.total / PAGE_SIZE), MAX_PAGES),
    facetsCover: found.total > FACETED_HITS ? FACETED_HITS : null,
    names: asked.names,
  };
}

/** The ids of the hits that the archive published last, whatever day they are of. */
export async function findNewInArchive(query: SearchQuery, limit: number): Promise<string[]> {
  const rows = await database.$queryRaw<{ id: string }[]>`
    SELECT id::text FROM (${hitsOf(query, await planOf(query))}) hits
    JOIN articles ON id = article_id
    ORDER BY released_at DESC, id DESC LIMIT ${limit}`;
  return rows.map(({ id }) => id);
}

/** The ids of all hits, the newest first, 16 bytes each. */
export async function findAllIds(query: SearchQuery): Promise<Uint8Array> {
  const [row] = await database.$queryRaw<{ ids: Uint8Array | null }[]>`
    SELECT string_agg(uuid_send(article_id), ''::bytea
      ORDER BY published_on DESC, article_id DESC) AS ids
    FROM (${hitsOf(query, await planOf(query))}) hits`;
  return row?.ids ?? new Uint8Array();
}

async function planOf({ text, tree }: SearchQuery): Promise<Asked> {
  if (tree === null && text !== "")
    return { text: null, conditions: [sql`false`], isAsked: false, names: [] };
  const meaningOf = await findNamed(tree);
  const plan = planSearch(tree, meaningOf);
  const isAlone = plan.text === null || plan.conditions.length === 0;
  // Words too common to be looked for count for nothing beside what else is asked.
  const isFound = isAlone || (plan.text && (await holdsWords(plan.text)));
  return {
    ...(isFound ? plan : { ...plan, text: null }),
    isAsked: true,
    names: listNames(tree).map((node) => ({
      text: `${node.field}:${node.name}`,
      meant: meaningOf(node).labels,
    })),
  };
}

async function holdsWords(text: QueryNode): Promise<boolean> {
  const [row] = await database.$queryRaw<{ holds: boolean }[]>`
    SELECT numnode(${tsqueryOf(text)}) > 0 AS holds`;
  return row?.holds ?? false;
}

function hitsOf(query: SearchQuery, plan: SearchPlan): Prisma.Sql {
  const { text } = plan;
  const matching =
    text === null
      ? sql`(SELECT ctid AS place, * FROM article_search)`
      : sql`matching_articles(${tsqueryOf(text)})`;
  const isVaried = plan.conditions.length > 0 || (text !== null && hasPrefix(text));
  return sql`
    SELECT place, article_id, published_on, outlet_id FROM ${matching} found
    WHERE ${Prisma.join([...conditionsOf(query), ...plan.conditions], " AND ")}
    ${isVaried ? Prisma.raw(UNNAMED) : Prisma.empty}`;
}

async function findHits(query: SearchQuery, plan: Asked): Promise<Found> {
  const { text, isAsked } = plan;
  const [found] = await database.$queryRaw<[Found]>`
    WITH hits AS MATERIALIZED (
      ${hitsOf(query, plan)}
    ), counted AS (
      SELECT topic_ids, actor_ids FROM article_search WHERE ctid = ANY(ARRAY(
        SELECT place FROM hits ORDER BY published_on DESC LIMIT ${FACETED_HITS}))
    )
    SELECT
      ${orderedIds(query, text)} AS ids,
      (SELECT count(*)::int FROM hits) AS total,
      ${text === null ? sql`${isAsked}::boolean` : sql`numnode(${tsqueryOf(text)}) > 0`} AS "isSearchable",
      ${monthCounts()} AS months,
      ${topicCounts()} AS topics,
      ${peopleCounts()} AS people,
      ${outletCounts()} AS outlets`;
  return found;
}

/** What is chosen beside the words. */
function conditionsOf(query: SearchQuery): Prisma.Sql[] {
  const { from, to, topicIds, actorIds, outletSlugs } = query;
  return [
    sql`true`,
    ...(from ? [sql`published_on >= ${from}::date`] : []),
    ...(to ? [sql`published_on <= ${to}::date`] : []),
    ...topicIds.map((id) => hasTopic([id])),
    ...actorIds.map((id) => mentioned([id])),
    ...(outletSlugs.length > 0
      ? [sql`outlet_id IN (SELECT id FROM outlets WHERE slug = ANY(${outletSlugs}))`]
      : []),
  ];
}

/** The ids of one page of hits, in two steps when ranked: few candidates first, exact rank for those. */
function orderedIds({ sort, page }: SearchQuery, text: QueryNode | null): Prisma.Sql {
  const offset = (page - 1) * PAGE_SIZE;
  const window = sql`LIMIT ${PAGE_SIZE} OFFSET ${offset}`;
  if (sort !== "relevance" || text === null || offset >= RANKED_CANDIDATES) {
    const order = sort === "oldest" ? sql`ASC` : sql`DESC`;
    return sql`ARRAY(
      SELECT article_id::text FROM hits ORDER BY published_on ${order}, article_id ${order} ${window})`;
  }
  return sql`ARRAY(
    SELECT article_id::text FROM (
      SELECT article_id, published_on, ts_rank_cd(terms, ${tsqueryOf(withoutNearness(text))}, 1)
        * (1 + ${RECENCY_BONUS}::float8
          / (1 + (max(published_on) OVER () - published_on) / ${DAYS_PER_YEAR}::float8)) AS rank
      FROM article_search WHERE ctid = ANY(ARRAY(
        SELECT place FROM hits
        ORDER BY published_on DESC, article_id DESC LIMIT ${RANKED_CANDIDATES}))
    ) candidates
    ORDER BY rank DESC, published_on DESC, article_id DESC ${window})`;
}

/** In words only once grouped: turning half a million dates into text is slower than counting them. */
function monthCounts(): Prisma.Sql {
  return asJsonList(sql`
    SELECT to_char(month, 'YYYY-MM') AS month, count::int
    FROM (
      SELECT date_trunc('month', published_on::timestamp) AS month, count(*) FROM hits GROUP BY 1
    ) months
    ORDER BY 1`);
}

function topicCounts(): Prisma.Sql {
  return asJsonList(sql`
    SELECT id, label, count::int
    FROM (SELECT id, count(*) FROM (SELECT unnest(topic_ids) AS id FROM counted) each GROUP BY 1) counts
    JOIN topics USING (id)
    ORDER BY count DESC, label LIMIT ${FACET_LENGTH}`);
}

function peopleCounts(): Prisma.Sql {
  return asJsonList(sql`
    SELECT id, name AS label, count::int
    FROM (SELECT id, count(*) FROM (SELECT unnest(actor_ids) AS id FROM counted) each GROUP BY 1) counts
    JOIN actors USING (id)
    WHERE kind = 'person'
    ORDER BY count DESC, name LIMIT ${FACET_LENGTH}`);
}

function outletCounts(): Prisma.Sql {
  return asJsonList(sql`
    SELECT slug AS id, name AS label, count::int
    FROM (SELECT outlet_id, count(*) FROM hits GROUP BY 1) counts
    JOIN outlets ON outlets.id = outlet_id
    ORDER BY count DESC, name LIMIT ${FACET_LENGTH}`);
}

function asJsonList(rows: Prisma.Sql): Prisma.Sql {
  return sql`(SELECT coalesce(json_agg(entries), '[]') FROM (${rows}) entries)`;
}

async function describeHits(ids: string[], tree: QueryNode | null): Promise<SearchHit[]> {
  const articles = await listArticleTexts(ids);
  const words = wantedWords(tree);
  const plain = articles.flatMap(({ line, text: body }) => [
    line.headline,
    chooseExtract(body || (line.summary ?? ""), words),
  ]);
  const marks = toMarks(tree);
  const marked = marks === null ? plain.map(toMarkable) : await markMatches(plain, marks);
  return articles.map(({ line }, i) => ({
    ...line,
    headlineParts: partsOfMarked(marked[2 * i] ?? ""),
    extract: partsOfMarked(marked[2 * i + 1] ?? ""),
  }));
}

async function markMatches(texts: string[], marks: QueryNode): Promise<string[]> {
  const rows = await database.$queryRaw<{ marked: string }[]>`
    SELECT ts_headline('archive_english', text, ${tsqueryOf(marks)}, ${HEADLINE_OPTIONS}) AS marked
    FROM unnest(${texts.map(toMarkable)}::text[]) WITH ORDINALITY AS given (text, position)
    ORDER BY position`;
  return rows.map(({ marked }) => marked);
}
