/** A question that is asked before every search: what a pool and rows as objects cost would double its time. */
import pg from "pg";

const NAME = "standing_question";
const CONNECT_TIMEOUT_MS = 10_000;
const ANSWER_TIMEOUT_MS = 5_000;
/** Sooner than what stands between forgets a connection over which nothing goes. */
const KEEP_ALIVE_MS = 30_000;

/** The first row's columns as PostgreSQL writes them; null where there is none. */
export type Answer = readonly (string | null)[] | null;

/** A process may end while nobody asks; the client's types do not know of it. */
type Client = pg.Client & { ref(): void; unref(): void };

/** One query without parameters, over a connection of its own on which it is prepared. */
export class StandingQuestion {
  private readonly url: string;
  private readonly text: string;
  /** Null until it is first asked, and from when the connection was lost until it is asked again. */
  private connecting: Promise<Client> | null = null;

  constructor(url: string, text: string) {
    this.url = url;
    this.text = text;
  }

  /**
   * Asks, and not while it is asked; once more over another connection where the one at hand was lost since it
   * was used. Rejects where the server is away or does not answer within twenty seconds.
   */
  async ask(): Promise<Answer> {
    const { connecting } = this;
    if (connecting) {
      const answer = await this.askOver(connecting).catch(() => undefined);
      if (answer !== undefined) return answer;
    }
    return this.askOver(this.open());
  }

  private async askOver(connecting: Promise<Client>): Promise<Answer> {
    try {
      const client = await connecting;
      client.ref();
      const answer = await askOnce(client, this.text);
      client.unref();
      return answer;
    } catch (error) {
      this.drop(connecting);
      throw error;
    }
  }

  /** Gives up the connection; asked again, it opens another. */
  close(): void {
    if (this.connecting) this.drop(this.connecting);
  }

  private open(): Promise<Client> {
    const connecting = connect(this.url, () => this.drop(connecting));
    this.connecting = connecting;
    return connecting;
  }

  private drop(connecting: Promise<Client>): void {
    if (this.connecting === connecting) this.connecting = null;
    connecting.then((client) => client.end()).catch(() => undefined);
  }
}

/** `onLost` is called where it is lost while nobody asks; who asks is told by the answer. */
async function connect(url: string, onLost: () => void): Promise<Client> {
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    // A server that is gone without a word would otherwise be waited for.
    query_timeout: ANSWER_TIMEOUT_MS,
    keepAlive: true,
    keepAliveInitialDelayMillis: KEEP_ALIVE_MS,
  });
  client.on("error", onLost);
  await client.connect();
  return client as Client;
}

function askOnce(client: pg.Client, text: string): Promise<Answer> {
  return new Promise((resolve, reject) => {
    client.query(
      new Asked(text, (error, answer) => {
        if (error) reject(error);
        else resolve(answer);
      }),
    );
  });
}

/** The statements that a client has prepared, which it keeps by what a query calls itself. */
type Prepared = { parsedStatements: Record<string, string> };

/** What a client asks of a query, by the names under which it calls it. */
class Asked implements pg.Submittable {
  readonly name = NAME;
  readonly text: string;
  /** Set anew by the client, to end its own timeout. */
  callback: (error: Error | undefined, answer: Answer) => void;
  private answer: Answer = null;

  constructor(text: string, callback: Asked["callback"]) {
    this.text = text;
    this.callback = callback;
  }

  submit(connection: pg.Connection): void {
    const { stream } = connection;
    const { parsedStatements } = connection as unknown as Prepared;
    stream.cork();
    if (!parsedStatements[NAME]) connection.parse({ name: NAME, text: this.text, types: [] }, true);
    connection.bind({ portal: "", statement: NAME, values: [] }, true);
    connection.execute({ portal: "", rows: "" }, true);
    connection.sync();
    stream.uncork();
  }

  handleDataRow({ fields }: { fields: (string | null)[] }): void {
    this.answer ??= fields;
  }

  handleCommandComplete(): void {
    // All is ready a moment later.
  }

  handleReadyForQuery(): void {
    this.callback(undefined, this.answer);
  }

  handleError(error: Error): void {
    this.callback(error, null);
  }
}
