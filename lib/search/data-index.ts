/** The search's index as a process holds it: what is known of each article, and the latest ones. */
import { queryBytes, inSnapshot, type ByteRow } from "#lib/db/bytes.ts";
import { StandingQuestion } from "#lib/db/standing-question.ts";
import { requireDatabaseUrl } from "#lib/env.ts";
import { isDatabaseAway } from "#lib/errors.ts";
import { FreshArticles } from "#lib/search/data-fresh.ts";
import { ArticleColumns } from "#lib/search/index/article-columns.ts";
import { readInts, readRows } from "#lib/search/index/article-row.ts";
import { TermCache } from "#lib/search/index/term-cache.ts";

const ROWS_AT_ONCE = 50_000;
/** Numbers that are gone are told of for two days; a process that did not ask for one begins anew. */
const MAX_AGE_MS = 86_400_000;

/** The index at one moment; what is known of the articles goes on changing. */
export type IndexView = {
  /** Another one after every change. */
  version: number;
  /** True while nothing has changed since that version. */
  isCurrent(version: number): boolean;
  columns: ArticleColumns;
  segments: readonly number[];
  /** Articles that are in none of the segments. */
  fresh: FreshArticles;
  cache: TermCache;
};

type StateRow = ByteRow & {
  epoch: string;
  snapshot: string;
  segments: Buffer | null;
  pending: Buffer | null;
};
type ChangesRow = StateRow & { changed: Buffer | null; gone: Buffer | null };
/**
 * When it was asked for: by the clock of the process (`performance.now`), and by that of the world, which goes on
 * while a machine sleeps.
 */
type Moment = { sinceStart: number; date: number };
type State = { epoch: string; snapshot: string; askedAt: Moment; view: IndexView };

// The table's own number tells an archive that was restored from a copy of itself.
const MOMENT = `
  SELECT epoch || ' ' || 'article_search'::regclass::oid AS epoch,
    pg_current_snapshot()::text AS snapshot`;
const STATE = `${MOMENT},
    (SELECT string_agg(int4send(id), '' ORDER BY id) FROM search_segments) AS segments,
    (SELECT string_agg(int4send(doc), '' ORDER BY doc) FROM search_pending) AS pending`;
/**
 * Of what was restored from another cluster the transactions are yet to come: it was read at first.
 * The lower bound is a value ($2): what a function will give PostgreSQL cannot estimate, and would look
 * through all rows.
 */
const UNSEEN = (column: string) =>
  `${column} >= $2::xid8
    AND ${column} < pg_snapshot_xmax(pg_current_snapshot())
    AND NOT pg_visible_in_snapshot(${column}, $1::pg_snapshot)`;
/** The first of a snapshot's three parts: what is older it has seen. */
const oldestOf = (snapshot: string): string => snapshot.slice(0, snapshot.indexOf(":"));

class SearchIndex {
  private readonly moment: StandingQuestion;
  private state: State | null = null;
  private version: number;
  private running: Promise<IndexView> | null = null;
  private next: Promise<IndexView> | null = null;
  private isLoaded = false;
  /** Told when lists that were held are lost. */
  private readonly listeners = new Set<() => void>();

  /** Versions are above that of an index that it takes the place of. */
  constructor(url: string, before: SearchIndex | undefined) {
    this.moment = new StandingQuestion(url, `${MOMENT} FROM search_state`);
    this.version = before?.version ?? 0;
    before?.moment.close();
  }

  /** Calls back, until what it returns is called. */
  whenListsAreLost(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** The index with all that was stored before `since`. Those who ask at once share one answer. */
  view(since: number): Promise<IndexView> {
    if (this.state && this.state.askedAt.sinceStart > since)
      return Promise.resolve(this.state.view);
    if (this.next) return this.next;
    const before = this.running;
    if (!before) return this.run();
    // What runs may have looked before this call; the next one has not begun.
    this.next = before.then(
      () => this.runNext(),
      () => this.runNext(),
    );
    return this.next;
  }

  private runNext(): Promise<IndexView> {
    this.next = null;
    return this.run();
  }

  private run(): Promise<IndexView> {
    const running = this.refreshed().finally(() => {
      if (this.running === running) this.running = null;
    });
    this.running = running;
    return running;
  }

  private async refreshed(): Promise<IndexView> {
    const { state } = this;
    if (state === null || Date.now() - state.askedAt.date > MAX_AGE_MS) return this.load();
    const askedAt = now();
    if (await this.isSameMoment(state)) {
      this.state = { ...state, askedAt };
      return state.view;
    }
    try {
      return await this.refresh(state);
    } catch (error) {
      // Too much may have changed to be told at once; what is loaded anew comes in pieces.
      if (!isDatabaseAway(error)) this.state = null;
      throw error;
    }
  }

  private async refresh(state: State): Promise<IndexView> {
    const askedAt = now();
    const [row] = await queryBytes<ChangesRow>({
      name: "search_changes",
      text: `${STATE},
        (SELECT string_agg(search_row(item), '') FROM article_search item
          WHERE ${UNSEEN("item.changed_in")}) AS changed,
        (SELECT string_agg(int4send(doc), '') FROM search_gone
          WHERE ${UNSEEN("gone_in")}) AS gone
        FROM search_state`,
      values: [state.snapshot, oldestOf(state.snapshot)],
    });
    if (row === undefined || row.epoch !== state.epoch) return this.load();
    const segments = readInts(row.segments);
    const isSame = segments.join() === state.view.segments.join();
    const fresh = isSame ? state.view.fresh : new FreshArticles();
    const vectors = await fresh.readMissing(readInts(row.pending));
    // From here on in one go: a search sees an article with its terms, or not yet.
    const isChanged = !isSame || row.gone !== null || row.changed !== null || vectors.length > 0;
    if (isChanged) this.version++;
    const { columns, cache } = state.view;
    for (const doc of readInts(row.gone)) columns.remove(doc);
    if (row.changed) for (const item of readRows(row.changed)) columns.set(item);
    fresh.add(vectors);
    if (!isSame) cache.keepOnly(segments);
    const view = { ...state.view, version: this.version, segments, fresh };
    this.state = { epoch: row.epoch, snapshot: row.snapshot, askedAt, view };
    if (!isSame) this.tellOfLoss();
    return view;
  }

  /**
   * True where nothing at all was committed since: the same transactions are visible. Most searches ask no
   * more than this, which takes a quarter of the time of asking what has changed.
   */
  private async isSameMoment({ epoch, snapshot }: State): Promise<boolean> {
    const answer = await this.moment.ask();
    return answer !== null && answer[0] === epoch && answer[1] === snapshot;
  }

  private async load(): Promise<IndexView> {
    this.state = null;
    const askedAt = now();
    const columns = new ArticleColumns();
    const { state, pending } = await inSnapshot(async (query) => {
      const [first] = await query<StateRow & { last: number | null }>({
        text: `${STATE}, (SELECT max(doc) FROM article_search) AS last FROM search_state`,
      });
      if (!first) throw new RangeError("The row of search_state is missing.");
      await readArticles(query, first.last ?? 0, columns);
      return { state: first, pending: readInts(first.pending) };
    });
    const { epoch, snapshot } = state;
    const fresh = new FreshArticles();
    fresh.add(await fresh.readMissing(pending));
    const version = ++this.version;
    const view: IndexView = {
      ...{ version, columns, segments: readInts(state.segments), fresh, cache: new TermCache() },
      isCurrent: (other) => other === this.version,
    };
    this.state = { epoch, snapshot, askedAt, view };
    // With the index before it, its lists are gone.
    if (this.isLoaded) this.tellOfLoss();
    this.isLoaded = true;
    return view;
  }

  private tellOfLoss(): void {
    for (const tell of this.listeners) tell();
  }
}

type Query = Parameters<Parameters<typeof inSnapshot>[0]>[0];

/** Takes in all articles up to a number, the last of each part first: room is made once. */
async function readArticles(query: Query, last: number, columns: ArticleColumns): Promise<void> {
  const read = (from: number) => {
    const rows = query<{ rows: Buffer | null }>({
      text: `SELECT string_agg(search_row(item), '' ORDER BY doc DESC) AS rows
        FROM article_search item WHERE doc >= $1 AND doc < $2`,
      values: [from, from + ROWS_AT_ONCE],
    });
    // Where those before it fail, nobody waits for it.
    rows.catch(() => undefined);
    return rows;
  };
  let next = read(0);
  for (let from = 0; from <= last; from += ROWS_AT_ONCE) {
    const [row] = await next;
    // The database packs the next ones while these are taken in.
    if (from + ROWS_AT_ONCE <= last) next = read(from + ROWS_AT_ONCE);
    if (row?.rows) for (const item of readRows(row.rows)) columns.set(item);
  }
}

const now = (): Moment => ({ sinceStart: performance.now(), date: Date.now() });

type Held = { url: string; index: SearchIndex };
// Next loads this module once per bundle; the process keeps one index.
const holder = globalThis as typeof globalThis & { archiveSearch?: Held };

/**
 * The index of the archive, with all that was stored before `since` (by `performance.now`): before the call, or
 * before the request began for which it is asked once more.
 */
export function viewIndex(since = performance.now()): Promise<IndexView> {
  return getIndex().view(since);
}

/**
 * Calls back whenever lists that were held are lost, since segments were made or joined or all was read anew, until
 * what it returns is called.
 */
export function whenListsAreLost(listener: () => void): () => void {
  return getIndex().whenListsAreLost(listener);
}

function getIndex(): SearchIndex {
  const url = requireDatabaseUrl();
  if (holder.archiveSearch?.url !== url) {
    const index = new SearchIndex(url, holder.archiveSearch?.index);
    holder.archiveSearch = { url, index };
  }
  return holder.archiveSearch.index;
}
