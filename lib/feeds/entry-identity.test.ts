import { expect, it } from "vitest";
import { identify, wordsSha256Of } from "#lib/feeds/entry-identity.ts";
import { draftFromBytes } from "#lib/ingest/pipeline.ts";

const itemOf = (record: object) => ({
  bytes: Buffer.from(JSON.stringify(record)),
  hint: { mediaType: "application/json" },
  path: "feed#1",
});
const identitiesOf = (...records: object[]) =>
  identify(records.map(itemOf)).map(({ identity }) => identity);
const A = "https://x.example/a";
const B = "https://x.example/b";

it.each([
  ["its id, whatever else changes", { id: "1", url: A, title: "One" }, { id: "1", url: B }, true],
  ["its id, also as a number", { id: 1, url: A }, { id: "1", url: A }, true],
  ["its address without one", { url: A, title: "One" }, { url: A, title: "Two" }, true],
  ["its bytes without either", { title: "One" }, { title: "One" }, true],
  ["its id", { id: "1", url: A }, { id: "2", url: A }, false],
  ["its address", { url: A }, { url: B }, false],
  ["its bytes", { title: "One" }, { title: "Two" }, false],
])("an entry is known by %s", (_, first, second, isSame) => {
  expect(identitiesOf(first)[0] === identitiesOf(second)[0]).toBe(isSame);
});

it("counts addresses too where a feed gives the same id to all", () => {
  expect(new Set(identitiesOf({ id: "x", url: A }, { id: "x", url: B })).size).toBe(2);
  expect(identitiesOf({ id: "x", url: A }, { id: "x", url: A, title: "Again" }).length).toBe(1);
});

it("leads only to pages of the web", () => {
  const [item] = identify([itemOf({ id: "1", url: "javascript:alert(1)" })]);
  expect(item?.address).toBeNull();
});

it("tells new words from new markup", async () => {
  const wordsOf = async (bodyHtml: string) =>
    wordsSha256Of(await draftFromBytes(itemOf({ title: "Talks", bodyHtml }).bytes));
  const words = await wordsOf("<p>Ministers met.</p><p>They left.</p>");
  expect(await wordsOf("<div><p>Ministers <b>met.</b></p> <p class=x>They left.")).toBe(words);
  expect(await wordsOf("<p>Ministers met.</p><p>They stayed.</p>")).not.toBe(words);
});
