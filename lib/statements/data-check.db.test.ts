import { beforeAll, describe, expect, it } from "vitest";
import { database } from "#lib/db/client.ts";
import { checkQuotation, MAX_MATCHES } from "#lib/statements/data-check.ts";
import { createTestSaying } from "#lib/testing/saying-rows.ts";

const SAID = "We will stay in the valley for as long as it takes, and we will not leave it";
const NOTED = "The ferry left the harbour before anybody had noticed";

const say = async (words: string, day: string) => (await createTestSaying({ words, day })).id;
const idsOf = async (text: string) =>
  (await checkQuotation(text)).matches.map(({ statement }) => statement.id);

let first: string;
let reprint: string;

beforeAll(async () => {
  await database.actor.create({ data: { id: "brook", kind: "person", name: "Ada Brook" } });
  const said = { words: SAID, speakerId: "brook" };
  reprint = (await createTestSaying({ ...said, day: "2025-03-01" })).id;
  const { id } = await createTestSaying({
    ...{ ...said, day: "2025-02-27", status: "confirmed" },
    ...{ article: { headline: "Valley talks" }, more: `\n\n${NOTED}, it said. ${NOTED} again.` },
  });
  first = id;
  await createTestSaying({
    words: "Nobody may read of the secret road to the north",
    article: { status: "draft", releasedAt: null },
  });
  await createTestSaying({
    words: "Everybody may doubt what the rejected reading took for words",
    status: "rejected",
    article: { rights: "extract" },
  });
});

describe("checkQuotation", () => {
  it("finds the very words once, with the first to have them and those that carry them", async () => {
    const { verdict, matches } = await checkQuotation(`“${SAID}.”`);
    expect(verdict).toBe("exact");
    expect(matches).toHaveLength(1);
    expect(matches[0]?.statement).toMatchObject({
      ...{ id: first, day: "2025-02-27", status: "confirmed", carrierCount: 1 },
      speaker: { name: "Ada Brook" },
      carriers: [{ id: reprint }],
    });
    expect(matches[0]?.parts).toEqual([{ text: SAID, side: "both" }]);
  });

  it.each([
    ["We will stay in the valley … we will not leave it", "shortened"],
    ["for as long as", "shortened"],
    ["We will stay in the hills for as long as it takes, and we will not leave them", "altered"],
    [`At noon she said ${SAID}, and rose`, "part"],
    ["Nobody has ever said anything of this kind", "not_found"],
    ["Nobody may read of the secret road to the north", "not_found"],
    ["Everybody may doubt what the rejected reading took for words", "not_found"],
    ["“…”", "not_found"],
  ])("calls %j %s", async (text, verdict) => {
    expect((await checkQuotation(text)).verdict).toBe(verdict);
  });

  it("marks what differs, in the part of the words that is meant", async () => {
    const { matches } = await checkQuotation("We will stay in the hills for as long");
    expect(matches[0]?.parts).toEqual([
      { text: "We will stay in the ", side: "both" },
      { text: "valley", side: "here" },
      { text: "hills", side: "there" },
      { text: " for as long", side: "both" },
    ]);
    expect(matches[0]?.isCut).toEqual({ before: false, after: true });
  });

  it("finds words that stand in a text and are no statement", async () => {
    const { verdict, passages } = await checkQuotation(NOTED.toUpperCase());
    expect(verdict).toBe("not_found");
    expect(passages).toMatchObject([
      { article: { headline: "Valley talks" }, words: NOTED, before: "" },
    ]);
    expect(passages[0]?.after).toMatch(/^, it said\. The ferry/);
    expect((await checkQuotation(SAID)).passages).toEqual([]);
    expect((await checkQuotation("the ferry noticed anybody before")).passages).toEqual([]);
  });

  it("finds the very words among many that hold them, and lists so many", async () => {
    for (let i = 0; i < 60; i++) {
      await say(`In year ${i} the bridge is to be built anew`, "2025-05-01");
    }
    const exact = await say("the bridge is to be built anew", "2026-01-01");
    const found = await idsOf("The bridge is to be built anew");
    expect(found[0]).toBe(exact);
    expect(found).toHaveLength(MAX_MATCHES);
  });

  it("ranks by the words in common", async () => {
    const far = await say("Grain ships leave the northern port at dawn", "2025-01-01");
    const near = await say("Grain ships leave the southern port at dusk every day", "2025-01-02");
    expect(await idsOf("Grain ships leave the southern port at dawn every day")).toEqual([
      near,
      far,
    ]);
  });

  it("answers in bounded time, whatever is given", async () => {
    const begun = performance.now();
    for (const text of [
      "the ".repeat(500),
      "a".repeat(2_000),
      "“[(…".repeat(500),
      "I .".repeat(600),
    ])
      await checkQuotation(text);
    expect(performance.now() - begun).toBeLessThan(4_000);
  });
});
