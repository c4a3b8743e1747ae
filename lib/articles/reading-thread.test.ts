import { afterAll, describe, expect, it } from "vitest";
import { readForStore, type IncomingOriginal } from "#lib/articles/read-for-store.ts";
import { openReadingThread } from "#lib/articles/reading-thread.ts";
import { AppError } from "#lib/errors.ts";
import type { Gazetteer } from "#lib/ingest/pipeline.ts";

const GAZETTEER: Gazetteer = {
  actors: [
    {
      ...{ id: "brook", name: "Ada Brook", aliases: [], kind: "person" },
      ...{ country: "United Kingdom", offices: [] },
    },
  ],
  topics: [],
};
const TEXT = `Talks to go on

27 February 2025

Ada Brook said that the talks would go on. “They must,” she said.`;

const incoming = (text: string | Uint8Array): IncomingOriginal => ({
  bytes: typeof text === "string" ? new TextEncoder().encode(text) : text,
  receivedVia: "command_line",
});

describe("the thread that reads articles", () => {
  const thread = openReadingThread(GAZETTEER);
  afterAll(() => thread.close());

  it("reads as this one does, and keeps the bytes of whoever asked", async () => {
    const whole = new TextEncoder().encode(`before${TEXT}after`);
    const piece = incoming(whole.subarray(6, whole.length - 5));
    const read = await thread.read(piece);
    expect(read).toEqual(await readForStore(piece, GAZETTEER));
    expect(read).toMatchObject({ draft: { statements: [{ speakerId: "brook" }, {}] } });
    expect(new TextDecoder().decode(whole)).toContain("Ada Brook");
  });

  it("answers many at once, each with its own", async () => {
    const texts = Array.from({ length: 20 }, (_, i) => `Headline ${i}\n\nBody of number ${i}.`);
    const read = await Promise.all(texts.map((text) => thread.read(incoming(text))));
    expect(read.map((each) => !(each instanceof AppError) && each.draft.headline?.value)).toEqual(
      texts.map((_, i) => `Headline ${i}`),
    );
  });

  it("says why something cannot be read", async () => {
    const here = await readForStore(incoming(new Uint8Array(0)), GAZETTEER);
    const there = await thread.read(incoming(new Uint8Array(0)));
    expect(here).toBeInstanceOf(AppError);
    expect(there).toBeInstanceOf(AppError);
    expect(there).toMatchObject({ message: (here as AppError).message });
  });

  it("takes nothing once it is closed", async () => {
    const other = openReadingThread(GAZETTEER);
    const open = other.read(incoming(TEXT));
    await other.close();
    await expect(open).rejects.toThrow("ended");
    await expect(other.read(incoming(TEXT))).rejects.toThrow("ended");
  });
});
