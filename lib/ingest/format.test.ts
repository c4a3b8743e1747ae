import iconv from "iconv-lite";
import { describe, expect, it } from "vitest";
import { detectFormat } from "./format.ts";

describe("a web page is known", () => {
  it.each([
    ["a doctype", "<!DOCTYPE html><p>Text"],
    ["an old doctype", '<!doctype HTML PUBLIC "-//W3C//DTD HTML 4.01//EN"><p>Text'],
    ["its root", "\n  <HTML lang=en><p>Text"],
    ["its head", "<head><title>Text</title>"],
    ["what follows a comment", "<!-- saved from url=(0014)about:internet -->\r\n<html>"],
    ["what follows a long comment", `<!--${" x".repeat(1_500)}--><html>`],
    ["what follows an XML declaration", '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE html>'],
    ["what follows a byte-order mark", "\uFEFF<!doctype html>"],
  ])("by %s", async (_, html) => {
    expect(await detectFormat(Buffer.from(html), { fileName: "talks.txt" })).toBe("text/html");
  });

  it("in UTF-16, by what follows its mark", async () => {
    const bytes = iconv.encode("<!doctype html><p>Text", "utf-16le", { addBOM: true });
    expect(await detectFormat(bytes, {})).toBe("text/html");
  });

  it("by its declared type where it begins with a tag, and not where it begins with words", async () => {
    const hint = { mediaType: "text/html; charset=utf-8" };
    expect(await detectFormat(Buffer.from("<p>Talks resume.</p>"), hint)).toBe("text/html");
    expect(await detectFormat(Buffer.from("Talks resume."), hint)).toBe("text/plain");
    expect(await detectFormat(Buffer.from("<p>Talks resume.</p>"), {})).toBe("text/plain");
  });
});
