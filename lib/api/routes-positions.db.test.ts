import { beforeAll, describe, expect, it } from "vitest";
import * as check from "#app/api/v1/check/route.ts";
import * as positions from "#app/api/v1/positions/route.ts";
import { database } from "#lib/db/client.ts";
import { callRoute } from "#lib/testing/call-route.ts";
import { createTestSaying } from "#lib/testing/saying-rows.ts";

const SAID = "We will stay in the valley for as long as it takes";

beforeAll(async () => {
  await database.topic.create({ data: { id: "grain", label: "Grain", definition: "Grain" } });
  await database.actor.create({ data: { id: "brook", kind: "person", name: "Ada Brook" } });
  await createTestSaying({
    ...{ words: SAID, speakerId: "brook", day: "2025-02-27", topic: "grain" },
    article: { slug: "talks" },
  });
});

async function get(handler: typeof check.GET, path: string) {
  const response = await callRoute(handler, { path });
  return { status: response.status, body: await response.json() };
}

describe("GET /positions", () => {
  it("gives the table of topics and actors, with null where nothing is archived", async () => {
    const { status, body } = await get(
      positions.GET,
      "/?actor=brook&topic=Grain&on=2025-03&compare=2024",
    );
    expect(status).toBe(200);
    expect(body).toMatchObject({
      confirmedOnly: false,
      columns: [
        { actor: { id: "brook", name: "Ada Brook" }, day: "2024-12-31" },
        { actor: { id: "brook" }, day: "2025-03-31" },
      ],
      rows: [
        {
          topic: { id: "grain", label: "Grain" },
          cells: [
            null,
            {
              certainty: "suggested",
              sameDayCount: 1,
              statement: {
                ...{ words: SAID, passage: `Ada Brook said: “${SAID}”`, day: "2025-02-27" },
                speaker: { id: "brook", offices: [] },
              },
            },
          ],
        },
      ],
    });
    expect(body.rows[0].cells[1].statement.place).toMatch(
      /^\/2025\/02\/27\/talks#statement-.*:~:text=.*We/,
    );
    expect(
      (await get(positions.GET, "/?confirmed=true&actor=brook&topic=grain")).body,
    ).toMatchObject({ confirmedOnly: true, rows: [{ cells: [null] }] });
  });

  it.each([
    ["/?on=soonish", "could not be read as a date"],
    ["/?topic=tides", "No topic here is called “tides”"],
    [`/?${"actor=x&".repeat(9)}`, "are more than 8"],
    ["/?confirmed=1", "is neither true nor false"],
    ["/?who=brook", "who is not known here"],
  ])("refuses %s", async (path, why) => {
    const { status, body } = await get(positions.GET, path);
    expect(status).toBe(400);
    expect(body.detail).toContain(why);
  });
});

describe("GET /check", () => {
  it("tells what differs from the archived words", async () => {
    const { body } = await get(
      check.GET,
      `/?q=${encodeURIComponent(SAID.replace("valley", "hills"))}`,
    );
    expect(body).toMatchObject({
      verdict: "altered",
      matches: [
        {
          ...{ verdict: "altered", otherArticles: 0, statement: { words: SAID } },
          differences: [
            { text: "We will stay in the ", in: "both" },
            { text: "valley", in: "archived" },
            { text: "hills", in: "given" },
            { in: "both" },
          ],
        },
      ],
      passages: [],
    });
  });

  it.each([
    ["/?q=Nobody%20ever%20said%20this", 200],
    ["/?q=%20", 400],
    ["/", 400],
    [`/?q=${"word%20".repeat(500)}`, 400],
  ])("answers %s with %i", async (path, expected) => {
    const { status, body } = await get(check.GET, path);
    expect(status).toBe(expected);
    if (status === 200) expect(body).toEqual({ verdict: "not_found", matches: [], passages: [] });
  });
});
