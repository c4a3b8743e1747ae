import type { NextRequest } from "next/server";
import NextAuth, { type AuthOptions } from "next-auth";
import { decode, encode } from "next-auth/jwt";
import Credentials from "next-auth/providers/credentials";
import { cookies } from "next/headers.js";
import { authenticate } from "#lib/auth/authenticate.ts";
import type { SessionClaims } from "#lib/auth/types.ts";
import { getEnv, provideNextAuthUrl, requireSessionSecret } from "#lib/env.ts";
import { getRequestContext } from "#lib/http/request-context.ts";
import { log } from "#lib/log.ts";

// The one file that knows next-auth. Its own sign-in form needs a script or leaves the archive's
// look; ours is a server action that works without a script, so it authenticates as next-auth's
// handler does (`authenticate`) and sets the very cookie that next-auth sets and reads (`encode`).

const SESSION_MAX_AGE_S = 7 * 24 * 60 * 60;

const isHttps = () => getEnv().ARCHIVE_URL.startsWith("https:");

/** next-auth's own name for it, so that its handler and ours agree. */
const cookieName = () => (isHttps() ? "__Secure-" : "") + "next-auth.session-token";

function options(): AuthOptions {
  return {
    secret: requireSessionSecret(),
    useSecureCookies: isHttps(),
    session: { strategy: "jwt", maxAge: SESSION_MAX_AGE_S },
    pages: { signIn: "/sign-in", signOut: "/sign-in", error: "/sign-in" },
    providers: [
      Credentials({
        credentials: { email: { type: "email" }, password: { type: "password" } },
        authorize: async (given) => {
          const { clientAddress } = getRequestContext();
          const { email = "", password = "" } = given ?? {};
          const claims = await authenticate({ email, password, clientAddress });
          return { id: claims.userId, ...claims };
        },
      }),
    ],
    callbacks: {
      jwt: ({ token, user }) => {
        const { userId, sessionVersion } = (user ?? token) as unknown as SessionClaims;
        return { userId, sessionVersion };
      },
    },
    logger: {
      error: (code) => log.warn({ code }, "next-auth"),
      warn: (code) => log.debug({ code }, "next-auth"),
      debug: () => undefined,
    },
  };
}

/** Answers next-auth's own addresses under `/api/auth`. */
export function answerAuthRequest(
  request: NextRequest,
  context: { params: Promise<{ nextauth: string[] }> },
): Promise<Response> {
  provideNextAuthUrl();
  return NextAuth(request, context, options()) as Promise<Response>;
}

/** What the request's session cookie says, or null without a valid one. Asks no database. */
export async function readSession(): Promise<SessionClaims | null> {
  const token = (await cookies()).get(cookieName())?.value;
  const claims = await decode({ token, secret: requireSessionSecret() }).catch(() => null);
  if (typeof claims?.userId !== "string" || typeof claims.sessionVersion !== "number") return null;
  return { userId: claims.userId, sessionVersion: claims.sessionVersion };
}

/** Signs a person in: sets their session cookie in the answer to this request. */
export async function startSession(claims: SessionClaims): Promise<void> {
  const { name, value, ...attributes } = await mintSessionCookie(claims);
  (await cookies()).set(name, value, attributes);
}

/** Signs the person of this request out. */
export async function endSession(): Promise<void> {
  (await cookies()).set(cookieName(), "", { ...cookieAttributes(), maxAge: 0 });
}

/** A session cookie, as `startSession` sets it; tests hand it to their browser. */
export async function mintSessionCookie({ userId, sessionVersion }: SessionClaims) {
  const token = { userId, sessionVersion };
  const secret = requireSessionSecret();
  const value = await encode({ token, secret, maxAge: SESSION_MAX_AGE_S });
  return { name: cookieName(), value, ...cookieAttributes(), maxAge: SESSION_MAX_AGE_S };
}

function cookieAttributes() {
  return { httpOnly: true, sameSite: "lax", secure: isHttps(), path: "/" } as const;
}
