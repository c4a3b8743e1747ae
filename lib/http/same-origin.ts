import { AppError } from "#lib/errors.ts";

/**
 * The gate of handlers that act for whoever is signed in: server actions have one of their own.
 * Throws `AppError` "forbidden" where a page of another site sent this.
 */
export function requireSameOrigin({ headers }: Request): void {
  const site = headers.get("sec-fetch-site");
  const origin = headers.get("origin");
  const isOurs = site
    ? site === "same-origin"
    : origin === null || hostOf(origin) === headers.get("host");
  if (isOurs) return;
  throw new AppError("forbidden", "This was sent from another site. Nothing was done.");
}

function hostOf(origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).host : null;
}
