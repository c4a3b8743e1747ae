/** The data sets that near-duplicates are measured on, in one shape. */
import { existsSync } from "node:fs";
import { basename } from "node:path";
import type { ComparedArticle } from "#lib/duplicates/types.ts";
import { readAllJsonLines } from "../data/json-lines.ts";
import { sharedDataPath } from "../data/shared-data.ts";

const DEFAULT_FILES = [
  "duplicates/bbc-repeats.jsonl.gz",
  "duplicates/basil-triplets.jsonl.gz",
  "duplicates/giveme5w1h-clusters.jsonl.gz",
];

export type DuplicateItem = {
  id: string;
  /** What it is grouped by: one text, or one event. */
  group: string;
  /** Groups that it may belong to as well: pairs with them count neither way. */
  doubtful: string[];
  article: ComparedArticle;
};

export type DuplicateSet = {
  name: string;
  /** `texts`: groups are repeats of one text. `triplets`, `events`: coverage of one event. */
  kind: "texts" | "triplets" | "events";
  items: DuplicateItem[];
  /** True: made out of another set, not read from a file. */
  isDerived?: boolean;
};

/** The data files that are measured where none is named. */
export function defaultDataFiles(): string[] {
  return DEFAULT_FILES.map(sharedDataPath).filter(existsSync);
}

/** Reads a JSON Lines file, gzipped or not; what it measures shows in the fields of its items. */
export async function readDuplicateSet(file: string): Promise<DuplicateSet> {
  const rows = await readAllJsonLines<Record<string, unknown>>(file);
  const first = rows[0] ?? {};
  const kind = "triplet" in first ? "triplets" : "event" in first ? "events" : "texts";
  const groupField = { texts: "group", triplets: "triplet", events: "event" }[kind];
  return { name: basename(file), kind, items: rows.map((row) => toItem(row, groupField)) };
}

function toItem(row: Record<string, unknown>, groupField: string): DuplicateItem {
  const field = (name: string) => (typeof row[name] === "string" ? row[name] : null);
  const doubtful = Array.isArray(row.doubtful) ? row.doubtful : [row.doubtful ?? []].flat();
  return {
    id: field("id") ?? "",
    group: field(groupField) ?? "",
    doubtful: doubtful.map(String),
    article: {
      headline: field("title"),
      body: field("body") ?? field("text") ?? "",
      publishedOn: field("publishedOn"),
      outlet: field("outlet"),
      sourceUrl: field("url"),
    },
  };
}

/**
 * The first text of each group beside a quarter of it, counted from 0: what a cut version of a
 * longer article looks like. The cuts are made here; the texts are the set's.
 */
export function withCuts({ name, kind, items }: DuplicateSet, quarter: number): DuplicateSet {
  const wholes = [...new Map(items.toReversed().map((item) => [item.group, item])).values()];
  const cuts = wholes.map((item) => {
    const words = item.article.body.split(/(?<=\s)/);
    const [start, end] = [quarter, quarter + 1].map((part) => (part * words.length) / 4);
    const body = words.slice(start, end).join("");
    return { ...item, id: `${item.id}#${quarter}`, article: { ...item.article, body } };
  });
  return {
    name: `${name}, quarter ${quarter + 1}`,
    kind,
    items: [...wholes, ...cuts],
    isDerived: true,
  };
}
