import { describe, expect, it } from "vitest";
import { findDays } from "./find-days.ts";
import { readPage } from "./page.ts";

const TEXT =
  "The envoy said that the talks in Northtown had been long, and useful, and that they would go on in spring, as planned.";

function published(html: string, url?: string): string | undefined {
  const [best] = findDays(readPage(html, url)).published;
  return best && [best.value.day, best.value.time].filter(Boolean).join(" ");
}

describe("the day of publication", () => {
  it.each([
    [
      "a meta element",
      '<meta property="article:published_time" content="2025-02-27T10:15:00+02:00">',
      "2025-02-27 10:15:00+02:00",
    ],
    ["seconds since 1970", '<meta name="pubdate" content="1740651300000">', "2025-02-27 10:15Z"],
    ["a compact day", '<meta name="date" content="20250227">', "2025-02-27"],
    [
      "midnight, written for a day",
      '<meta name="date" content="2025-02-27T00:00:00">',
      "2025-02-27",
    ],
    ["midnight to the minute", '<meta name="date" content="2025-02-27 00:00">', "2025-02-27"],
    ["midnight in words", '<meta name="date" content="27 February 2025, 00:00">', "2025-02-27"],
    [
      "midnight somewhere, which is a time",
      '<meta name="date" content="2025-02-27T00:00:00+01:00">',
      "2025-02-27 00:00:00+01:00",
    ],
    [
      "a month first, as .NET writes it",
      '<meta name="date" content="02/03/2025 10:15:00">',
      "2025-02-03 10:15:00",
    ],
    ["microdata", '<span itemprop="datePublished" content="2025-02-27">today</span>', "2025-02-27"],
    [
      "a script's data",
      `<script>var page = {"publishedAt":"2025-02-27T10:15:00Z"}</script>`,
      "2025-02-27 10:15:00Z",
    ],
  ])("is read from %s", (_, head, expected) => {
    expect(published(`${head}<h1>Talks resume in Northtown</h1><p>${TEXT}</p>`)).toBe(expected);
  });

  it.each([
    ["Veröffentlicht am 27. Februar 2025", "2025-02-27"],
    ["Freitag, 5. Jänner 2024", "2024-01-05"],
    ["27 de febrero de 2025", "2025-02-27"],
    ["27 febbraio 2025", "2025-02-27"],
    ["2025年2月27日", "2025-02-27"],
    ["27.02.2025, 11:51 Uhr", "2025-02-27 11:51"],
    ["February 27, 2025", "2025-02-27"],
  ])("is read from the line %s below the headline", (line, expected) => {
    const html = `<h1>Talks resume in Northtown</h1><div class="info">${line}</div><p>${TEXT}</p>
      <div class="related"><p>Other news, 1 January 2020</p></div>`;
    expect(published(html)).toBe(expected);
  });

  it("is the outlet's where the data are in universal time", () => {
    const html = `<meta property="article:published_time" content="2025-02-28T01:15:00Z">
      <h1>Talks resume in Northtown</h1><time datetime="2025-02-27T20:15:00-05:00">27 Feb</time><p>${TEXT}</p>`;
    expect(published(html)).toBe("2025-02-27 20:15:00-05:00");
  });

  it("is read from the address where the page says nothing", () => {
    const url = "https://courier.example/world/2025/02/27/talks";
    expect(published(`<h1>Talks resume</h1><p>${TEXT}</p>`, url)).toBe("2025-02-27");
  });

  it("is never a day that a line calls one of change", () => {
    const html = `<h1>Talks resume in Northtown</h1><p class="meta">Last updated: 27 February 2025</p><p>${TEXT}</p>`;
    expect(published(html)).toBeUndefined();
    expect(findDays(readPage(html)).modified[0]?.value.day).toBe("2025-02-27");
  });
});
