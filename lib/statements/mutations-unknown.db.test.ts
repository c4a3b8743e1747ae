import { beforeAll, describe, expect, it } from "vitest";
import { database } from "#lib/db/client.ts";
import { getUnknownSpeaker, listUnknownSpeakers } from "#lib/statements/data-unknown.ts";
import { confirmStatement } from "#lib/statements/mutations-decide.ts";
import { nameSpeaker } from "#lib/statements/mutations-unknown.ts";
import { getStatementToReview } from "#lib/statements/data-review.ts";
import type { Correction } from "#lib/statements/schema-review.ts";
import { speakerNamingSchema, unknownQuerySchema } from "#lib/statements/schema-unknown.ts";
import { getLastDecision } from "#lib/statements/data-decisions.ts";
import { undoDecision } from "#lib/statements/mutations-undo.ts";
import { createTestUser } from "#lib/testing/session.ts";
import { createTestArticle } from "#lib/testing/article-rows.ts";
import { placeTestStatement } from "#lib/testing/placed-statements.ts";

let editor = { userId: "", agent: "test" };
const WORDS = ["The harbour opens", "Nobody pays twice", "One gate stays shut"];

const AS_READ: Correction = {
  ...{ kind: "direct", speaker: null, addAs: null, speakerText: "lady brook" },
  ...{ isAnonymous: false, venue: null, saidOn: null, topics: [], offered: [], shownSpeaker: null },
};

/** An article in which each of these says something; the ids of what they say. */
async function createSaying(speakers: readonly string[], values: object = {}): Promise<string[]> {
  const body = WORDS.map((words) => `“${words},” they said.`).join("\n\n");
  const articleId = await createTestArticle({ body, ...values });
  const ids: string[] = [];
  for (const [i, speakerText] of speakers.entries())
    ids.push(await placeTestStatement(articleId, `“${WORDS[i]},”`, { speakerText }));
  return ids;
}

const namesIn = async (query: object) =>
  (await listUnknownSpeakers(unknownQuerySchema.parse(query))).items.map(
    ({ speakerText, statementCount, articleCount }) => [speakerText, statementCount, articleCount],
  );
const naming = (values: object) => speakerNamingSchema.parse({ addAs: "", ...values });
const speakersOf = async (ids: readonly string[]) => {
  const rows = await database.statement.findMany({ where: { id: { in: [...ids] } } });
  return ids.map((id) => rows.find((row) => row.id === id)?.speakerId);
};

beforeAll(async () => {
  editor = { ...editor, userId: (await createTestUser("editor")).id };
  await database.actor.create({ data: { id: "ada-brook", kind: "person", name: "Ada Brook" } });
});

describe("speakers whom the archive does not know", () => {
  it("are listed by how much they say, those with a name apart from those described", async () => {
    await createSaying(["Dame Ada", "the senior official", "Dame Ada"]);
    await createSaying(["DAME ADA", "Orla Penhallow"]);
    await createSaying(["Orla Penhallow"], { deletedAt: new Date() });
    expect(await namesIn({})).toEqual([
      ["Dame Ada", 3, 2],
      ["Orla Penhallow", 1, 1],
    ]);
    expect(await namesIn({ list: "described" })).toEqual([["the senior official", 1, 1]]);
    expect(await getUnknownSpeaker("dame ada")).toMatchObject({
      speakerText: "Dame Ada",
      total: 3,
    });
    expect(await getUnknownSpeaker("nobody")).toBeNull();
  });

  it("are somebody known: what they say is theirs and stays open, the name is remembered, and it is undone", async () => {
    const ids = await createSaying(["Lady Brook", "Lady Brook", "lady brook"]);
    const seen = (await getStatementToReview(ids[2] as string))?.seen as string;
    await confirmStatement({ id: ids[2] as string, seen }, AS_READ, editor);
    const given = naming({ speakerText: "Lady Brook", speaker: "Ada Brook" });
    const { statementId, ...named } = await nameSpeaker(given, editor);
    expect(named).toEqual({ actorId: "ada-brook", count: 2 });
    // Somebody has decided about the third.
    expect(await speakersOf(ids)).toEqual(["ada-brook", "ada-brook", null]);
    const open = { id: { in: ids }, status: "suggested" } as const;
    expect(await database.statement.count({ where: open })).toBe(2);
    const aliases = await database.actorAlias.findMany({ where: { actorId: "ada-brook" } });
    expect(aliases.map(({ alias }) => alias)).toEqual(["Lady Brook"]);
    await expect(nameSpeaker(given, editor)).rejects.toMatchObject({ code: "conflict" });

    const last = await getLastDecision(editor.userId);
    expect(last).toMatchObject({ action: "statement.name_speaker", statementId, count: 2 });
    await undoDecision(BigInt(last?.id ?? 0), editor);
    expect(await speakersOf(ids)).toEqual([null, null, null]);
  });

  it("are added where nobody of the name is known, and only if asked to", async () => {
    const ids = await createSaying([
      "Harbour-Master Tom Reed",
      "the harbour master",
      "The President",
    ]);
    const named = { speakerText: "Harbour-Master Tom Reed", speaker: "Tom Reed" };
    await expect(nameSpeaker(naming(named), editor)).rejects.toMatchObject({
      code: "invalid_input",
    });
    const { actorId } = await nameSpeaker(naming({ ...named, addAs: "person" }), editor);
    expect(await database.actor.findUnique({ where: { id: actorId } })).toMatchObject({
      name: "Tom Reed",
      description: "Harbour-Master Tom Reed",
    });
    for (const speakerText of [
      "the harbour master",
      "The President",
      "a spokesman for Downing Street",
      "the president of Poland",
    ]) {
      expect(await getUnknownSpeaker(speakerText)).not.toMatchObject({ isName: true });
      const given = naming({ speakerText, speaker: "Tom Reed" });
      await expect(nameSpeaker(given, editor)).rejects.toMatchObject({ code: "invalid_input" });
    }
    expect(await speakersOf(ids)).toEqual([actorId, null, null]);
    const aliases = await database.actorAlias.findMany({ where: { actorId } });
    expect(aliases.map(({ alias }) => alias)).toEqual(["Harbour-Master Tom Reed"]);
  });
});
