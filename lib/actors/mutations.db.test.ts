import { beforeEach, describe, expect, it } from "vitest";
import { mergeActor, undoActorMerge } from "#lib/actors/mutations-merge.ts";
import { addActor, editActor } from "#lib/actors/mutations.ts";
import { actorFieldsSchema } from "#lib/actors/schema.ts";
import { database } from "#lib/db/client.ts";
import { createTestArticle } from "#lib/testing/article-rows.ts";
import { createTestStatement } from "#lib/testing/statement-rows.ts";

const DESK = { userId: null, agent: "test" };
const NOTHING = { country: "", description: "", wikidataId: "", aliases: [], offices: [] };
const fieldsOf = (name: string, more: object = {}) =>
  actorFieldsSchema.parse({ kind: "person", name, ...NOTHING, ...more });
const add = (name: string, more: object = {}) => addActor(fieldsOf(name, more), DESK);

/** Everything that merging may touch, in one comparable value; ids of offices are made anew. */
const snapshot = async () => ({
  actors: await database.actor.findMany({ orderBy: { id: "asc" } }),
  aliases: await database.actorAlias.findMany({ orderBy: [{ actorId: "asc" }, { alias: "asc" }] }),
  offices: await database.office.findMany({
    orderBy: [{ actorId: "asc" }, { heldFrom: "asc" }],
    omit: { id: true },
  }),
  mentions: await database.mention.findMany({
    orderBy: [{ articleId: "asc" }, { startsAt: "asc" }, { actorId: "asc" }],
  }),
  participants: await database.eventParticipant.findMany({
    orderBy: [{ eventId: "asc" }, { position: "asc" }],
  }),
});

async function addEvent(id: string, actorIds: string[]): Promise<void> {
  const day = new Date("2025-01-01");
  await database.event.create({
    data: { id, title: id, kind: "meeting", date: "2025-01-01", startsOn: day, endsOn: day },
  });
  await database.eventParticipant.createMany({
    data: actorIds.map((actorId, position) => ({ eventId: id, position, actorId })),
  });
}

beforeEach(async () => {
  await database.$executeRaw`TRUNCATE actors, events CASCADE`;
});

describe("people", () => {
  it("are added with names and offices, and edited whole", async () => {
    const offices = [{ title: "Minister", heldFrom: "2024-07-05", heldTo: "" }];
    const id = await add("Eve Marsh", { aliases: ["E. Marsh", "", "E. Marsh"], offices });
    expect(id).toBe("eve-marsh");
    await editActor(id, fieldsOf("Eve Marsh", { offices: [] }), DESK);
    const { aliases, offices: left } = await database.actor.findUniqueOrThrow({
      where: { id },
      select: { aliases: true, offices: true },
    });
    expect([aliases, left]).toEqual([[], []]);
    const entry = await database.auditEntry.findFirst({ where: { action: "actor.edit" } });
    expect(entry?.details).toMatchObject({
      before: { aliases: ["E. Marsh"], offices: [{ heldFrom: "2024-07-05" }] },
    });
  });

  it("may share a name, and then differ in address", async () => {
    expect(await add("Eve Marsh")).toBe("eve-marsh");
    expect(await add("Eve Marsh")).toBe("eve-marsh-2");
  });
});

describe("merging", () => {
  it("moves mentions, events, names and offices, and undoing puts all of it back", async () => {
    const offices = [{ title: "Minister", heldFrom: "2024-07-05", heldTo: "" }];
    const from = await add("E. Marsh", { aliases: ["Marsh"], offices });
    const into = await add("Eve Marsh", { aliases: ["Marsh"], offices: [] });
    const article = await createTestArticle({});
    await database.mention.createMany({
      data: [
        { articleId: article, actorId: from, startsAt: 0, endsAt: 5 },
        { articleId: article, actorId: from, startsAt: 9, endsAt: 12, status: "confirmed" },
        { articleId: article, actorId: into, startsAt: 9, endsAt: 12 },
      ],
    });
    await addEvent("only", [from]);
    await addEvent("both", [from, into]);
    const before = await snapshot();

    await mergeActor({ id: from, into }, DESK);
    const merged = await snapshot();
    expect(merged.mentions.map(({ actorId }) => actorId)).toEqual([into, into]);
    expect(merged.participants.map(({ actorId }) => actorId)).toEqual([into, into]);
    const own = await database.actor.findUniqueOrThrow({
      where: { id: into },
      select: { aliases: { orderBy: { alias: "asc" } }, offices: true },
    });
    expect(own.aliases.map(({ alias }) => alias)).toEqual(["E. Marsh", "Marsh"]);
    expect(own.offices.map(({ title }) => title)).toEqual(["Minister"]);

    await undoActorMerge(from, DESK);
    expect(await snapshot()).toEqual(before);
  });

  it("moves what somebody said, and gives back what nobody gave to another since", async () => {
    const [from, into, other] = [await add("E. Marsh"), await add("Eve Marsh"), await add("Tom")];
    const articleId = await createTestArticle({
      body: "“Corn,” said Marsh. “And oats,” she said.",
    });
    const first = await createTestStatement({ articleId, words: "“Corn,”", speakerId: from });
    const second = await createTestStatement({ articleId, words: "“And oats,”", speakerId: from });
    const speakers = async () => {
      const select = { id: true, speakerId: true } as const;
      const rows = await database.statement.findMany({ where: { articleId }, select });
      return new Map(rows.map(({ id, speakerId }) => [id, speakerId]));
    };
    await mergeActor({ id: from, into }, DESK);
    expect([...(await speakers()).values()]).toEqual([into, into]);
    await database.statement.update({ where: { id: second }, data: { speakerId: other } });
    await undoActorMerge(from, DESK);
    const after = await speakers();
    expect([after.get(first), after.get(second)]).toEqual([from, other]);
  });

  it("does not give back a mention that an edit took away", async () => {
    const [from, into] = [await add("E. Marsh"), await add("Eve Marsh")];
    const article = await createTestArticle({});
    const place = { articleId: article, startsAt: 0, endsAt: 5 };
    await database.mention.createMany({
      data: [
        { ...place, actorId: from },
        { ...place, actorId: into },
      ],
    });
    await mergeActor({ id: from, into }, DESK);
    await database.mention.deleteMany({ where: { articleId: article } });
    await undoActorMerge(from, DESK);
    expect(await database.mention.count()).toBe(0);
  });

  it("refuses a person and a country, and whoever is merged already", async () => {
    const [person, other] = [await add("Eve Marsh"), await add("Tom Reed")];
    const country = await add("Northmark", { kind: "country" });
    await expect(mergeActor({ id: person, into: country }, DESK)).rejects.toMatchObject({
      code: "invalid_input",
    });
    await mergeActor({ id: person, into: other }, DESK);
    await expect(mergeActor({ id: other, into: person }, DESK)).rejects.toMatchObject({
      code: "conflict",
    });
    await expect(editActor(person, fieldsOf("X"), DESK)).rejects.toMatchObject({
      code: "conflict",
    });
  });
});

describe("what a form may say", () => {
  it.each([
    [{ offices: [{ title: "", heldFrom: "2024-01-01", heldTo: "" }] }, "offices.0.title"],
    [
      { offices: [{ title: "M", heldFrom: "2024-01-02", heldTo: "2024-01-01" }] },
      "offices.0.heldTo",
    ],
    [{ offices: [{ title: "M", heldFrom: "2024-02-30", heldTo: "" }] }, "offices.0.heldFrom"],
    [{ wikidataId: "145" }, "wikidataId"],
    [{ name: " " }, "name"],
    [{ kind: "cat" }, "kind"],
  ])("%j is wrong at %s", (wrong, path) => {
    const given = { kind: "person", name: "Eve", ...NOTHING, ...wrong };
    const { error } = actorFieldsSchema.safeParse(given);
    expect(error?.issues.map((issue) => issue.path.join("."))).toEqual([path]);
  });
});
