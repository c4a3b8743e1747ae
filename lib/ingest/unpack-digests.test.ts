import { describe, expect, it } from "vitest";
import { draftFromBytes } from "#lib/ingest/pipeline.ts";
import { unpack, type UnpackedItem } from "#lib/ingest/unpack.ts";

async function itemsOf(source: string, fileName: string): Promise<UnpackedItem[]> {
  const items: UnpackedItem[] = [];
  for await (const item of unpack(Buffer.from(source), { fileName })) items.push(item);
  return items;
}

describe("a digest", () => {
  const message = (title: string, sender: string) => `From: ${sender} <news@courier.example>
Subject: ${title}
Date: Thu, 27 Feb 2025 10:00:00 +0000

Ministers met in the harbour on Thursday, said ${sender}.
`;
  const lines = (type: string, parts: string[]) =>
    [
      "From: Courier list <list@courier.example>",
      "Subject: Courier digest",
      "Date: Thu, 27 Feb 2025 18:00:00 +0000",
      "MIME-Version: 1.0",
      `Content-Type: ${type}; boundary="b"`,
      "",
      ...parts.map((part) => `--b\n${part}`),
      "--b--",
      "",
    ].join("\n");
  const digest = lines("multipart/digest", [
    `\n${message("Talks open", "Ada Brook")}`,
    `Content-Type: message/rfc822\n\n${message("Talks close", "Tom Reed")}`,
  ]);
  const mailman = [
    "From: list@courier.example",
    "Subject: Courier digest, vol. 2",
    'Content-Type: multipart/mixed; boundary="outer"',
    "",
    "--outer\nContent-Type: text/plain\n\nToday: 1. Talks open 2. Talks close\n",
    `--outer\n${digest.slice(digest.indexOf("Content-Type"))}`,
    "--outer--",
    "",
  ].join("\n");

  it.each([
    ["by itself", digest],
    ["beside a list of what is in it", mailman],
  ])("gives each message as an article: %s", async (_, source) => {
    const items = await itemsOf(source, "daily.eml");
    expect(items.map(({ path, error }) => [path, error])).toEqual([
      ["daily.eml#1", undefined],
      ["daily.eml#2", undefined],
    ]);
    const drafts = await Promise.all(items.map(({ bytes, hint }) => draftFromBytes(bytes, hint)));
    expect(
      drafts.map(({ headline, publishedOn }) => [headline?.value, publishedOn?.value]),
    ).toEqual([
      ["Talks open", "2025-02-27"],
      ["Talks close", "2025-02-27"],
    ]);
    expect(drafts[1]?.paragraphs[0]?.value).toContain("said Tom Reed");
  });

  it("of one message, or a mail with another in it, stays the mail that it is", async () => {
    const one = lines("multipart/digest", [`\n${message("Talks open", "Ada Brook")}`]);
    const forwarded = lines("multipart/mixed", [
      "Content-Type: text/plain\n\nSee below.\n",
      `Content-Type: message/rfc822\n\n${message("Talks close", "Tom Reed")}`,
    ]);
    for (const source of [one, forwarded]) {
      const items = await itemsOf(source, "a.eml");
      expect(items.map(({ path, bytes }) => [path, bytes.length])).toEqual([
        ["a.eml", source.length],
      ]);
    }
  });
});
