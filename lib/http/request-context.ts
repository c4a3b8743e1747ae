import { AsyncLocalStorage } from "node:async_hooks";

export type RequestContext = {
  /** Names this request in logs, in errors and in the `X-Request-Id` header. */
  requestId: string;
  /** Address of the peer, for rate limits. */
  clientAddress: string;
  /** Path and query as asked for. */
  path: string;
  /** Status that a page asked for, where Next itself offers it none. */
  documentStatus?: number;
  /** The page is only read: it is sent without React's runtime and without the data for it. */
  withoutFramework?: boolean;
  /** The page is made to stand in a frame of any other site. */
  isFramable?: boolean;
};

// The server and Next's bundles load this module separately but share the process.
const holder = globalThis as typeof globalThis & {
  archiveRequestContext?: AsyncLocalStorage<RequestContext>;
};
const storage = (holder.archiveRequestContext ??= new AsyncLocalStorage());

/** Runs `work` so that everything it calls can ask for the context of its request. */
export function withRequestContext<T>(context: RequestContext, work: () => T): T {
  return storage.run(context, work);
}

/** The context of the request being answered; outside the server, a placeholder. */
export function getRequestContext(): RequestContext {
  return storage.getStore() ?? { requestId: "none", clientAddress: "unknown", path: "/" };
}

/** Gives the page being rendered an HTTP status, such as 410 for a withdrawn article. */
export function setDocumentStatus(status: number): void {
  const context = storage.getStore();
  if (context) context.documentStatus = status;
}

/**
 * Says that the page being rendered has no part that React runs in the browser. Nothing of it may
 * be a client component, which the linter sees to.
 */
export function serveWithoutFramework(): void {
  const context = storage.getStore();
  if (context) context.withoutFramework = true;
}

/** Says that the page being rendered may stand in another site's frame. No other page may. */
export function allowFraming(): void {
  const context = storage.getStore();
  if (context) context.isFramable = true;
}
