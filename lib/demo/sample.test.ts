import { existsSync, readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { readDemoGazetteer } from "#lib/demo/read-demo-archive.ts";
import {
  bodyOf,
  draftFromBytes,
  understand,
  type Gazetteer,
  type UnderstoodDraft,
} from "#lib/ingest/pipeline.ts";
import { projectPath } from "#lib/runtime/project.ts";

const SAMPLE = projectPath("../shared/seeds/starmer-trump-backstop.txt");
const GOLD = projectPath("../shared/seeds/starmer-trump-backstop.gold.json");

type Gold = {
  quotations: { text: string; speaker: string }[];
  people: string[];
  countries: string[];
  topics: string[];
  offices: Record<string, string>;
};

describe.skipIf(!existsSync(GOLD))(
  "the sample, understood (needs ../shared beside the checkout)",
  () => {
    let gold: Gold;
    let gazetteer: Gazetteer;
    let draft: UnderstoodDraft;
    let body: string;
    const nameOf = (id: string | null) => gazetteer.actors.find((actor) => actor.id === id)?.name;

    beforeAll(async () => {
      gold = JSON.parse(readFileSync(GOLD, "utf8")) as Gold;
      gazetteer = await readDemoGazetteer();
      draft = understand(await draftFromBytes(readFileSync(SAMPLE)), gazetteer);
      body = bodyOf(draft);
    });

    it("gives each quotation to who said it", () => {
      const found = gold.quotations.map(({ text }) => {
        const at = body.indexOf(text) + 1;
        const holds = draft.statements.find(({ parts }) =>
          parts.quotes.some(({ start, end }) => start <= at && at < end),
        );
        return { text, speaker: nameOf(holds?.speakerId ?? null) };
      });
      expect(found).toEqual(gold.quotations.map(({ text, speaker }) => ({ text, speaker })));
    });

    it("names its people, countries and topics", () => {
      const named = new Set(draft.mentions.map(({ actorId }) => nameOf(actorId)));
      expect([...gold.people, ...gold.countries].filter((name) => !named.has(name))).toEqual([]);
      const topics = new Set(draft.topics.map(({ topicId }) => topicId));
      expect(gold.topics.filter((id) => !topics.has(id))).toEqual([]);
    });
  },
);
