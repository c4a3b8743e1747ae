import { z } from "zod";
import { httpStatusOf, type ErrorCode } from "#lib/errors.ts";
import { PROBLEM_MEDIA_TYPE, PROBLEM_TITLES, problemSchema } from "#lib/http/problem.ts";
import type { RefusingHandler, RouteDeclaration, RouteHandler } from "#lib/http/route.ts";

export const METHODS = ["GET", "POST", "PATCH", "PUT", "DELETE"] as const;
export type Method = (typeof METHODS)[number];

/** Route modules by their address below the server's: `/articles/{id}`. */
export type Endpoints = Record<string, Partial<Record<Method, RouteHandler | RefusingHandler>>>;

type Info = { title: string; version: string; serverUrl: string };
type JsonSchema = Record<string, unknown>;

/** The OpenAPI 3.1 document of these routes, made from the very schemas that check them. */
export function toOpenApi(endpoints: Endpoints, { title, version, serverUrl }: Info) {
  const paths = Object.entries(endpoints).map(([path, handlers]) => [
    path,
    Object.fromEntries(
      METHODS.flatMap((method) => {
        const declaration = handlers[method]?.declaration;
        return declaration ? [[method.toLowerCase(), toOperation(declaration)]] : [];
      }),
    ),
  ]);
  return {
    openapi: "3.1.0",
    info: { title, version },
    servers: [{ url: serverUrl }],
    paths: Object.fromEntries(paths) as Record<string, JsonSchema>,
    components: {
      schemas: namedSchemas(endpoints),
      securitySchemes: { bearer: { type: "http", scheme: "bearer" } },
    },
  };
}

/** Every code that a route may answer with: its own, and those of its kind. */
export function errorCodesOf(declaration: RouteDeclaration): ErrorCode[] {
  const { auth, query, params, body, errors = [] } = declaration;
  const codes: (ErrorCode | false)[] = [
    (query ?? params ?? body) !== undefined && "invalid_input",
    "unauthenticated",
    auth !== "public" && "forbidden",
    body !== undefined && "payload_too_large",
    body !== undefined && "unsupported_media_type",
    ...errors,
    "too_many_requests",
    "internal",
    "unavailable",
  ];
  return [...new Set(codes.filter((code) => code !== false))];
}

function toOperation(declaration: RouteDeclaration): JsonSchema {
  const { summary, auth, query, params, status = 200, otherStatuses = [] } = declaration;
  return {
    summary,
    security: auth === "public" ? [{}, { bearer: [] }] : [{ bearer: [] }],
    ...(auth !== "public" && { "x-role": auth.role }),
    parameters: [...parametersOf(params, "path"), ...parametersOf(query, "query")],
    ...(declaration.body && { requestBody: toRequestBody(declaration) }),
    responses: {
      ...Object.fromEntries(
        [status, ...otherStatuses].map((each) => [each, toAnswer(declaration.response)]),
      ),
      ...toProblems(errorCodesOf(declaration)),
    },
  };
}

function parametersOf(schema: z.ZodType | undefined, place: "path" | "query"): JsonSchema[] {
  if (!schema) return [];
  const { properties = {}, required = [] } = toJsonSchema(schema, "input") as {
    properties?: Record<string, JsonSchema>;
    required?: string[];
  };
  return Object.entries(properties).map(([name, { description, ...rest }]) => ({
    name,
    in: place,
    required: place === "path" || required.includes(name),
    ...(description !== undefined && { description }),
    schema: rest,
  }));
}

function toRequestBody({ body, jsonBody, accepts }: RouteDeclaration): JsonSchema {
  const json = typeof body === "string" ? jsonBody : body;
  const content = (accepts ?? ["application/json"]).map((mediaType) => {
    if (mediaType === "application/json" && json) return [mediaType, { schema: refTo(json) }];
    if (mediaType === "multipart/form-data") return [mediaType, { schema: FORM_SCHEMA }];
    return [mediaType, { schema: { type: "string" } }];
  });
  return { required: true, content: Object.fromEntries(content) as JsonSchema };
}

const FORM_SCHEMA = {
  type: "object",
  required: ["file"],
  properties: { file: { type: "string", format: "binary" } },
};

function toAnswer(schema: z.ZodType): JsonSchema {
  return { description: "Done", content: { "application/json": { schema: refTo(schema) } } };
}

/** One answer for each status; several codes may share one. */
function toProblems(codes: ErrorCode[]): JsonSchema {
  const byStatus = Map.groupBy(codes, httpStatusOf);
  const answers = [...byStatus].map(([status, shared]) => [
    status,
    {
      description: shared.map((code) => `\`${code}\`: ${PROBLEM_TITLES[code]}`).join("; "),
      content: { [PROBLEM_MEDIA_TYPE]: { schema: refTo(problemSchema) } },
    },
  ]);
  return Object.fromEntries(answers) as JsonSchema;
}

/** Bodies and answers are named, so that programs made from the document have names for them. */
function nameOf(schema: z.ZodType): string {
  const name = schema.meta()?.id;
  if (typeof name !== "string") throw new TypeError("A body or answer of the API has no name.");
  return name;
}

function refTo(schema: z.ZodType): JsonSchema {
  return { $ref: `#/components/schemas/${nameOf(schema)}` };
}

function namedSchemas(endpoints: Endpoints): JsonSchema {
  const declarations = Object.values(endpoints).flatMap((handlers) =>
    METHODS.flatMap((method) => handlers[method]?.declaration ?? []),
  );
  const bodies = declarations.flatMap(({ body, jsonBody }) =>
    [body, jsonBody].filter((each) => typeof each === "object"),
  );
  const answers = [problemSchema, ...declarations.map(({ response }) => response)];
  const definitions = Object.assign(
    {},
    ...bodies.map((schema) => definitionsIn(schema, "input")),
    ...answers.map((schema) => definitionsIn(schema, "output")),
  ) as JsonSchema;
  const text = JSON.stringify(definitions).replaceAll('"#/$defs/', '"#/components/schemas/');
  return JSON.parse(text) as JsonSchema;
}

/** A named schema, and those named inside it, by name. */
function definitionsIn(schema: z.ZodType, io: "input" | "output"): JsonSchema {
  const { $ref, $defs, ...own } = toJsonSchema(schema, io);
  return { ...($defs as JsonSchema), ...($ref === undefined && { [nameOf(schema)]: own }) };
}

function toJsonSchema(schema: z.ZodType, io: "input" | "output"): JsonSchema {
  const json: JsonSchema = z.toJSONSchema(schema, { io, unrepresentable: "any" });
  delete json.$schema; // OpenAPI 3.1 says which dialect it is
  return json;
}
