/** Which saved searches a browser remembers: a cookie of their secrets, that of the last saved first. */
import { MAX_SAVED_PER_BROWSER, secretSchema } from "#lib/saved-searches/schema.ts";

/** No browser keeps a cookie for longer. */
const MAX_AGE_S = 400 * 24 * 60 * 60;
const SEPARATOR = ".";

/** The attributes of the cookie; only the pages of saved searches ever get to see it. */
export function tokensCookie(archiveUrl: string) {
  const secure = archiveUrl.startsWith("https:");
  const name = `${secure ? "__Secure-" : ""}saved-searches`;
  return {
    name,
    path: "/saved",
    httpOnly: true,
    sameSite: "lax",
    secure,
    maxAge: MAX_AGE_S,
  } as const;
}

/** What a cookie's value holds. Never throws: what is no secret is left out. */
export function readTokens(value: string | undefined): string[] {
  const tokens = (value ?? "")
    .split(SEPARATOR)
    .filter((token) => secretSchema.safeParse(token).success);
  return [...new Set(tokens)].slice(0, MAX_SAVED_PER_BROWSER);
}

export function writeTokens(tokens: readonly string[]): string {
  return tokens.join(SEPARATOR);
}
