import { beforeAll, expect, it } from "vitest";
import { database } from "#lib/db/client.ts";
import { getLedger, listStatementsAfter } from "#lib/statements/data-ledger.ts";
import { parseLedger, WHOLE_LEDGER } from "#lib/statements/ledger-query.ts";
import { createTestArticle } from "#lib/testing/article-rows.ts";

const STATEMENTS = 10_000;
/** Each third statement has the words and the speaker of the one before it. */
const DIFFERENT = Math.ceil(STATEMENTS / 3) * 2 - 1;

beforeAll(async () => {
  await database.actor.create({ data: { id: "brook", name: "Ada Brook", kind: "person" } });
  const article = await createTestArticle({ body: "A long body. ".repeat(10_000) });
  await database.$executeRaw`
    INSERT INTO statements (id, article_id, kind, starts_at, ends_at, parts, words, passage,
      passage_at, speaker_id, confidence, group_id, day)
    SELECT gen_random_uuid(), ${article}::uuid, 'direct', 0, 10, '{}', 'Line ' || i, 'Line ' || i || '.',
      0, CASE WHEN (i - (i % 3 = 2)::int) % 2 = 0 THEN 'brook' END, 0.9,
      md5((i - (i % 3 = 2)::int)::text)::uuid, '2020-01-01'::date + i / 10
    FROM generate_series(1, ${STATEMENTS}::int) i`;
  // From here on, whatever reads a body fails.
  await database.$executeRaw`ALTER TABLE articles RENAME COLUMN body TO unread_body`;
});

it("reads no article's body, however many statements there are", async () => {
  const { items, total, pageCount, counts } = await getLedger(parseLedger({}, "2026-11-27"));
  expect(total).toBe(DIFFERENT);
  expect(pageCount).toBe(100);
  expect(items).toHaveLength(20);
  expect(new Set(items.map(({ groupId }) => groupId)).size).toBe(20);
  expect(counts.speakers).toMatchObject([{ id: "brook", label: "Ada Brook" }]);
  expect(counts.cover).toBe(10_000);
  const last = await getLedger(
    parseLedger({ page: "100", q: "line", speaker: "brook" }, "2026-11-27"),
  );
  expect(last.items).toHaveLength(20);
});

it("goes through all of them once", async () => {
  const seen = new Set<string>();
  let after: { day: string; id: string } | null = null;
  for (;;) {
    const page = await listStatementsAfter(WHOLE_LEDGER, { sort: "newest", after, limit: 1_000 });
    for (const { groupId } of page) seen.add(groupId);
    const last = page.at(-1);
    if (!last) break;
    after = { day: last.day, id: last.id };
  }
  expect(seen.size).toBe(DIFFERENT);
});
