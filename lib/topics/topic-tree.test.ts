import { expect, it } from "vitest";
import { toTopicTree } from "#lib/topics/topic-tree.ts";

const topic = (id: string, broaderId: string | null = null) => ({
  ...{ id, label: id, definition: "", broaderId, articleCount: 0, eventCount: 0 },
});
const shape = (topics: ReturnType<typeof topic>[]) =>
  toTopicTree(topics).map(({ id, narrower }) => [id, narrower.map((each) => each.id)]);

it("gathers topics under their broadest term", () => {
  expect(shape([topic("c", "b"), topic("b", "a"), topic("a"), topic("z")])).toEqual([
    ["a", ["c", "b"]],
    ["z", []],
  ]);
});

it("keeps a topic whose broader term is not in use", () => {
  expect(shape([topic("b", "merged-away")])).toEqual([["b", []]]);
});

it("loses nothing in a circle", () => {
  const ids = shape([topic("a", "b"), topic("b", "a")]).flat(2);
  expect(ids.sort()).toEqual(["a", "b"]);
});
