/** The same fields in the reference files of Feedsmith, whose `expected` is a tree of values. */
import type { Expectation, Kind } from "./expectations.ts";

type Loose = { [key: string]: unknown };

/** One expectation for each field the archive keeps that a reference feed gives. */
export function readReferenceExpectations(expected: Loose): Expectation[] {
  const entries = (expected.items ?? expected.entries ?? []) as Loose[];
  return [
    ...expectationsOf(expected, null),
    ...entries.flatMap((entry, i) => expectationsOf(entry, i)),
  ];
}

function expectationsOf(item: Loose, entry: number | null): Expectation[] {
  const content = (item.content as Loose | undefined)?.encoded ?? item.content;
  const fields: [Kind, string, unknown][] = [
    ["title", "title", item.title],
    ["link", "link", item.link ?? alternateOf(item)],
    ["date", "published", item.published ?? item.pubDate],
    ["date", "updated", item.updated],
    ["author", "author", authorOf(item)],
    ["content", "content[0].value", entry === null ? undefined : content],
    ["content", "summary", entry === null ? undefined : (item.summary ?? item.description)],
  ];
  return fields.flatMap(([kind, field, value]) =>
    typeof value === "string" && value !== "" ? [{ kind, entry, field, accepted: [value] }] : [],
  );
}

function alternateOf(item: Loose): unknown {
  const links = (item.links ?? []) as { href?: string; rel?: string }[];
  return links.find(({ rel }) => rel === undefined || rel === "alternate")?.href;
}

function authorOf(item: Loose): unknown {
  const [author] = (item.authors ?? []) as (string | { name?: string })[];
  return typeof author === "string" ? author : author?.name;
}
