import { expect, it } from "vitest";
import { inTurn } from "#lib/http/host-turn.ts";

it("lets one at a time ask a host, in order, whatever became of the one before; hosts apart", async () => {
  const events: string[] = [];
  const opened = Promise.withResolvers<void>();
  const work =
    (name: string, until: Promise<void> | null, fails = false) =>
    async () => {
      events.push(`${name} begins`);
      await until;
      events.push(`${name} ends`);
      if (fails) throw new Error(name);
    };
  const first = inTurn("a.example", 0, work("first", opened.promise, true));
  const second = inTurn("a.example", 0, work("second", null));
  await inTurn("b.example", 0, work("elsewhere", null));
  opened.resolve();
  await expect(first).rejects.toThrow("first");
  await second;
  expect(events).toEqual([
    "first begins",
    "elsewhere begins",
    "elsewhere ends",
    "first ends",
    "second begins",
    "second ends",
  ]);
});
