import { randomBytes } from "node:crypto";
import { expect, it } from "vitest";
import { queryCopied } from "#lib/db/bytes.ts";

const LARGE = 3_000_000;

it("gives rows as they are stored, empty ones, missing ones and large ones", async () => {
  const bytes = randomBytes(40).toString("hex");
  const rows = await queryCopied(`
    SELECT 'Київ'::text, 7::int4, decode('${bytes}', 'hex'), NULL::bytea
    UNION ALL SELECT ''::text, -1::int4, ''::bytea, decode(repeat('00ff', ${LARGE}), 'hex')`);
  expect(rows.map(([text, number]) => [text?.toString(), number?.readInt32BE()])).toEqual([
    ["Київ", 7],
    ["", -1],
  ]);
  expect(rows.map(([, , some]) => some?.toString("hex"))).toEqual([bytes, ""]);
  expect(rows[0]?.[3]).toBeNull();
  expect(rows[1]?.[3]?.length).toBe(2 * LARGE);
  expect(rows[1]?.[3]?.every((byte, i) => byte === (i % 2 === 0 ? 0 : 255))).toBe(true);
});

it("gives no rows where there are none, and tells what is wrong", async () => {
  expect(await queryCopied("SELECT 1 WHERE false")).toEqual([]);
  await expect(queryCopied("SELECT 1 / 0")).rejects.toThrow("division by zero");
  expect(await queryCopied("SELECT 1::int4")).toHaveLength(1);
});
