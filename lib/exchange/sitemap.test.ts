import { expect, it } from "vitest";
import { sitemapIndexXml, sitemapXml } from "#lib/exchange/sitemap.ts";

const BASE = "https://archive.example";

it("lists addresses with the time of their last change", () => {
  const xml = sitemapXml(
    [{ path: "/a?b=1&c=2", changedAt: "2025-02-27T10:00:00.000Z" }, { path: "/" }],
    BASE,
  );
  expect(xml).toContain(
    "<loc>https://archive.example/a?b=1&amp;c=2</loc><lastmod>2025-02-27T10:00:00.000Z</lastmod>",
  );
  expect(xml).toContain("<url><loc>https://archive.example/</loc></url>");
});

it("numbers the files of its index from 1", () => {
  expect(sitemapIndexXml(2, BASE).match(/sitemaps\/\d/g)).toEqual(["sitemaps/1", "sitemaps/2"]);
});
