import { Agent, request, type Dispatcher } from "undici";
import { getEnv } from "#lib/env.ts";
import { AppError } from "#lib/errors.ts";
import { ACCEPTED_CODINGS, discard, readBounded } from "#lib/http/bounded-body.ts";
import { lookupPublic, requirePublicHost } from "#lib/http/public-address.ts";
import { isAllowedByRobots, type RobotsAnswer } from "#lib/http/robots.ts";

const PRODUCT = "DiplomacyArchive";
const CONNECT_TIMEOUT_MS = 5_000;
const FETCH_TIMEOUT_MS = 20_000;
const MAX_REDIRECTS = 5;
const MAX_ADDRESS_LENGTH = 2_000;
const MAX_ROBOTS_BYTES = 512 * 1024;
const REDIRECTS = new Set([301, 302, 303, 307, 308]);
const REDIRECTS_FOR_GOOD = new Set([301, 308]);
const NOT_MODIFIED = 304;
const ANY = { accept: "*/*" };
const PAGES = "text/html, application/xhtml+xml, application/xml;q=0.9, */*;q=0.8";
const FEEDS =
  "application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.9, */*;q=0.5";

export type FetchedPage = {
  /** Where it was found in the end, after redirects. */
  url: string;
  /** Decompressed, otherwise as sent. */
  bytes: Uint8Array;
  /** As the site declares them; null where it does not. */
  mediaType: string | null;
  charset: string | null;
};

/** What a site said of a file besides the file itself, to be given back at the next asking. */
export type Validators = { etag: string | null; lastModified: string | null };

export type Refetched = Validators & {
  /** Null: as it was when the site gave these validators. */
  page: FetchedPage | null;
  /** Where it stands from now on, if the site said so; null for detours. */
  movedTo: string | null;
  /** How long it is not going to change, as the site says; 0 where it does not. */
  freshSeconds: number;
};

export type FetchOptions = {
  /** Ends the fetching early; then it throws as for a site that cannot be reached. */
  signal?: AbortSignal;
};

type Answer = Dispatcher.ResponseData<null>;
type Found = { url: URL; answer: Answer; movedTo: string | null };

/**
 * Fetches a page or file from the web for the archive: http and https only, never from a private
 * network (after each redirect and each answer of the DNS), as the site's robots.txt allows, within
 * 20 seconds, five redirects and `maxBytes`. Throws `AppError` that says what to do instead; where
 * the site answered, its `details` have the `status`, and `retryAfterSeconds` where it asked for that.
 */
export async function fetchOutside(
  address: string,
  maxBytes: number,
  { signal }: FetchOptions = {},
): Promise<FetchedPage> {
  return await inSession(signal, async (session) => {
    const { url, answer } = await follow(session, address, { accept: PAGES });
    return await toPage(url, answer, maxBytes);
  });
}

/** As `fetchOutside`, for a feed that may have been had before: its bytes come only if it has changed. */
export async function fetchIfChanged(
  address: string,
  maxBytes: number,
  { etag, lastModified }: Validators,
  { signal }: FetchOptions = {},
): Promise<Refetched> {
  const conditions = {
    ...(etag && { "if-none-match": etag }),
    ...(lastModified && { "if-modified-since": lastModified }),
  };
  return await inSession(signal, async (session) => {
    const { url, answer, movedTo } = await follow(session, address, {
      accept: FEEDS,
      ...conditions,
    });
    const isUnchanged = answer.statusCode === NOT_MODIFIED && Object.keys(conditions).length > 0;
    if (isUnchanged) discard(answer.body);
    return {
      page: isUnchanged ? null : await toPage(url, answer, maxBytes),
      movedTo,
      etag: validatorOf(answer, "etag") ?? (isUnchanged ? etag : null),
      lastModified: validatorOf(answer, "last-modified") ?? (isUnchanged ? lastModified : null),
      freshSeconds: freshSecondsOf(answer),
    };
  });
}

type Session = { agent: Agent; allowedHosts: ReadonlySet<string>; signal: AbortSignal };

async function inSession<T>(
  signal: AbortSignal | undefined,
  work: (session: Session) => Promise<T>,
): Promise<T> {
  const session = openSession(signal);
  try {
    return await work(session);
  } catch (error) {
    throw explain(error);
  } finally {
    await session.agent.destroy();
  }
}

/** The last answer of as many as the site leads through. */
async function follow(
  session: Session,
  address: string,
  headers: Record<string, string>,
): Promise<Found> {
  let url = parseAddress(address);
  let movedTo: string | null = null;
  let isForGood = true;
  for (let redirects = 0; ; redirects++) {
    requirePublicHost(url, session.allowedHosts);
    await requireRobotsAllow(session, url);
    const answer = await ask(session, url, headers);
    const location = REDIRECTS.has(answer.statusCode) && headerOf(answer, "location");
    if (!location) return { url, answer, movedTo };
    discard(answer.body);
    if (redirects === MAX_REDIRECTS) {
      throw new AppError(
        "unavailable",
        `The site led from address to address more than ${MAX_REDIRECTS} times. Nothing was stored. Try the page's final address.`,
      );
    }
    const next = parseAddress(location, url);
    const isLessSafe = url.protocol === "https:" && next.protocol === "http:";
    isForGood &&= REDIRECTS_FOR_GOOD.has(answer.statusCode) && !isLessSafe;
    if (isForGood) movedTo = next.href;
    url = next;
  }
}

function openSession(signal: AbortSignal | undefined): Session {
  const allowedHosts = new Set(getEnv().FETCH_ALLOWED_HOSTS);
  const agent = new Agent({
    connect: { timeout: CONNECT_TIMEOUT_MS, lookup: lookupPublic(allowedHosts) },
  });
  const timeout = AbortSignal.timeout(FETCH_TIMEOUT_MS);
  return { agent, allowedHosts, signal: signal ? AbortSignal.any([signal, timeout]) : timeout };
}

function parseAddress(address: string, base?: URL): URL {
  const url = address.length <= MAX_ADDRESS_LENGTH ? URL.parse(address.trim(), base) : null;
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.password) {
    throw new AppError(
      "invalid_input",
      "This is no address of a web page that can be fetched. Give one such as https://example.org/news/article.",
    );
  }
  url.hash = "";
  return url;
}

async function ask(
  { agent, signal }: Session,
  url: URL,
  headers: Record<string, string>,
): Promise<Answer> {
  return await request(url, {
    dispatcher: agent,
    signal,
    headers: {
      "accept-encoding": ACCEPTED_CODINGS,
      "accept-language": "en-GB, en;q=0.9, *;q=0.5",
      "user-agent": `${PRODUCT}/1.0 (+${getEnv().ARCHIVE_URL}/about)`,
      ...headers,
    },
  });
}

async function requireRobotsAllow(session: Session, url: URL): Promise<void> {
  if (await isAllowedByRobots(url, PRODUCT, (robotsUrl) => loadRobots(session, robotsUrl))) return;
  throw new AppError(
    "forbidden",
    `${url.host} asks programs not to fetch this page (robots.txt), or does not answer. Nothing was stored. Save the page in your browser and bring the file.`,
  );
}

/** A redirected robots.txt is followed to another path of the same site only. */
async function loadRobots(session: Session, url: URL): Promise<RobotsAnswer | null> {
  try {
    let answer = await ask(session, url, ANY);
    const location = REDIRECTS.has(answer.statusCode) && headerOf(answer, "location");
    const next = location ? URL.parse(location, url) : null;
    if (next && next.host === url.host) {
      discard(answer.body);
      requirePublicHost(next, session.allowedHosts);
      answer = await ask(session, next, ANY);
    }
    const coding = headerOf(answer, "content-encoding");
    const bytes = await readBounded(answer.body, coding, MAX_ROBOTS_BYTES);
    return { status: answer.statusCode, text: Buffer.from(bytes).toString("utf8") };
  } catch (error) {
    if (error instanceof AppError && error.code === "invalid_input") throw error;
    return null;
  }
}

async function toPage(url: URL, answer: Answer, maxBytes: number): Promise<FetchedPage> {
  const { statusCode, body } = answer;
  if (statusCode !== 200) {
    discard(body);
    const retryAfterSeconds = secondsUntil(headerOf(answer, "retry-after"));
    throw new AppError(
      statusCode < 500 ? "not_found" : "unavailable",
      `The site answered ${statusCode}. Nothing was stored. Look whether the page opens in your browser; you can save it there and bring the file.`,
      { details: { status: statusCode, ...(retryAfterSeconds !== null && { retryAfterSeconds }) } },
    );
  }
  const contentType = headerOf(answer, "content-type") ?? "";
  return {
    url: url.href,
    bytes: await readBounded(body, headerOf(answer, "content-encoding"), maxBytes),
    mediaType: contentType.split(";")[0]?.trim().toLowerCase() || null,
    charset: /;\s*charset="?([^\s";]+)/i.exec(contentType)?.[1] ?? null,
  };
}

function headerOf({ headers }: Answer, name: string): string | undefined {
  const value = headers[name];
  return Array.isArray(value) ? value[0] : value;
}

/** A validator that can be sent back: one of reasonable length and without what would end its header. */
function validatorOf(answer: Answer, name: string): string | null {
  const value = headerOf(answer, name)?.trim() ?? "";
  return /^[\t\x20-\x7e]{1,500}$/.test(value) ? value : null;
}

/** `Retry-After` is a number of seconds or a date; null for neither. */
function secondsUntil(retryAfter: string | undefined): number | null {
  if (!retryAfter) return null;
  if (/^\s*\d{1,10}\s*$/.test(retryAfter)) return Number(retryAfter);
  const at = Date.parse(retryAfter);
  return Number.isNaN(at) ? null : Math.max(0, Math.ceil((at - Date.now()) / 1000));
}

function freshSecondsOf(answer: Answer): number {
  const said = /(?:^|[\s,])max-age\s*=\s*"?(\d{1,10})/i.exec(
    headerOf(answer, "cache-control") ?? "",
  );
  return Number(said?.[1] ?? 0);
}

/** Our own refusals come wrapped by whatever they were thrown through. */
function explain(error: unknown): AppError {
  for (let cause = error; cause; cause = (cause as { cause?: unknown }).cause) {
    if (cause instanceof AppError) return cause;
  }
  const { name, code } = error as { name?: string; code?: string };
  const isLate = name === "TimeoutError" || code === "UND_ERR_CONNECT_TIMEOUT";
  return new AppError(
    "unavailable",
    isLate
      ? `The site did not send its page within ${FETCH_TIMEOUT_MS / 1000} seconds. Nothing was stored. Try again later.`
      : "The site cannot be reached. Nothing was stored. Check the address, or try again later.",
    { cause: error },
  );
}
