import { existsSync, mkdtempSync, renameSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { DatabaseSync, type StatementSync } from "node:sqlite";
import { readJsonLines } from "../data/json-lines.ts";

const INSERTED_AT_ONCE = 5_000;
const CACHE = "PRAGMA cache_size = -262144";

type Texts = { folder: string | undefined; data: string; articles: number };

/** SQLite's FTS5 over the same texts as often as the archive has them, in the order of their days. */
export class FullTextReference {
  private readonly database: DatabaseSync;
  /** What goes with it when it is closed. */
  private readonly temporary: string | null;
  private readonly count: StatementSync;
  private readonly newest: StatementSync;
  private readonly best: StatementSync;

  private constructor(file: string, temporary: string | null) {
    const database = new DatabaseSync(file, { readOnly: true });
    database.exec(CACHE);
    this.database = database;
    this.temporary = temporary;
    const select = (what: string) => database.prepare(`${what} FROM texts WHERE texts MATCH ?`);
    this.count = select("SELECT count(*)");
    this.newest = database.prepare(
      "SELECT rowid FROM texts WHERE texts MATCH ? ORDER BY rowid DESC LIMIT 20",
    );
    this.best = database.prepare(
      "SELECT rowid FROM texts WHERE texts MATCH ? ORDER BY rank LIMIT 20",
    );
  }

  /**
   * The one that a run before left in the folder, or else a new one; without a folder it is gone at the
   * end. At a million articles it takes a quarter of an hour to make.
   */
  static async open({ folder, data, articles }: Texts): Promise<FullTextReference> {
    const place = folder ?? mkdtempSync(path.join(tmpdir(), "archive-reference-"));
    const file = path.join(place, `reference-${articles}.sqlite`);
    if (!existsSync(file)) {
      const draft = `${file}.draft`;
      await build(draft, data, articles);
      renameSync(draft, file);
    }
    return new FullTextReference(file, folder === undefined ? place : null);
  }

  /** Milliseconds of the three. `query` is in FTS5's own language. */
  time(query: string): { count: number; newest: number; best: number } {
    return {
      count: timed(() => this.count.get(query)),
      newest: timed(() => this.newest.all(query)),
      best: timed(() => this.best.all(query)),
    };
  }

  close(): void {
    this.database.close();
    if (this.temporary) rmSync(this.temporary, { recursive: true });
  }
}

/** Without the texts themselves, as the archive's index is: only what finds and ranks them. */
async function build(file: string, data: string, articles: number): Promise<void> {
  rmSync(file, { force: true });
  const database = new DatabaseSync(file);
  database.exec(`
    PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; ${CACHE};
    CREATE VIRTUAL TABLE texts USING fts5 (title, body, content = '', tokenize = 'porter unicode61')`);
  const insert = database.prepare("INSERT INTO texts (rowid, title, body) VALUES (?, ?, ?)");
  let stored = 0;
  database.exec("BEGIN");
  while (stored < articles) {
    for await (const { title, body } of readJsonLines<{ title: string; body: string }>(data)) {
      if (stored >= articles) break;
      insert.run(++stored, title, body);
      if (stored % INSERTED_AT_ONCE === 0) database.exec("COMMIT; BEGIN");
    }
  }
  database.exec("COMMIT; INSERT INTO texts (texts) VALUES ('optimize')");
  database.close();
}

/** A query of the archive's language as FTS5 takes it; null where it has no such thing. */
export function toFullTextQuery(q: string): string | null {
  const near = /^(\w+) near\/(\d+) (\w+)$/.exec(q);
  // Between two words that are five apart stand four.
  if (near) return `NEAR(${near[1]} ${near[3]}, ${Number(near[2]) - 1})`;
  const negated = /^(\w+) -(\w+)$/.exec(q);
  if (negated) return `${negated[1]} NOT ${negated[2]}`;
  if (/^"[\w ]+"$/.test(q) || /^\w+\*$/.test(q)) return q;
  return q.split(" ").join(" AND ");
}

function timed(work: () => unknown): number {
  const begun = performance.now();
  work();
  return performance.now() - begun;
}
