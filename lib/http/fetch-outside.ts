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
const ACCEPTED = "text/html, application/xhtml+xml, application/xml;q=0.9, */*;q=0.8";

export type FetchedPage = {
  /** Where it was found in the end, after redirects. */
  url: string;
  /** Decompressed, otherwise as sent. */
  bytes: Uint8Array;
  /** As the site declares them; null where it does not. */
  mediaType: string | null;
  charset: string | null;
};

type Answer = Dispatcher.ResponseData<null>;

/**
 * Fetches a page or file from the web for the archive: http and https only, never from a private
 * network (after each redirect and each answer of the DNS), as the site's robots.txt allows, within
 * 20 seconds, five redirects and `maxBytes`. Throws `AppError` that says what to do instead.
 */
export async function fetchOutside(address: string, maxBytes: number): Promise<FetchedPage> {
  const session = openSession();
  try {
    let url = parseAddress(address);
    for (let redirects = 0; ; redirects++) {
      requirePublicHost(url, session.allowedHosts);
      await requireRobotsAllow(session, url);
      const answer = await ask(session, url);
      const location = REDIRECTS.has(answer.statusCode) && headerOf(answer, "location");
      if (!location) return await toPage(url, answer, maxBytes);
      discard(answer.body);
      if (redirects === MAX_REDIRECTS) {
        throw new AppError(
          "unavailable",
          `The site led from address to address more than ${MAX_REDIRECTS} times. Nothing was stored. Try the page's final address.`,
        );
      }
      url = parseAddress(location, url);
    }
  } catch (error) {
    throw explain(error);
  } finally {
    await session.agent.destroy();
  }
}

type Session = { agent: Agent; allowedHosts: ReadonlySet<string>; signal: AbortSignal };

function openSession(): Session {
  const allowedHosts = new Set(getEnv().FETCH_ALLOWED_HOSTS);
  const agent = new Agent({
    connect: { timeout: CONNECT_TIMEOUT_MS, lookup: lookupPublic(allowedHosts) },
  });
  return { agent, allowedHosts, signal: AbortSignal.timeout(FETCH_TIMEOUT_MS) };
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

async function ask({ agent, signal }: Session, url: URL): Promise<Answer> {
  return await request(url, {
    dispatcher: agent,
    signal,
    headers: {
      accept: ACCEPTED,
      "accept-encoding": ACCEPTED_CODINGS,
      "accept-language": "en-GB, en;q=0.9, *;q=0.5",
      "user-agent": `${PRODUCT}/1.0 (+${getEnv().ARCHIVE_URL}/about)`,
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
    let answer = await ask(session, url);
    const location = REDIRECTS.has(answer.statusCode) && headerOf(answer, "location");
    const next = location ? URL.parse(location, url) : null;
    if (next && next.host === url.host) {
      discard(answer.body);
      requirePublicHost(next, session.allowedHosts);
      answer = await ask(session, next);
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
    throw new AppError(
      statusCode < 500 ? "not_found" : "unavailable",
      `The site answered ${statusCode}. Nothing was stored. Look whether the page opens in your browser; you can save it there and bring the file.`,
      { details: { status: statusCode } },
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
