import { randomUUID } from "node:crypto";
import { beforeEach, expect, it } from "vitest";
import { database } from "#lib/db/client.ts";
import { writeWithAudit, type Transaction } from "#lib/db/transaction.ts";

const DESK = { userId: null, agent: "test" };
const IDS = ["first", "second"] as const;

beforeEach(async () => {
  await database.topic.createMany({
    data: IDS.map((id) => ({ id, label: id, definition: "", keywords: [] })),
    skipDuplicates: true,
  });
});

/** Resolves for everyone once so many have come. */
function barrier(count: number): () => Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  let come = 0;
  return () => {
    if (++come >= count) resolve();
    return promise;
  };
}

it.each([
  [
    "a statement of the client",
    (tx: Transaction, id: string, definition: string) =>
      tx.topic.update({ where: { id }, data: { definition } }),
  ],
  [
    "a raw statement",
    (tx: Transaction, id: string, definition: string) =>
      tx.$executeRaw`UPDATE topics SET definition = ${definition} WHERE id = ${id}`,
  ],
])("two that stand in each other's way are both done, each with one trace: %s", async (_, set) => {
  const bothHoldOne = barrier(2);
  const mark = randomUUID();
  let attempts = 0;
  const write = (ids: readonly string[], who: string) =>
    writeWithAudit(DESK, async (tx, record) => {
      attempts++;
      await set(tx, ids[0] as string, who);
      await bothHoldOne();
      await set(tx, ids[1] as string, who);
      record({ action: "test.write", subject: "topic", subjectId: mark });
    });
  await Promise.all([write(IDS, "forth"), write(IDS.toReversed(), "back")]);
  const definitions = await database.topic.findMany({ select: { definition: true } });
  expect(new Set(definitions.map(({ definition }) => definition)).size).toBe(1);
  expect(await database.auditEntry.count({ where: { subjectId: mark } })).toBe(2);
  expect(attempts).toBe(3);
});

it("a fault that is no conflict is thrown at once", async () => {
  let attempts = 0;
  const write = writeWithAudit(DESK, () => {
    attempts++;
    return Promise.reject(new Error("no"));
  });
  await expect(write).rejects.toThrow("no");
  expect(attempts).toBe(1);
});
