import { beforeEach, describe, expect, it } from "vitest";
import { ALL_COMMITMENTS } from "#lib/commitments/commitments-query.ts";
import { getCommitmentForAdmin } from "#lib/commitments/data-admin.ts";
import { getCommitment } from "#lib/commitments/data-commitment.ts";
import { listCommitments } from "#lib/commitments/data-list.ts";
import { resolveTypedCommitment } from "#lib/commitments/data-typed.ts";
import { listDueCommitments, listEventCommitments } from "#lib/commitments/data.ts";
import {
  addCommitment,
  editCommitment,
  restoreCommitment,
  setCommitmentWithdrawn,
} from "#lib/commitments/mutations.ts";
import type { CommitmentFields, Evidence } from "#lib/commitments/schema.ts";
import { withChange } from "#lib/commitments/state-changes.ts";
import type { CommitmentsQuery } from "#lib/commitments/types.ts";
import { toDateColumn } from "#lib/dates/calendar-day.ts";
import { database } from "#lib/db/client.ts";
import { createTestArticle } from "#lib/testing/article-rows.ts";

const ACTOR = { userId: null, agent: "test" };
const SOURCE: Evidence = {
  ...{ publisher: "Courier", title: "A piece", url: "https://example.org/1" },
  ...{ eventId: null, articleId: null, words: null },
};
const BOATS: CommitmentFields = {
  ...{ title: "Ten boats", detail: "All of them.", madeOn: "2025-03-01", eventId: "ferry" },
  ...{ due: "2025-06", by: ["ada"], to: ["grace"], topicIds: ["boats"], evidence: [SOURCE] },
  changes: [],
};

beforeEach(async () => {
  await database.commitment.deleteMany();
  await database.event.deleteMany();
  await database.actor.updateMany({ data: { mergedIntoId: null } });
  await database.actor.deleteMany();
  await database.topic.deleteMany();
  const day = toDateColumn("2025-03-01");
  await database.event.create({
    data: {
      ...{ id: "ferry", title: "Talks on the ferry", kind: "meeting", date: "2025-03-01" },
      ...{ startsOn: day, endsOn: day },
    },
  });
  await database.actor.createMany({
    data: [
      { id: "ada", kind: "person", name: "Ada Testbrook" },
      { id: "grace", kind: "person", name: "Grace Testford" },
    ],
  });
  await database.topic.create({ data: { id: "boats", label: "Boats", definition: "Of boats." } });
});

const idsOf = async (query: Partial<CommitmentsQuery>) =>
  (await listCommitments({ ...ALL_COMMITMENTS, ...query })).items.map(({ id }) => id);

const kept = (evidence: Evidence[] = [SOURCE]) =>
  withChange({ state: "kept", day: "2025-05-01", note: "They came.", evidence }, 0);

async function requireShown(id: string) {
  const found = await getCommitment(id);
  if (found?.state !== "found") throw new Error("the commitment is not shown");
  return found.commitment;
}

describe("a commitment", () => {
  it("is overdue after its last day, and never missed by itself", async () => {
    const id = await addCommitment(BOATS, ACTOR);
    expect(id).toBe("ten-boats");
    expect(await requireShown(id)).toMatchObject({
      ...{ state: "open", isOverdue: true, dueStartsOn: "2025-06-01", dueEndsOn: "2025-06-30" },
      ...{ by: [{ id: "ada", name: "Ada Testbrook" }], to: [{ id: "grace" }] },
      evidence: [{ source: { publisher: "Courier" }, cited: null, words: null }],
    });
    const later = await addCommitment({ ...BOATS, due: "2999" }, ACTOR);
    const never = await addCommitment({ ...BOATS, due: null }, ACTOR);
    expect(await idsOf({ state: "overdue" })).toEqual([id]);
    expect((await idsOf({ state: "open" })).sort()).toEqual([id, later, never].sort());
  });

  it("becomes what a person judges it, with the day and the evidence", async () => {
    const id = await addCommitment(BOATS, ACTOR);
    const body = "The boats came in on Thursday. Nobody cheered.";
    const articleId = await createTestArticle({ slug: "boats-come-in", body });
    const words = { ...SOURCE, publisher: null, title: null, url: null, articleId };
    const evidence = [{ ...words, words: "The boats came in on Thursday." }];
    await editCommitment(id, { base: 1, edit: kept(evidence) }, ACTOR);
    const { state, isOverdue, changes } = await requireShown(id);
    expect({ state, isOverdue }).toEqual({ state: "kept", isOverdue: false });
    expect(changes).toEqual([
      {
        ...{ state: "kept", day: "2025-05-01", note: "They came." },
        evidence: [
          {
            source: null,
            cited: expect.objectContaining({ path: "/2025/02/27/boats-come-in" }),
            words: {
              text: evidence[0]?.words,
              href: expect.stringContaining("#:~:text=The%20boat"),
            },
          },
        ],
      },
    ]);
    // Words that are not shown there, or no longer stand there, are not shown here.
    await database.article.update({ where: { id: articleId }, data: { rights: "metadata_only" } });
    expect((await requireShown(id)).changes[0]?.evidence[0]?.words).toBeNull();
    await database.article.update({ where: { id: articleId }, data: { status: "draft" } });
    expect((await requireShown(id)).changes[0]?.evidence[0]?.cited).toBeNull();
  });

  it("is undone, withdrawn and brought back, each with its audit", async () => {
    const id = await addCommitment(BOATS, ACTOR);
    await editCommitment(id, { base: 1, edit: kept() }, ACTOR);
    await expect(editCommitment(id, { base: 1, edit: kept() }, ACTOR)).rejects.toMatchObject({
      code: "conflict",
    });
    await restoreCommitment(id, { base: 2, number: 1 }, ACTOR);
    expect(await requireShown(id)).toMatchObject({ state: "open", changes: [] });
    await setCommitmentWithdrawn(id, "Nobody said so.", ACTOR);
    expect(await getCommitment(id)).toMatchObject({ state: "gone", reason: "Nobody said so." });
    expect(await idsOf({})).toEqual([]);
    expect(await listEventCommitments("ferry")).toEqual([]);
    await expect(setCommitmentWithdrawn(id, "Again.", ACTOR)).rejects.toThrow("already");
    await setCommitmentWithdrawn(id, null, ACTOR);
    expect(await idsOf({})).toEqual([id]);
    const audit = await database.auditEntry.findMany({
      where: { subject: "commitment", subjectId: id },
    });
    expect(audit.slice(-5).map(({ action }) => action)).toEqual([
      ...["commitment.add", "commitment.save", "commitment.restore"],
      ...["commitment.withdraw", "commitment.bring_back"],
    ]);
  });
});

describe("the list of commitments", () => {
  it("is narrowed by who, state, topic and due days, and ordered as asked", async () => {
    const boats = await addCommitment(BOATS, ACTOR);
    const pier = await addCommitment(
      { ...BOATS, title: "A pier", madeOn: "2025-04", due: "2025-12-31", by: ["grace"], to: [] },
      ACTOR,
    );
    const words = await addCommitment(
      { ...BOATS, title: "A word", due: null, topicIds: [] },
      ACTOR,
    );
    expect(await idsOf({})).toEqual([pier, words, boats]);
    expect(await idsOf({ sort: "due" })).toEqual([boats, pier, words]);
    expect(await idsOf({ actorId: "grace" })).toEqual([pier]);
    expect((await idsOf({ topicId: "boats" })).sort()).toEqual([pier, boats].sort());
    expect(await idsOf({ from: "2025-06-15", to: "2025-07-01" })).toEqual([boats]);
    expect(await idsOf({ from: "2026-01-01" })).toEqual([]);
    const { actors, topics, total } = await listCommitments(ALL_COMMITMENTS, { pageSize: 2 });
    expect(total).toBe(3);
    expect(actors).toEqual([
      { id: "ada", label: "Ada Testbrook", count: 2 },
      { id: "grace", label: "Grace Testford", count: 1 },
    ]);
    expect(topics).toEqual([{ id: "boats", label: "Boats", count: 2 }]);
    expect((await listDueCommitments(ALL_COMMITMENTS)).map(({ id }) => id)).toEqual([boats, pier]);
  });

  it("shows, and finds, somebody merged as whom they were merged into", async () => {
    const id = await addCommitment(BOATS, ACTOR);
    await database.actor.update({ where: { id: "ada" }, data: { mergedIntoId: "grace" } });
    expect((await requireShown(id)).by).toEqual([{ id: "grace", name: "Grace Testford" }]);
    expect(await idsOf({ actorId: "grace" })).toEqual([id]);
  });
});

it("takes names as typed, and says which stand for nothing", async () => {
  const typed = {
    ...{ title: "Ten boats", detail: "", madeOn: "2025", event: "/events/ferry", due: null },
    ...{ by: ["ADA TESTBROOK"], to: [], topicIds: [] },
    evidence: [],
  };
  expect(await resolveTypedCommitment(typed)).toMatchObject({ by: ["ada"], eventId: "ferry" });
  const row = { row: 0, publisher: "Courier", title: "", url: "", here: "", words: "Not there." };
  await expect(
    resolveTypedCommitment({ ...typed, to: ["Nobody"], event: "none", evidence: [row] }),
  ).rejects.toMatchObject({
    details: {
      fields: {
        event: "There is no such event.",
        to: "Nobody here is called Nobody.",
        "evidence.0.sourceTitle": expect.any(String),
        "evidence.0.here": expect.any(String),
      },
    },
  });
  const id = await addCommitment(BOATS, ACTOR);
  expect((await getCommitmentForAdmin(id))?.fields).toEqual(BOATS);
});
