import { existsSync, readFileSync } from "node:fs";
import { beforeAll, expect, it } from "vitest";
import { toGazetteer } from "#lib/demo/article-rows.ts";
import { quotationsIn } from "#lib/demo/quotations.ts";
import { actorIdsByName, readDemoArchive } from "#lib/demo/read-demo-archive.ts";
import type { DemoArchive } from "#lib/demo/types.ts";
import { bodyOf, understand } from "#lib/ingest/pipeline.ts";
import { projectPath } from "#lib/runtime/project.ts";
import type { NewStatement } from "#lib/statements/types.ts";

const CHRONOLOGY = projectPath("../shared/chronology/events.jsonl");

type Quotation = { speaker: string; words: string; venue: string; saidOn: string };

let archive: DemoArchive;
let stored: (NewStatement & { said: string })[];

/** Without typographic differences, and the stop that may stand outside the marks. */
const plain = (words: string) => words.replaceAll(/[‘’]/g, "'").replace(/[.,]$/, "");

beforeAll(async () => {
  archive = await readDemoArchive();
  const gazetteer = toGazetteer(archive);
  stored = archive.articles.flatMap((article) => {
    const body = bodyOf(article.draft);
    const found = understand(article.draft, gazetteer).statements;
    return quotationsIn(article, archive, found, new Date(0)).map((statement) => {
      const [{ start, end } = { start: 0, end: 0 }] = statement.parts.content;
      return { ...statement, said: plain(body.slice(start, end).replaceAll(/[“”]/g, "")) };
    });
  });
});

/** Those of these quotations that no article has as a confirmed statement of the same facts. */
function missingOf(quotations: readonly Quotation[]): string[] {
  const actorIdOf = actorIdsByName(archive.actors);
  const isStored = ({ speaker, words, venue, saidOn }: Quotation) =>
    stored.some(
      (each) =>
        each.said === plain(words) &&
        each.speakerId === actorIdOf(speaker) &&
        each.venue === venue &&
        each.saidOn === saidOn,
    );
  return quotations.filter((each) => !isStored(each)).map(({ words }) => words);
}

it("finds every quotation of the demo archive in a piece, with speaker, venue and day", () => {
  const quotations = archive.events.flatMap((event) => event.quotations);
  expect(quotations).toHaveLength(63);
  expect(missingOf(quotations)).toEqual([]);
});

it.skipIf(!existsSync(CHRONOLOGY))("has every quotation of the chronology", () => {
  const lines = readFileSync(CHRONOLOGY, "utf8").trim().split("\n");
  const quotations = lines.flatMap(
    (line) => (JSON.parse(line) as { quotations: Quotation[] }).quotations,
  );
  expect(quotations).toHaveLength(63);
  expect(missingOf(quotations)).toEqual([]);
});

it("holds them as confirmed, with where they are from", () => {
  for (const { status, decidedAt, sourceUrl, sourcePublisher } of stored) {
    expect({ status, decidedAt }).toEqual({ status: "confirmed", decidedAt: new Date(0) });
    expect(sourceUrl ?? sourcePublisher).toBeTruthy();
  }
});
