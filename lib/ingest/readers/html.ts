import { decodeText } from "../decode.ts";
import { ExtractedText } from "../extracted-text.ts";
import { findAuthors } from "../html/find-authors.ts";
import { findDays } from "../html/find-days.ts";
import { findHeadlines } from "../html/find-headline.ts";
import { findPictures } from "../html/find-pictures.ts";
import { charsetOf } from "../html/charset.ts";
import { findAddress, findLanguage, findOutlets, findSummaries } from "../html/find-source.ts";
import { writeMoment } from "../html/moments.ts";
import { readPage, type Page } from "../html/page.ts";
import { unreadable, type Reader } from "../reader.ts";

const RULE_BY_KIND = { heading: "sub-heading", "list-item": "list-item" } as const;

/** A web page: its article's text and fields, without the page around it. Runs and fetches nothing. */
export const readHtml: Reader = (bytes, hint) => {
  const { text: html, ...decoding } = decodeText(bytes, hint.charset ?? charsetOf(bytes));
  const page = readPage(html, hint.url ?? null);
  const extracted = new ExtractedText();
  addFields(extracted, page);
  for (const { text, kind } of page.body.blocks) {
    const rule =
      kind in RULE_BY_KIND ? RULE_BY_KIND[kind as keyof typeof RULE_BY_KIND] : "paragraph";
    extracted.addParagraph(text, rule);
  }
  const { text, declared } = extracted.finish();
  if (text === "") {
    throw unreadable(
      "The page has no text: it may be made by scripts when it is opened.",
      "Please open it in a browser, and paste the article's text or save the whole page.",
    );
  }
  return {
    text,
    declared,
    isExtracted: true,
    mediaType: "text/html",
    ...decoding,
    warnings: decoding.warnings.map((warning) => ({ ...warning, span: null })),
  };
};

function addFields(extracted: ExtractedText, page: Page): void {
  const singles = [
    ["headline", findHeadlines(page)],
    ["summary", findSummaries(page)],
    ["outlet", findOutlets(page)],
    ["url", findAddress(page)],
    ["language", findLanguage(page)],
  ] as const;
  for (const [kind, [best]] of singles) {
    if (best) extracted.add(kind, best.value, best.rule, best.confidence);
  }
  addAuthors(extracted, page);
  const days = findDays(page);
  const [published] = days.published;
  if (published) extracted.addDate("published", writeMoment(published.value), published);
  const [modified] = days.modified;
  if (modified) extracted.addDate("modified", writeMoment(modified.value), modified);
  for (const { caption, credit, rule } of findPictures(page)) {
    if (caption) extracted.add("caption", caption, rule, 0.9);
    if (credit) extracted.add("credit", credit, rule, 0.9);
  }
}

function addAuthors(extracted: ExtractedText, page: Page): void {
  const [authors] = findAuthors(page);
  if (!authors) return;
  for (const { name, role } of authors.value) {
    extracted.addByline(name, role ? { role } : {}, authors.rule, authors.confidence);
  }
}
