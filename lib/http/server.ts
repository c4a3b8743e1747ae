import { randomBytes, randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import path from "node:path";
import next from "next";
import { currentContentVersion, listenForContentChanges } from "#lib/db/content-version.ts";
import { getEnv, requireDatabaseUrl } from "#lib/env.ts";
import { httpStatusOf, type AppError } from "#lib/errors.ts";
import { limitBodyTime } from "#lib/http/body-time.ts";
import { bufferBody } from "#lib/http/buffered-body.ts";
import {
  BROKEN_ADDRESS,
  DATABASE_AWAY,
  errorDocument,
  TOO_LARGE,
  type Fault,
} from "#lib/http/error-document.ts";
import {
  finishResponse,
  sendFinished,
  type FinishedResponse,
} from "#lib/http/finished-response.ts";
import { limitPage } from "#lib/http/page-limit.ts";
import { problemHeaders } from "#lib/http/problem.ts";
import { cacheKeyOf, getCached, putCached } from "#lib/http/page-cache.ts";
import { withRequestContext, type RequestContext } from "#lib/http/request-context.ts";
import { secureDocument, withoutMarkedScripts } from "#lib/http/secure-document.ts";
import {
  contentSecurityPolicy,
  developmentContentSecurityPolicy,
  securityHeaders,
} from "#lib/http/security-headers.ts";
import { log } from "#lib/log.ts";

const PROJECT_DIR = path.resolve(import.meta.dirname, "../..");
const CLOSE_TIMEOUT_MS = 5_000;
const HEADERS_TIMEOUT_MS = 15_000;
/** What a server action takes: `bodySizeLimit` in next.config.js. */
const MAX_FORM_BYTES = 6 * 1024 * 1024;
const FINISHED_TYPES =
  /^(text\/(html|css|plain|javascript|x-component)|application\/(json|javascript|xml|rss\+xml|atom\+xml|feed\+json|problem\+json|manifest\+json)|image\/svg\+xml)/;

/** Pages and feeds; what Next keeps as files it serves itself. */
const KEPT_TYPES = /^(text\/html|application\/(xml|rss\+xml|atom\+xml|feed\+json))/;

const PERMANENT_REDIRECTS = new Set([301, 308]);

/** Nonce that marks the scripts of our own renderer; see `secureDocument`. */
const SCRIPT_MARKER = randomBytes(18).toString("base64url");

export type ServerOptions = { port: number; host?: string; dev?: boolean };
export type RunningServer = { address: string; close(): Promise<void> };
type Handler = (req: IncomingMessage, res: ServerResponse) => Promise<void>;
type Answer = (req: IncomingMessage, res: ServerResponse, context: RequestContext) => Promise<void>;

/**
 * Serves the archive: Next renders, and this wraps its answers in what Next leaves open, namely a
 * content security policy without `unsafe-inline`, compression, and a memory of finished pages
 * that is dropped when public content changes. Rejects with Node's own error where the port is
 * taken. `close` lets answers in progress finish, for five seconds at most.
 */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { port, host = "127.0.0.1", dev = false } = options;
  const app = next({ dev, dir: PROJECT_DIR, hostname: host, port });
  await app.prepare();
  const handle = app.getRequestHandler();
  const upgrade = app.getUpgradeHandler();
  const answer: Answer = dev ? serveInDevelopment(handle) : serveFinished(handle);
  const server = createServer((req, res) => {
    const context = contextOf(req);
    prepareExchange(req, res, context.requestId);
    limitBodyTime(req);
    withRequestContext(context, () => answer(req, res, context)).catch((error: unknown) => {
      log.error({ err: error, requestId: context.requestId }, "request failed");
      if (!res.headersSent) res.statusCode = 500;
      res.end();
    });
  });
  // `limitBodyTime` sees to it instead.
  server.requestTimeout = 0;
  server.headersTimeout = HEADERS_TIMEOUT_MS;
  if (dev) server.on("upgrade", (req, socket, head) => void upgrade(req, socket, head));
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject).listen(port, host, resolve);
  });
  const stopListening = listenForContentChanges(requireDatabaseUrl());
  return {
    address: getEnv().ARCHIVE_URL,
    async close() {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeIdleConnections();
      setTimeout(() => server.closeAllConnections(), CLOSE_TIMEOUT_MS).unref();
      await closed;
      await stopListening();
      await app.close();
    },
  };
}

function contextOf(req: IncomingMessage): RequestContext {
  const forwarded = getEnv().TRUST_PROXY === "on" ? req.headers["x-forwarded-for"] : undefined;
  const nearestHop = String(forwarded ?? "")
    .split(",")
    .at(-1)
    ?.trim();
  return {
    requestId: randomUUID(),
    clientAddress: nearestHop || (req.socket.remoteAddress ?? "unknown"),
    path: req.url ?? "/",
  };
}

function prepareExchange(req: IncomingMessage, res: ServerResponse, requestId: string): void {
  const isHttps = getEnv().ARCHIVE_URL.startsWith("https:");
  for (const [name, value] of Object.entries(securityHeaders(isHttps))) res.setHeader(name, value);
  res.setHeader("X-Request-Id", requestId);
  // Next reads the nonce for its scripts from the policy of the request.
  req.headers["content-security-policy"] = `script-src 'nonce-${SCRIPT_MARKER}'`;
}

function serveInDevelopment(handle: Handler): Answer {
  return (req, res, context) => {
    const writeHead = res.writeHead.bind(res) as (...all: unknown[]) => ServerResponse;
    res.writeHead = ((status: number, ...rest: unknown[]) =>
      writeHead(context.documentStatus ?? status, ...rest)) as ServerResponse["writeHead"];
    delete req.headers["content-security-policy"];
    res.setHeader("Content-Security-Policy", developmentContentSecurityPolicy());
    return handle(req, res);
  };
}

function serveFinished(handle: Handler): Answer {
  return async (req, res, context) => {
    const refusal = refusalOf(req);
    if (refusal) return refuse(req, res, refusal);
    // Asked for without its body, a page is made all the same, or its length would not be known.
    if (req.method === "HEAD") req.method = "GET";
    const key = cacheKeyOf(req);
    const cached = key && getCached(key);
    if (cached) return sendFinished(req, res, cached);
    const excess = await limitPage(context.path, context.clientAddress);
    if (excess) return refuse(req, res, toRefusal(excess));
    const contentVersion = currentContentVersion();
    completeHead(res);
    const type = () => String(res.getHeader("Content-Type") ?? "");
    bufferBody(
      res,
      () => FINISHED_TYPES.test(type()) && !res.hasHeader("Content-Encoding"),
      (body, end) => {
        const status = context.documentStatus ?? res.statusCode;
        const fault = status === 503 ? DATABASE_AWAY : undefined;
        const page = isFault(status, type())
          ? Buffer.from(errorDocument(context.requestId, fault))
          : body;
        const response = finish(res, status, page, context);
        if (key && KEPT_TYPES.test(type())) {
          response.headers["cache-control"] = "public, max-age=0, must-revalidate";
          putCached(key, contentVersion, response);
        }
        void sendFinished(req, res, response, (sent) => end(sent ?? Buffer.alloc(0)));
      },
    );
    await handle(req, res);
  };
}

type Refusal = { status: number; fault: Fault; headers?: Record<string, string> };

/** What Next would answer with a fault of its own, without a word on what to do. */
function refusalOf({ method, url = "", headers }: IncomingMessage): Refusal | null {
  try {
    decodeURI(url);
  } catch {
    return { status: 400, fault: BROKEN_ADDRESS };
  }
  const isForm = method === "POST" && !url.startsWith("/api/");
  const isTooLarge = isForm && Number(headers["content-length"] ?? 0) > MAX_FORM_BYTES;
  return isTooLarge ? { status: 413, fault: TOO_LARGE } : null;
}

function toRefusal(error: AppError): Refusal {
  const fault = { title: "Please wait a little", advice: error.message };
  return { status: httpStatusOf(error.code), fault, headers: problemHeaders(error) };
}

function refuse(req: IncomingMessage, res: ServerResponse, refusal: Refusal): void {
  // Read to its end, or the browser shows a broken connection instead of the page.
  req.resume();
  res.writeHead(refusal.status, {
    ...refusal.headers,
    "Content-Type": "text/html; charset=utf-8",
    "Content-Security-Policy": contentSecurityPolicy([]),
  });
  res.end(errorDocument("", refusal.fault));
}

function isFault(status: number, type: string): boolean {
  return status >= 500 && type.startsWith("text/html");
}

/**
 * A handler may set a stricter policy of its own; Next drops it where there is one already. What
 * moved for good may move back, since merges can be undone, so no browser keeps that by itself.
 */
function completeHead(res: ServerResponse): void {
  const writeHead = res.writeHead.bind(res) as (...all: unknown[]) => ServerResponse;
  res.writeHead = ((...all: unknown[]) => {
    if (!res.hasHeader("Content-Security-Policy")) {
      res.setHeader("Content-Security-Policy", contentSecurityPolicy([]));
    }
    if (PERMANENT_REDIRECTS.has(res.statusCode)) res.setHeader("Cache-Control", "no-cache");
    return writeHead(...all);
  }) as ServerResponse["writeHead"];
}

function finish(
  res: ServerResponse,
  status: number,
  body: Buffer,
  { withoutFramework = false, isFramable = false }: RequestContext,
): FinishedResponse {
  const headers = Object.fromEntries(
    Object.entries(res.getHeaders()).filter(([name]) => !/^(x-request-id|vary|etag)$/.test(name)),
  ) as FinishedResponse["headers"];
  const type = String(headers["content-type"]);
  // What came in from outside has a policy of its own, stricter than any page of ours.
  if (headers["content-security-policy"]) return finishResponse(status, headers, body);
  if (!type.startsWith("text/html")) {
    headers["content-security-policy"] = contentSecurityPolicy([]);
    // Next names the marker in what it sends to its own router, too.
    const isFlight = type.startsWith("text/x-component");
    const plain = isFlight ? Buffer.from(body.toString().replaceAll(SCRIPT_MARKER, "")) : body;
    return finishResponse(status, headers, plain);
  }
  const marked = body.toString();
  const { html, scriptHashes } = secureDocument(
    withoutFramework ? withoutMarkedScripts(marked, SCRIPT_MARKER) : marked,
    SCRIPT_MARKER,
  );
  headers["content-security-policy"] = contentSecurityPolicy(scriptHashes, { isFramable });
  const finished = finishResponse(status, headers, Buffer.from(html));
  if (!isFramable) return finished;
  delete headers["x-frame-options"];
  headers["cross-origin-resource-policy"] = "cross-origin";
  return { ...finished, withoutHeaders: ["X-Frame-Options"] };
}
