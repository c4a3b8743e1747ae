import { describe, expect, it } from "vitest";
import { chicagoNote } from "#lib/exchange/chicago-note.ts";
import { toBibtex, toCslJson, toRis } from "#lib/exchange/citation-files.ts";
import { citeStatement } from "#lib/exchange/citation.ts";
import type { CitedStatement } from "#lib/exchange/cited-statement.ts";
import { toCslItem } from "#lib/exchange/csl-item.ts";

const STATEMENT: CitedStatement = {
  ...{ kind: "direct", status: "confirmed", isAnonymous: false, speakerText: null },
  words: "We will keep the “line” open.",
  speaker: {
    ...{ id: "brook", name: "Ada von der Brook", kind: "person", country: null },
    offices: ["Envoy"],
  },
  ...{ venue: "on the ferry to Northmark", saidOn: "2025-02-26", day: "2025-02-26" },
  article: {
    ...{ headline: "Ministers meet", headlineProposed: false, publishedOn: "2025-02-27" },
    ...{ outlet: { slug: "courier", name: "Northmark Courier" }, bylines: ["Ivo Lund", "Mo Tarn"] },
  },
  place: "/2025/02/27/ministers-meet#statement-0199",
  fragment: ":~:text=keep%20the,-open",
};
const URL =
  "https://archive.example/2025/02/27/ministers-meet#statement-0199:~:text=keep%20the,-open";
const AT = ["https://archive.example", "2026-11-23"] as const;
const withChange = (change: Partial<CitedStatement>) => ({ ...STATEMENT, ...change });
const itemOf = (change: Partial<CitedStatement>) => toCslItem(withChange(change), ...AT);

describe("a plain citation", () => {
  it("names speaker, office, words, occasion, article and the address of the words", () => {
    expect(citeStatement(STATEMENT, ...AT)).toBe(
      `Ada von der Brook (Envoy), “We will keep the ‘line’ open.”, on the ferry to Northmark, 26 February 2025, in Ivo Lund and Mo Tarn, “Ministers meet”, Northmark Courier, 27 February 2025, The Diplomacy Archive, ${URL} (accessed 23 November 2026).`,
    );
  });

  it("says what is no quotation, and what nobody confirmed", () => {
    const cited = citeStatement(withChange({ kind: "indirect", status: "suggested" }), ...AT);
    expect(cited).toContain(", reported: We will keep the “line” open., ");
    expect(cited).toContain(", read by machine and not confirmed, ");
  });

  it("names who is not known in the article's words", () => {
    const unknown = { speaker: null, venue: null, saidOn: null };
    const cite = (change: Partial<CitedStatement>) =>
      citeStatement(withChange({ ...unknown, ...change }), ...AT);
    expect(cite({ speakerText: "a senior official", isAnonymous: true })).toMatch(
      /^a senior official, “We/,
    );
    expect(cite({ isAnonymous: true })).toMatch(/^Unnamed source, /);
    expect(cite({})).toMatch(/^Unknown speaker, “We will keep the ‘line’ open.”, in Ivo Lund/);
  });
});

describe("a Chicago note", () => {
  it("names what is quoted and where, with commas within quotation marks", () => {
    expect(chicagoNote(STATEMENT, ...AT)).toBe(
      `Ada von der Brook, “We will keep the ‘line’ open,” on the ferry to Northmark, February 26, 2025, quoted in Ivo Lund and Mo Tarn, “Ministers meet,” Northmark Courier, February 27, 2025, The Diplomacy Archive, accessed November 23, 2026, ${URL}.`,
    );
  });

  it("does without what is not known", () => {
    const { article } = STATEMENT;
    const bare = { ...article, outlet: null, bylines: [], headlineProposed: true };
    expect(
      chicagoNote(withChange({ kind: "mixed", venue: null, saidOn: null, article: bare }), ...AT),
    ).toBe(
      `Ada von der Brook, We will keep the “line” open, paraphrased in [Ministers meet], February 27, 2025, The Diplomacy Archive, accessed November 23, 2026, ${URL}.`,
    );
  });

  it("keeps a question mark, and says a month as a month", () => {
    const note = chicagoNote(withChange({ words: "Is it open?", saidOn: "2025-02" }), ...AT);
    expect(note).toContain("“Is it open?,” on the ferry to Northmark, February 2025, quoted");
  });
});

describe("CSL-JSON", () => {
  it("has the speaker as author, the words as title, and the day that it was said", () => {
    expect(JSON.parse(toCslJson(itemOf({})))).toEqual([
      {
        id: "brook20250226will",
        type: "document",
        title: "“We will keep the ‘line’ open.”",
        author: [{ family: "von der Brook", given: "Ada" }],
        issued: { "date-parts": [[2025, 2, 26]] },
        accessed: { "date-parts": [[2026, 11, 23]] },
        "container-title": "Northmark Courier",
        "event-title": "on the ferry to Northmark",
        publisher: "The Diplomacy Archive",
        URL,
        note: "Said on the ferry to Northmark, 26 February 2025. Quoted in Ivo Lund and Mo Tarn, “Ministers meet”, Northmark Courier, 27 February 2025.",
      },
    ]);
  });

  it("has the day of publication where it is not known when it was said, and says so", () => {
    const { issued, note } = itemOf({ venue: null, saidOn: null });
    expect(issued).toEqual({ "date-parts": [[2025, 2, 27]] });
    expect(note).toMatch(/^When it was said is not given\. Quoted in /);
  });

  it.each([
    ["2025-02~", [[2025, 2]]],
    ["2025", [[2025]]],
    [
      "2025-02-26/2025-02-27",
      [
        [2025, 2, 26],
        [2025, 2, 27],
      ],
    ],
  ])("has %s as far as it is known", (saidOn, parts) => {
    expect(itemOf({ saidOn }).issued).toEqual({ "date-parts": parts });
  });

  it("takes only people's names apart", () => {
    const { speaker } = STATEMENT;
    const named = (name: string, kind: "person" | "organisation") =>
      itemOf({ speaker: speaker && { ...speaker, name, kind } }).author;
    expect(named("Northmark Council", "organisation")).toEqual([{ literal: "Northmark Council" }]);
    expect(named("Ada", "person")).toEqual([{ literal: "Ada" }]);
    expect(itemOf({ speaker: null, speakerText: "a senior official" }).author).toEqual([
      { literal: "a senior official" },
    ]);
  });
});

describe("BibTeX", () => {
  it("can be read, with the address as it is", () => {
    const bibtex = toBibtex(itemOf({}));
    expect(bibtex).toMatch(/^@misc\{brook20250226will,\n/);
    expect(bibtex).toContain("\tauthor = {von der Brook, Ada},\n");
    expect(bibtex).toContain("\tyear = {2025},\n\tmonth = {2},\n");
    expect(bibtex).toContain(`\turl = {${URL}},\n`);
  });

  it("holds no command of the words' own, and every letter", () => {
    const words = "Ми \\input{x} & 50% <b>of_it</b> #1 ~$^é";
    const bibtex = toBibtex(itemOf({ words }));
    expect(bibtex.replace(/[{}]/g, "")).toContain(
      String.raw`“Ми \textbackslashinput\x\ \& 50\% \textlessb\textgreaterof\_it\textless/b\textgreater \#1 \textasciitilde\$\textasciicircumé”`,
    );
    const unescaped = bibtex.replace(/\\[{}]/g, "");
    expect(unescaped.split("{").length).toBe(unescaped.split("}").length);
  });
});

describe("RIS", () => {
  it("is one record with a tag on each line and whole dates", () => {
    const lines = toRis(itemOf({})).split("\r\n");
    expect(lines[0]).toBe("TY  - GEN");
    expect(lines.slice(-2)).toEqual(["ER  - ", ""]);
    for (const line of lines.slice(0, -1)) expect(line).toMatch(/^[A-Z][A-Z0-9] {2}- /);
    expect(lines).toContain("AU  - von der Brook, Ada");
    expect(lines).toContain("DA  - 2025/02/26/");
    expect(lines).toContain(`UR  - ${URL}`);
    expect(lines).toContain("T2  - Northmark Courier");
  });
});
