import { expect, it } from "vitest";
import { inOrder } from "#scripts/in-order.ts";
import { inGroups } from "#lib/jobs/in-groups.ts";

async function* numbers(count: number): AsyncGenerator<number> {
  for (let i = 1; i <= count; i++) yield i;
}

async function collect<T>(things: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const thing of things) all.push(thing);
  return all;
}

it("gives results in order, with no more under way than allowed", async () => {
  let underWay = 0;
  let most = 0;
  const results = inOrder(numbers(20), 3, async (number) => {
    most = Math.max(most, ++underWay);
    // Later ones are done earlier.
    for (let i = number; i < 20; i++) await Promise.resolve();
    underWay--;
    return number * 2;
  });
  expect(await collect(results)).toEqual(Array.from({ length: 20 }, (_, i) => (i + 1) * 2));
  expect(most).toBe(3);
});

it("gives what stands before a fault, and then the fault", async () => {
  const seen: number[] = [];
  const run = async () => {
    for await (const number of inOrder(numbers(9), 4, async (each) => {
      if (each === 3) throw new Error("three");
      return each;
    }))
      seen.push(number);
  };
  await expect(run()).rejects.toThrow("three");
  expect(seen).toEqual([1, 2]);
});

it("groups by number and by weight, and loses none", async () => {
  const groups = inGroups(numbers(7), { size: 3, maxWeight: 10, weightOf: (number) => number });
  expect(await collect(groups)).toEqual([[1, 2, 3], [4, 5, 6], [7]]);
  const heavy = inGroups(numbers(4), { size: 9, maxWeight: 3, weightOf: (number) => number });
  expect(await collect(heavy)).toEqual([[1, 2], [3], [4]]);
});
