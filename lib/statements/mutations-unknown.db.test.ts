import { beforeAll, describe, expect, it } from "vitest";
import { database } from "#lib/db/client.ts";
import { getUnknownSpeaker, listUnknownSpeakers } from "#lib/statements/data-unknown.ts";
import { confirmStatement } from "#lib/statements/mutations-decide.ts";
import { nameSpeaker } from "#lib/statements/mutations-unknown.ts";
import { getStatementToReview } from "#lib/statements/data-review.ts";
import type { Correction } from "#lib/statements/schema-review.ts";
import { speakerNamingSchema, unknownQuerySchema } from "#lib/statements/schema-unknown.ts";
import { createTestArticle } from "#lib/testing/article-rows.ts";
import { placeTestStatement } from "#lib/testing/placed-statements.ts";

const DESK = { userId: null, agent: "test" };
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
const naming = (values: object) =>
  speakerNamingSchema.parse({ addAs: "", isRemembered: true, ...values });
const speakersOf = async (ids: readonly string[]) => {
  const rows = await database.statement.findMany({ where: { id: { in: [...ids] } } });
  return ids.map((id) => rows.find((row) => row.id === id)?.speakerId);
};

beforeAll(async () => {
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

  it("are somebody known: what they say is theirs and stays open, the name is remembered", async () => {
    const ids = await createSaying(["Lady Brook", "Lady Brook", "lady brook"]);
    const seen = (await getStatementToReview(ids[2] as string))?.seen as string;
    await confirmStatement({ id: ids[2] as string, seen }, AS_READ, DESK);
    const given = naming({ speakerText: "Lady Brook", speaker: "Ada Brook" });
    expect(await nameSpeaker(given, DESK)).toEqual({ actorId: "ada-brook", count: 2 });
    // Somebody has decided about the third.
    expect(await speakersOf(ids)).toEqual(["ada-brook", "ada-brook", null]);
    expect(
      await database.statement.count({ where: { id: { in: ids }, status: "suggested" } }),
    ).toBe(2);
    const aliases = await database.actorAlias.findMany({ where: { actorId: "ada-brook" } });
    expect(aliases.map(({ alias }) => alias)).toEqual(["Lady Brook"]);
    const audited = await database.auditEntry.findFirst({
      where: { action: "statement.name_speaker", subjectId: "ada-brook" },
    });
    expect(audited?.details).toEqual({ speakerText: "Lady Brook", statements: 2 });
    await expect(nameSpeaker(given, DESK)).rejects.toMatchObject({ code: "conflict" });
  });

  it("are added where nobody of the name is known, and only if asked to", async () => {
    const ids = await createSaying(["harbour master Tom Reed", "the harbour master"]);
    const named = { speakerText: "harbour master Tom Reed", speaker: "Tom Reed" };
    await expect(nameSpeaker(naming(named), DESK)).rejects.toMatchObject({ code: "invalid_input" });
    const { actorId } = await nameSpeaker(naming({ ...named, addAs: "person" }), DESK);
    expect(await database.actor.findUnique({ where: { id: actorId } })).toMatchObject({
      name: "Tom Reed",
      description: "harbour master Tom Reed",
    });
    // A description is given to nobody for ever.
    await nameSpeaker(naming({ speakerText: "the harbour master", speaker: "Tom Reed" }), DESK);
    expect(await speakersOf(ids)).toEqual([actorId, actorId]);
    const aliases = await database.actorAlias.findMany({ where: { actorId } });
    expect(aliases.map(({ alias }) => alias)).toEqual(["harbour master Tom Reed"]);
  });
});
