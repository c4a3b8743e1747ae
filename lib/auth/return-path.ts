const HOME = "/admin";

/**
 * The path to go back to after signing in: `from` where it is an address on this site, else the
 * admin's first page. Resolved as a browser would, so that `//host`, `/\host` and the like, which
 * browsers take for another site, are not followed.
 */
export function toReturnPath(from: string | null | undefined): string {
  if (!from?.startsWith("/")) return HOME;
  const base = "http://archive.invalid";
  const url = URL.canParse(from, base) ? new URL(from, base) : null;
  if (url?.origin !== base || url.pathname.startsWith("//")) return HOME;
  return url.pathname + url.search;
}

/** The address of the sign-in form that leads back to `path`. */
export function signInPath(path: string): string {
  const from = toReturnPath(path);
  return from === HOME ? "/sign-in" : `/sign-in?from=${encodeURIComponent(from)}`;
}
