import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseEdtf } from "#lib/dates/edtf.ts";
import { findTimeExpressions } from "#lib/language/time-expressions.ts";

const TODAY = "2025-02-27"; // a Thursday

/** The expressions of a text as `words → value`. */
function read(text: string, today: string | null = TODAY) {
  return findTimeExpressions(text, today).map(({ start, end, value }) => [
    text.slice(start, end),
    value,
  ]);
}

function readDays(text: string, today: string | null = TODAY) {
  return findTimeExpressions(text, today).map(({ day }) => day);
}

describe("days", () => {
  it.each([
    ["They met on 14 February 2025.", "14 February 2025", "2025-02-14"],
    ["They met on February 14, 2025, in Kyiv.", "February 14, 2025", "2025-02-14"],
    ["They met on Friday 14 February.", "Friday 14 February", "2025-02-14"],
    ["They met on the 14th of February.", "the 14th of February", "2025-02-14"],
    ["They met on 9 May in Kyiv.", "9 May", "2024-05-09"],
    ["They met on the 9th of May.", "the 9th of May", "2024-05-09"],
    ["They met on Feb. 14.", "Feb. 14", "2025-02-14"],
    ["The decree of 2025-02-14 stands.", "2025-02-14", "2025-02-14"],
    ["The decree of 14/02/2025 stands.", "14/02/2025", "2025-02-14"],
    ["The decree of 14/02/25 stands.", "14/02/25", "2025-02-14"],
    ["The decree of 02/14/1989 stands.", "02/14/1989", "1989-02-14"],
    ["He fled on 3 December.", "3 December", "2024-12-03"],
    ["He will fly on 3 December.", "3 December", "2025-12-03"],
    ["The rules take effect April 1.", "April 1", "2025-04-01"],
    ["He was arrested on 16 October last year.", "16 October last year", "2024-10-16"],
    ["The ship left at 5 p.m. on the pier.", "5 p.m.", null],
    ["The offer stands until 5 p.m. GMT March 9.", "5 p.m. GMT March 9", "2025-03-09"],
    ["They met on 30 February 2025.", "30 February 2025", null],
    ["They met on 29 February.", "29 February", "2024-02-29"],
  ])("%s", (text, words, day) => {
    expect(read(text)).toEqual([[words, day]]);
    expect(readDays(text)).toEqual([day]);
  });
});

describe("weekdays, and where the verbs point", () => {
  it.each([
    ["She said on Monday that it was over.", ["2025-02-24"]],
    ["Ada Brook on Tuesday said the talks may resume.", ["2025-02-25"]],
    ["She said on Thursday it was over.", ["2025-02-27"]],
    ["She will meet him on Monday.", ["2025-03-03"]],
    ["The vote is expected on Friday.", ["2025-02-28"]],
    ["The summit is to be held on Sunday.", ["2025-03-02"]],
    ["They agreed to meet on Saturday.", ["2025-03-01"]],
    ["He said on Tuesday that he will go on Saturday.", ["2025-02-25", "2025-03-01"]],
    ["They spoke ahead of Monday’s summit.", ["2025-03-03"]],
    ["They spoke last Friday.", ["2025-02-21"]],
    ["They spoke last Thursday.", ["2025-02-20"]],
    ["They meet again next Thursday.", ["2025-03-06"]],
    ["They spoke late Sunday night.", ["2025-02-23"]],
    ["They began as planned on Sunday.", ["2025-02-23"]],
    ["It fell on 7 February; on the previous Monday it rose.", ["2025-02-07", "2025-02-03"]],
    ["Theresa May spoke on Mon 10 Feb.", ["2025-02-10"]],
  ])("%s", (text, days) => {
    expect(readDays(text)).toEqual(days);
  });
});

describe("what is counted from the day of the text", () => {
  it.each([
    ["He spoke today.", "today", "2025-02-27"],
    ["He spoke late yesterday evening.", "late yesterday evening", "2025-02-26"],
    ["He speaks tomorrow.", "tomorrow", "2025-02-28"],
    ["He spoke last night.", "last night", "2025-02-26"],
    ["He spoke this morning.", "this morning", "2025-02-27"],
    ["Sirens sounded overnight.", "overnight", "2025-02-26/2025-02-27"],
    ["He spoke three days ago.", "three days ago", "2025-02-24"],
    ["He spoke twenty-one days ago.", "twenty-one days ago", "2025-02-06"],
    ["He spoke two weeks ago.", "two weeks ago", "2025-02-13~"],
    ["He spoke a week or so ago.", "a week or so ago", "2025-02-20~"],
    ["He spoke five months ago.", "five months ago", "2024-09~"],
    ["He spoke about ten years ago.", "about ten years ago", "2015~"],
    ["He spoke approximately two weeks ago.", "approximately two weeks ago", "2025-02-13~"],
    ["He spoke several years ago.", "several years ago", null],
    ["He spoke last week.", "last week", "2025-02-17/2025-02-23"],
    ["He spoke earlier this month.", "earlier this month", "2025-02"],
    ["He goes next month.", "next month", "2025-03"],
    ["He retired last year.", "last year", "2024"],
    ["He retired in the past year.", "the past year", "2024-02-27/2025-02-27"],
    ["He retired last May.", "last May", "2024-05"],
    ["He retired in March.", "March", "2024-03"],
    ["He will retire in March.", "March", "2025-03"],
    ["Sales rose in the third quarter.", "the third quarter", "2024-07/2024-09"],
    ["It opens in next year's first quarter.", "next year's first quarter", "2026-01/2026-03"],
    ["Sales rose in the first half of 2024.", "the first half of 2024", "2024-01/2024-06"],
    ["He left last summer.", "last summer", "2024-06/2024-08"],
    ["He left this past spring.", "this past spring", "2024-03/2024-05"],
    ["The books close at year-end.", "year-end", "2025-12-31"],
  ])("%s", (text, words, value) => {
    expect(read(text)).toEqual([[words, value]]);
  });

  it.each([
    ["He was seen on 3 February. The next day he fled.", ["2025-02-03", "2025-02-04"]],
    ["He was seen on 3 February. Two days earlier he had called.", ["2025-02-03", "2025-02-01"]],
    ["The deal ran to 3 February. Until then all was quiet.", ["2025-02-03", "2025-02-03"]],
    ["Yesterday was the third day of talks.", ["2025-02-26", "2025-02-26"]],
    ["On Tuesday, the second full day, they met.", ["2025-02-25", "2025-02-25"]],
    ["She promised it on the first day of the trip.", [null]],
    ["In the year-ago quarter ended 9 March it lost money.", [null, "2024-03-09"]],
    ["It lost less than in the year-ago quarter. On 9 February it paid.", [null, "2025-02-09"]],
    ["At the end of the day it is his choice.", [null]],
    ["He fled the day after the vote.", [null]],
  ])("counts from the day named before: %s", (text, days) => {
    expect(readDays(text)).toEqual(days);
  });

  it("resolves only what names its year where the day of the text is not known", () => {
    const text = "On Monday, as in May 2024 and last week, she spoke of 3 March 2023.";
    expect(read(text, null)).toEqual([
      ["Monday", null],
      ["May 2024", "2024-05"],
      ["last week", null],
      ["3 March 2023", "2023-03-03"],
    ]);
    expect(read("on Monday", "2025-02-30")).toEqual([["Monday", null]]);
  });
});

describe("years, decades and stretches", () => {
  it.each([
    ["since 1988", "1988", "1988"],
    ["the 2024 election", "2024", "2024"],
    ["in early 1990", "early 1990", "1990"],
    ["by the end of 1990", "the end of 1990", "1990"],
    ["in fiscal 1989", "fiscal 1989", "1989"],
    ["in 2014–15", "2014–15", "2014/2015"],
    ["in the late 1980s", "the late 1980s", "1980/1989"],
    ["in the ’80s", "80s", "1980/1989"],
    ["in the 21st century", "the 21st century", "2000/2099"],
    ["between 14 and 16 February 2025", "14 and 16 February 2025", "2025-02-14/2025-02-16"],
    ["for more than three months", "more than three months", null],
    ["a three-year deal", "three-year", null],
    ["in recent years", "recent years", null],
    ["the next 12 to 18 months", "the next 12 to 18 months", null],
    ["paid annually", "annually", null],
    ["each Thursday", "each Thursday", null],
    ["he is now gone", "now", null],
  ])("%s", (text, words, value) => {
    expect(read(text)).toEqual([[words, value]]);
  });

  it.each([
    ["for three months", "DURATION"],
    ["every year", "SET"],
    ["at 10.30 p.m.", "TIME"],
    ["this evening", "TIME"],
    ["in 1988", "DATE"],
  ])("tells the type: %s", (text, type) => {
    expect(findTimeExpressions(text, TODAY).map((time) => time.type)).toEqual([type]);
  });
});

describe("what is no time", () => {
  it.each([
    "He sent 2000 troops.",
    "It cost $1990 or £2025.",
    "It may march on; they may fall.",
    "Theresa May’s plan, by May’s own account",
    "The Sun sat on the table.",
    "Ada Brook, 52 years old, spoke.",
    "three quarters of voters",
    "as soon as they could, shortly after the vote",
    "10.5 per cent",
    "",
    " \n\n ",
  ])("%j", (text) => {
    expect(read(text)).toEqual([]);
  });
});

describe("hostile text", () => {
  const plain = millisecondsFor("The minister spoke of nothing at all. ".repeat(26_000));

  it.each([
    ["digits", "1".repeat(1_000_000)],
    ["numbers", "1 ".repeat(500_000)],
    ["separated digits", "1,".repeat(500_000)],
    ["a word of the grammar", "last ".repeat(200_000)],
    ["determiners", "the early end of the ".repeat(50_000)],
    ["hyphens", "-".repeat(1_000_000)],
    ["blank lines", "\n \n".repeat(300_000)],
    ["verbs before a day", `${"xx ".repeat(300_000)}Monday`],
    ["sentences with a day", "They met on Monday. ".repeat(50_000)],
  ])("a megabyte of %s takes no longer than other text", (_, text) => {
    expect(millisecondsFor(text)).toBeLessThan(40 * plain + 500);
  });

  it("keeps places right where letters change their length or direction", () => {
    const text = "İİİ קרא الخميس \u202eon Monday\u202c 🙂 and today";
    expect(read(text)).toEqual([
      ["Monday", "2025-02-24"],
      ["today", "2025-02-27"],
    ]);
  });

  it("never throws, and gives ordered places and values that can be read", () => {
    const piece = fc.constantFrom(
      ..."last next the 31 2024 1000 2199 May Feb. Monday days ago two of year-end week first quarter half , - 's 1980s century 24th to 31/12/9999 0001-01-01 hundred thousand years later earlier".split(
        " ",
      ),
    );
    const texts = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.array(piece).map((words) => words.join(" ")),
    );
    fc.assert(
      fc.property(
        texts,
        fc.constantFrom(TODAY, "0001-01-01", "9999-12-31", null),
        (text, today) => {
          let free = 0;
          for (const { start, end, value, day } of findTimeExpressions(text, today)) {
            expect(start).toBeGreaterThanOrEqual(free);
            expect(end).toBeGreaterThan(start);
            if (value !== null) expect(parseEdtf(value), value).not.toBeNull();
            if (day !== null) expect(value).toBe(day);
            free = end;
          }
          expect(free).toBeLessThanOrEqual(text.length);
        },
      ),
      { numRuns: 200 },
    );
  });
});

function millisecondsFor(text: string): number {
  const startedAt = process.cpuUsage().user;
  findTimeExpressions(text, TODAY);
  return (process.cpuUsage().user - startedAt) / 1000;
}
