import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { z } from "zod";
import { KIND_NAMES, KINDS } from "#lib/exchange/export-tables.ts";
import { publishedLineSchema } from "#lib/exchange/schema-published.ts";
import { manifestSchema } from "#lib/exchange/schema.ts";
import { projectPath } from "#lib/runtime/project.ts";

const page = readFileSync(projectPath("docs/export-format.md"), "utf8");

function propertiesOf(schema: unknown): string[] {
  if (schema instanceof z.ZodNullable || schema instanceof z.ZodDefault)
    return propertiesOf(schema.unwrap());
  if (schema instanceof z.ZodArray) return propertiesOf(schema.element);
  if (!(schema instanceof z.ZodObject)) return [];
  return Object.entries(schema.shape).flatMap(([name, value]) => [name, ...propertiesOf(value)]);
}

it.each([
  ...KIND_NAMES.map((kind) => ({ kind: kind as string, schema: KINDS[kind].schema })),
  { kind: "published", schema: publishedLineSchema },
])("documents every property of $kind, and no other", ({ kind, schema }) => {
  const row = page
    .split("\n")
    .find((line) => line.startsWith(`| \`${kind}\``) && line.includes("`id`"));
  const documented = new Set([...(row ?? "").matchAll(/`(\w+)`/g)].map(([, name]) => name));
  documented.delete(kind);
  const common = new Set(["position", "publisher", "title", "url", "stateMedia"]);
  const shared = kind === "articles" || kind === "published" ? common : new Set<string>();
  const ofPublished = new Set([
    "name",
    "role",
    "note",
    "credit",
    "caption",
    "actorId",
    "startsAt",
    "endsAt",
  ]);
  const implied = kind === "published" ? ofPublished : new Set<string>();
  const actual = propertiesOf(schema).filter((name) => !shared.has(name) && !implied.has(name));
  expect(actual.filter((name) => !documented.has(name))).toEqual([]);
  const known = new Set([...propertiesOf(schema), kind]);
  expect([...documented].filter((name) => !known.has(name ?? ""))).toEqual([]);
});

it("documents the manifest", () => {
  for (const name of propertiesOf(manifestSchema)) expect(page).toContain(`\`${name}\``);
});
