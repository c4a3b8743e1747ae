import { describe, expect, it } from "vitest";
import { draftFromBytes } from "#lib/ingest/pipeline.ts";
import { parseArticle } from "#lib/ingest/parse.ts";
import { readOriginal } from "#lib/ingest/read.ts";

const FIRST = "Ministers met in the harbour on Thursday and agreed to meet again in the spring.";
const SECOND =
  "Insurers want a guarantee from the treasury, which has so far declined to give one.";
const HEAD = [
  "From: Northmark Courier Alerts <alerts@courier.example>",
  "To: desk@archive.example",
  "Subject: =?utf-8?Q?Harbour_talks_open_at_caf=C3=A9?=",
  "Date: Thu, 27 Feb 2025 10:15:00 +0000",
  "MIME-Version: 1.0",
];

function mail(lines: string[], head = HEAD): Buffer {
  return Buffer.from([...head, ...lines].join("\r\n"));
}

const plain = (...lines: string[]) =>
  mail(["Content-Type: text/plain; charset=utf-8", "", ...lines]);
const valuesOf = async (bytes: Uint8Array) =>
  (await draftFromBytes(bytes)).paragraphs.map(({ value }) => value);
const furnitureOf = async (bytes: Uint8Array) =>
  (await draftFromBytes(bytes)).furniture.map(({ rule, value }) => `${rule}: ${value}`);

describe("an e-mail", () => {
  it("gives subject, sender and date as fields, and its text as the article", async () => {
    const draft = await draftFromBytes(plain(FIRST, "", SECOND));
    expect(draft).toMatchObject({
      headline: { value: "Harbour talks open at café", rule: "mail-header" },
      outlet: { value: "Northmark Courier" },
      publishedOn: { value: "2025-02-27", rule: "mail-header" },
      publishedAt: { value: "2025-02-27T10:15:00+00:00" },
      paragraphs: [{ value: FIRST }, { value: SECOND }],
      unused: [],
    });
  });

  it("believes the article's own byline and date before those of the mail", async () => {
    const draft = await draftFromBytes(
      plain("Talks open in the harbour", "By Ada Brook", "26 February 2025", "", FIRST, "", SECOND),
    );
    expect(draft).toMatchObject({
      headline: { value: "Talks open in the harbour" },
      bylines: [{ name: { value: "Ada Brook" } }],
      publishedOn: { value: "2025-02-26" },
      paragraphs: [{ value: FIRST }, { value: SECOND }],
    });
  });

  it("keeps signature, salutation and a list's footer as furniture", async () => {
    const bytes = plain("Dear all,", "", FIRST, "", SECOND, "", "-- ", "Tom Hale", "Press office");
    expect(await valuesOf(bytes)).toEqual([FIRST, SECOND]);
    expect(await furnitureOf(bytes)).toEqual(
      expect.arrayContaining(["salutation: Dear all,", "signature: Tom Hale"]),
    );
    const closed = plain(FIRST, "", SECOND, "", "Kind regards,", "Tom Hale", "Sent from my phone");
    expect(await valuesOf(closed)).toEqual([FIRST, SECOND]);
    const list = plain(
      FIRST,
      "",
      SECOND,
      "",
      "You are receiving this because you asked for it.",
      "Unsubscribe",
    );
    expect(await valuesOf(list)).toEqual([FIRST, SECOND]);
  });

  it("keeps quoted replies as furniture, with the line that says whose they are", async () => {
    const bytes = plain(
      FIRST,
      "",
      "On Wed, 26 Feb 2025, Tom Hale wrote:",
      "> Have you heard",
      "> anything?",
    );
    expect(await valuesOf(bytes)).toEqual([FIRST]);
    expect(await furnitureOf(bytes)).toContain("quoted-reply: > Have you heard");
    const reply = mail(
      ["", FIRST, "", "On Wed, 26 Feb 2025, Tom Hale wrote:", "", SECOND],
      [
        "From: Tom Hale <tom@desk.example>",
        "Subject: Re: the talks",
        "Message-ID: <1@desk.example>",
      ],
    );
    expect(await valuesOf(reply)).toEqual([FIRST]);
  });

  it("that is forwarded is the article inside, with the fields of its own header", async () => {
    const bytes = mail(
      [
        "",
        "Worth archiving?",
        "",
        "---------- Forwarded message ---------",
        "From: Ada Brook <ada@courier.example>",
        "Date: Thu, Feb 27, 2025 at 10:15 AM",
        "Subject: Harbour talks open",
        "To: Tom Hale <tom@desk.example>",
        "",
        FIRST,
        "",
        SECOND,
      ],
      [
        "From: Tom Hale <tom@desk.example>",
        "Subject: Fwd: Harbour talks open",
        "Message-ID: <1@desk.example>",
        "Date: Fri, 28 Feb 2025 09:00:00 +0000",
      ],
    );
    const draft = await draftFromBytes(bytes);
    expect(draft).toMatchObject({
      headline: { value: "Harbour talks open" },
      bylines: [{ name: { value: "Ada Brook" } }],
      publishedOn: { value: "2025-02-27" },
      paragraphs: [{ value: FIRST }, { value: SECOND }],
      unused: [],
    });
    expect(await furnitureOf(bytes)).toContain("forwarder-note: Worth archiving?");
  });

  it("joins wrapped lines, by their look or as the mail says that they flow", async () => {
    const halves = [FIRST.slice(0, 41), FIRST.slice(41)].map((half) => half.trim());
    const flowed = mail([
      "Content-Type: text/plain; charset=utf-8; format=flowed",
      "",
      `${halves[0]} `,
      `${halves[1]}`,
    ]);
    expect(await valuesOf(flowed)).toEqual([FIRST]);
  });

  it("is read in its encodings: quoted-printable, base64 and old character sets", async () => {
    const printable = mail([
      "Content-Type: text/plain; charset=windows-1252",
      "Content-Transfer-Encoding: quoted-printable",
      "",
      "Ministers met at the caf=E9 =96 and agreed =",
      "to meet again.",
    ]);
    expect(await valuesOf(printable)).toEqual([
      "Ministers met at the café – and agreed to meet again.",
    ]);
    const encoded = mail([
      "Content-Type: text/plain; charset=utf-8",
      "Content-Transfer-Encoding: base64",
      "",
      Buffer.from(FIRST).toString("base64"),
    ]);
    expect(await valuesOf(encoded)).toEqual([FIRST]);
  });

  const alternative = (text: string, html: string) =>
    mail([
      'Content-Type: multipart/alternative; boundary="b1"',
      "",
      "--b1",
      "Content-Type: text/plain",
      "",
      text,
      "--b1",
      "Content-Type: text/html",
      "",
      html,
      "--b1--",
    ]);
  const html = `<head><style>p{}</style></head><div style="display:none">Preview</div><table><tr><td><p>${FIRST}</p><ul><li>${SECOND}</li></ul></td></tr></table><p>View in your browser</p>`;

  it("of two versions gives the plain one where it says as much, else the HTML", async () => {
    expect(await valuesOf(alternative("See our website.", html))).toEqual([FIRST, SECOND]);
    const read = await readOriginal(alternative(`${FIRST} ${FIRST}\r\n\r\n${SECOND}`, html));
    expect(parseArticle(read).paragraphs).toHaveLength(2);
  });

  it("that only carries another mail is that one; without any text it is refused", async () => {
    const carrier = mail(
      [
        'Content-Type: multipart/mixed; boundary="b2"',
        "",
        "--b2",
        "Content-Type: message/rfc822",
        "",
        plain(FIRST).toString(),
        "--b2--",
      ],
      ["From: tom@desk.example", "Subject: for you", "MIME-Version: 1.0"],
    );
    expect(await draftFromBytes(carrier)).toMatchObject({
      headline: { value: "Harbour talks open at café" },
      paragraphs: [{ value: FIRST }],
    });
    const bare = mail([
      'Content-Type: multipart/mixed; boundary="b"',
      "",
      "--b",
      "Content-Type: image/png",
      "",
      "x",
      "--b--",
    ]);
    await expect(draftFromBytes(bare)).rejects.toThrow(/no text/);
  });

  it("is read however deep and broken its parts are", async () => {
    const deep = Array.from(
      { length: 2_000 },
      (_, i) => `Content-Type: multipart/mixed; boundary=b${i}\r\n\r\n--b${i}`,
    ).join("\r\n");
    await expect(draftFromBytes(mail([deep]))).rejects.toThrow(/no text/);
    const quoted = plain(
      FIRST,
      ...Array.from({ length: 100_000 }, () => "> and so on, and so on"),
      FIRST.repeat(20_000),
    );
    expect((await valuesOf(quoted))[0]).toBe(FIRST);
  });

  it("is not mistaken for a text that begins with labels", async () => {
    const text = "Subject: the talks\nDate: 27 February 2025\n\nMinisters met in the harbour.";
    expect((await readOriginal(Buffer.from(text))).mediaType).toBe("text/plain");
  });
});
