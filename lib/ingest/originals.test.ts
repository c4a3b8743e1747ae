import { readFileSync, readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { AppError } from "#lib/errors.ts";
import { draftFromBytes } from "#lib/ingest/pipeline.ts";
import { readOriginal } from "#lib/ingest/read.ts";
import { listSpans } from "#lib/ingest/coverage.ts";
import type { ArticleDraft, Found, ParseOptions } from "#lib/ingest/types.ts";

/** What matters of a draft; a field that is not named may be anything. */
type Expected = {
  options?: ParseOptions;
  error?: string;
  encoding?: string;
  headline?: string;
  headlineProposed?: boolean;
  bylines?: { name: string; role: string | null; note: string | null }[];
  mediaCredits?: string[];
  captions?: string[];
  /** How many, how the first begins, how the last ends, and by which rules they were read. */
  paragraphs?: number;
  firstWords?: string;
  lastWords?: string;
  rules?: string[];
  /** All of these are among the furniture. */
  furniture?: string[];
  /** The texts that went into no field; none when not named. */
  unused?: string[];
  /** These codes are among the warnings; with `!` before it, this one is not. */
  warnings?: string[];
  /** The exact text at the span of a field, named by its path. */
  at?: Record<string, string>;
} & Partial<Record<(typeof SINGLE_FIELDS)[number], string | null>>;

const SINGLE_FIELDS = [
  "publishedOn",
  "publishedAt",
  "modifiedOn",
  "outlet",
  "summary",
  "dateline",
  "sourceUrl",
  "language",
] as const;
const FOLDER = new URL("originals/", import.meta.url);
const originals = readdirSync(FOLDER).filter((name) => /\.(?:txt|md)$/.test(name));

describe("messy originals", () => {
  it("are at least forty, each with what is expected of it", () => {
    expect(originals.length).toBeGreaterThanOrEqual(40);
  });

  it.each(originals)("%s", async (fileName) => {
    const bytes = readFileSync(new URL(fileName, FOLDER));
    const expected = readExpected(fileName);
    if (expected.error !== undefined) {
      await expect(draftFromBytes(bytes, { fileName })).rejects.toThrow(AppError);
      return;
    }
    const draft = await draftFromBytes(bytes, { fileName }, expected.options);
    expectFields(draft, expected);
    expectTexts(draft, expected);
    expectPlaces(draft, expected.at ?? {});
    if (expected.encoding !== undefined) {
      expect((await readOriginal(bytes, { fileName })).encoding).toBe(expected.encoding);
    }
  });
});

function readExpected(fileName: string): Expected {
  const name = fileName.replace(/\.(?:txt|md)$/, ".expected.json");
  return JSON.parse(readFileSync(new URL(name, FOLDER), "utf8")) as Expected;
}

function expectFields(draft: ArticleDraft, expected: Expected): void {
  for (const field of SINGLE_FIELDS) {
    if (expected[field] === undefined) continue;
    expect(draft[field]?.value ?? null, field).toBe(expected[field]);
  }
  if (expected.headline !== undefined) expect(draft.headline?.value).toBe(expected.headline);
  expect(draft.headlineProposed).toBe(expected.headlineProposed ?? false);
  if (expected.bylines !== undefined) {
    const bylines = draft.bylines.map(({ name, role, note }) => ({
      name: name.value,
      role: role?.value ?? null,
      note: note?.value ?? null,
    }));
    expect(bylines).toEqual(expected.bylines);
  }
}

function expectTexts(draft: ArticleDraft, expected: Expected): void {
  const values = (found: Found<string>[]) => found.map(({ value }) => value);
  if (expected.mediaCredits) expect(values(draft.mediaCredits)).toEqual(expected.mediaCredits);
  if (expected.captions) expect(values(draft.captions)).toEqual(expected.captions);
  if (expected.rules) expect(draft.paragraphs.map(({ rule }) => rule)).toEqual(expected.rules);
  expect(draft.paragraphs).toHaveLength(expected.paragraphs ?? draft.paragraphs.length);
  const paragraphs = values(draft.paragraphs);
  if (expected.firstWords) expect(paragraphs[0]?.startsWith(expected.firstWords)).toBe(true);
  if (expected.lastWords) expect(paragraphs.at(-1)?.endsWith(expected.lastWords)).toBe(true);
  expect(values(draft.furniture)).toEqual(expect.arrayContaining(expected.furniture ?? []));
  const unused = draft.unused.map(({ start, end }) => draft.text.slice(start, end));
  expect(unused).toEqual(expected.unused ?? []);
  const codes: string[] = draft.warnings.map(({ code }) => code);
  for (const code of expected.warnings ?? []) {
    if (code.startsWith("!")) expect(codes).not.toContain(code.slice(1));
    else expect(codes).toContain(code);
  }
}

function expectPlaces(draft: ArticleDraft, at: Record<string, string>): void {
  for (const [path, text] of Object.entries(at)) {
    const found = path
      .split(".")
      .reduce<unknown>((value, key) => (value as Record<string, unknown>)[key], draft);
    const { span } = found as Found<string>;
    expect(span && draft.text.slice(span.start, span.end), path).toBe(text);
  }
  let last = 0;
  for (const { start, end } of listSpans(draft)) {
    expect(start, "spans do not overlap").toBeGreaterThanOrEqual(last);
    last = end;
  }
}
