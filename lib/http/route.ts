import type { z } from "zod";
import { userForBearer } from "#lib/auth/bearer.ts";
import { isAtLeast, type Role } from "#lib/auth/role.ts";
import type { CurrentUser } from "#lib/auth/types.ts";
import { AppError, type ErrorCode } from "#lib/errors.ts";
import {
  openBody,
  parseJsonBody,
  readBody,
  type BodyStream,
  type ReceivedBody,
} from "#lib/http/body.ts";
import { parseInput } from "#lib/http/parse-input.ts";
import { problemResponse } from "#lib/http/problem.ts";
import { countRequest, requireUnspent, type RateLimitHeaders } from "#lib/http/rate-limit.ts";
import { getRequestContext } from "#lib/http/request-context.ts";

const DEFAULT_MAX_BODY_BYTES = 64 * 1024;
const CORS_HEADERS = {
  "Access-Control-Allow-Origin": "*",
  "Access-Control-Expose-Headers": "X-Request-Id, RateLimit, RateLimit-Policy, Retry-After",
};

type Parsed<S> = S extends z.ZodType ? z.output<S> : undefined;
type Received<S> = S extends "bytes" ? ReceivedBody : S extends "stream" ? BodyStream : Parsed<S>;
type BodySpec = z.ZodType | "bytes" | "stream";

export type Exchange<Query, Params, Body> = {
  request: Request;
  query: Query;
  params: Params;
  body: Body;
  /** Who asks: null without a token, which only public routes let happen. */
  user: CurrentUser | null;
};

/** What a handler answers with; the body is checked against the route's schema before it goes out. */
export type Reply<Body> = { body: Body; status?: number; headers?: Record<string, string> };

export type RouteDeclaration = {
  /** What it does, in a line; the heading in the documentation. */
  summary: string;
  /** "public": anyone, and a token, where one is sent, must be good. */
  auth: "public" | { role: Role };
  query?: z.ZodType;
  params?: z.ZodType;
  /** A schema for JSON; "bytes" where the handler reads the body itself; "stream": as it comes. */
  body?: BodySpec;
  /** For "bytes" and "stream": the media types that are read, and the schema of the JSON among them. */
  accepts?: readonly string[];
  jsonBody?: z.ZodType;
  maxBodyBytes?: number;
  response: z.ZodType;
  /** Status of success (200), and others it may have. */
  status?: number;
  otherStatuses?: readonly number[];
  /** Codes of its own, besides those that any route of its kind answers with. */
  errors?: readonly ErrorCode[];
};

type RouteContext = { params: Promise<Record<string, string | string[]>> };
export type RouteHandler = {
  (request: Request, context: RouteContext): Promise<Response>;
  declaration: RouteDeclaration;
};

/**
 * A Next route handler from a declaration. In this order: who asks (bearer token), the rate limit,
 * the role, then parameters, query and body by their schemas, the handler, and its answer by its
 * schema. Whatever is thrown on the way becomes `application/problem+json`.
 */
export function route<
  Query extends z.ZodType | undefined = undefined,
  Params extends z.ZodType | undefined = undefined,
  Body extends BodySpec | undefined = undefined,
  Answer extends z.ZodType = z.ZodType,
>(
  declaration: Omit<RouteDeclaration, "query" | "params" | "body" | "response"> & {
    query?: Query;
    params?: Params;
    body?: Body;
    response: Answer;
    handler(
      exchange: Exchange<Parsed<Query>, Parsed<Params>, Received<Body>>,
    ): Promise<Reply<z.input<NoInfer<Answer>>>>;
  },
): RouteHandler {
  const { handler, ...declared } = declaration;
  const handle = async (request: Request, context: RouteContext) => {
    const { requestId } = getRequestContext();
    const headers: Record<string, string> = { "Cache-Control": "no-store" };
    if (declared.auth === "public" && /^(GET|HEAD)$/.test(request.method))
      Object.assign(headers, CORS_HEADERS);
    try {
      const { user, limitHeaders } = await admit(request, declared.auth);
      Object.assign(headers, limitHeaders);
      const input = await readInput(request, context, declared);
      const reply = await handler({
        request,
        user,
        ...(input as Pick<Parameters<typeof handler>[0], "query" | "params" | "body">),
      });
      return withHeaders(
        Response.json(declared.response.parse(reply.body), {
          status: reply.status ?? declared.status ?? 200,
          headers: reply.headers,
        }),
        headers,
      );
    } catch (error) {
      return withHeaders(problemResponse(error, requestId), headers);
    }
  };
  return Object.assign(handle, { declaration: declared });
}

async function admit(
  request: Request,
  auth: RouteDeclaration["auth"],
): Promise<{ user: CurrentUser | null; limitHeaders: RateLimitHeaders }> {
  const { clientAddress } = getRequestContext();
  const authorization = request.headers.get("authorization");
  if (authorization === null) {
    const limitHeaders = await countRequest("network", clientAddress);
    if (auth !== "public") throw unauthenticated("This needs an API token.");
    return { user: null, limitHeaders };
  }
  await requireUnspent("badToken", clientAddress);
  const [, token = ""] = /^Bearer +(\S+)$/i.exec(authorization) ?? [];
  const user = await userForBearer(token);
  if (!user) {
    // Guesses at tokens are counted where the guessing comes from.
    await countRequest("badToken", clientAddress);
    throw unauthenticated("The API token is unknown or no longer valid.");
  }
  const limitHeaders = await countRequest("person", user.id);
  if (auth !== "public" && !isAtLeast(user.role, auth.role)) {
    throw new AppError("forbidden", `This needs the role ${auth.role}; yours is ${user.role}.`);
  }
  return { user, limitHeaders };
}

function unauthenticated(reason: string): AppError {
  return new AppError(
    "unauthenticated",
    `${reason} Please send one that is valid as Authorization: Bearer TOKEN; an admin can make one.`,
  );
}

async function readInput(request: Request, context: RouteContext, declared: RouteDeclaration) {
  const { query, params, body, maxBodyBytes = DEFAULT_MAX_BODY_BYTES } = declared;
  const parsedParams = params && parseInput(params, await context.params);
  const parsedQuery = query && parseInput(query, toQueryObject(new URL(request.url).searchParams));
  if (body === "stream") {
    return { query: parsedQuery, params: parsedParams, body: openBody(request, maxBodyBytes) };
  }
  const received = body && (await readBody(request, maxBodyBytes));
  return {
    query: parsedQuery,
    params: parsedParams,
    body:
      received && body && body !== "bytes" ? parseInput(body, parseJsonBody(received)) : received,
  };
}

/** A parameter without a value counts as not given, as does a NUL; one given twice is a list. */
function toQueryObject(searchParams: URLSearchParams): Record<string, string | string[]> {
  return Object.fromEntries(
    [...new Set(searchParams.keys())].flatMap((name) => {
      const [first = "", ...more] = searchParams
        .getAll(name)
        .map((value) => value.replaceAll("\0", ""))
        .filter((value) => value !== "");
      return first === "" ? [] : [[name, more.length > 0 ? [first, ...more] : first]];
    }),
  );
}

function withHeaders(response: Response, headers: Record<string, string>): Response {
  for (const [name, value] of Object.entries(headers)) {
    if (!response.headers.has(name)) response.headers.set(name, value);
  }
  return response;
}

type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

/** Answers a method that a route does not have; nothing of it is declared. */
export type RefusingHandler = { (): Promise<Response>; declaration?: undefined };

/**
 * Handlers for the methods that a route does not have: Next itself would answer them without a word.
 * They say which ones there are, in `Allow` and in the answer.
 */
export function refuseOtherMethods(...allowed: readonly Method[]): Record<Method, RefusingHandler> {
  const refuse: RefusingHandler = async () => {
    const error = new AppError(
      "method_not_allowed",
      `Nothing was done. This address answers ${allowed.join(" and ")} only.`,
    );
    const response = problemResponse(error, getRequestContext().requestId);
    response.headers.set("Allow", allowed.join(", "));
    return response;
  };
  return { GET: refuse, POST: refuse, PUT: refuse, PATCH: refuse, DELETE: refuse };
}
