import { findPictures } from "#lib/ingest/html/find-pictures.ts";
import { readPage } from "#lib/ingest/html/page.ts";
import { draftFromBytes } from "#lib/ingest/pipeline.ts";
import type { PageItem } from "./page-items.ts";

/** What was found on a page, named as in the gold. */
export type PagePrediction = {
  id: string;
  title: string | null;
  /** `YYYY-MM-DD`. */
  date: string | null;
  publishedAt: string | null;
  modifiedOn: string | null;
  authors: string[];
  roles: (string | null)[];
  summary: string | null;
  outlet: string | null;
  language: string;
  url: string | null;
  /** Paragraphs, a blank line between them. */
  body: string;
  images: { caption: string | null; credits: string[] }[];
  credits: string[];
};

/** What the whole way from bytes to draft makes of a page. */
export async function predictPage({ id, url, html }: PageItem): Promise<PagePrediction> {
  const hint = { mediaType: "text/html", charset: "utf-8", url };
  const draft = await draftFromBytes(Buffer.from(html), hint).catch(() => null);
  const paragraphs = draft?.paragraphs.map(({ value }) => value) ?? [];
  const opening = draft?.dateline
    ? draft.text.slice(draft.dateline.span?.start).split("\n", 1)
    : [];
  return {
    id,
    title: draft?.headline?.value ?? null,
    date: draft?.publishedOn?.value ?? null,
    publishedAt: draft?.publishedAt?.value ?? null,
    modifiedOn: draft?.modifiedOn?.value ?? null,
    authors: draft?.bylines.map(({ name }) => name.value) ?? [],
    roles: draft?.bylines.map(({ role }) => role?.value ?? null) ?? [],
    summary: draft?.summary?.value ?? null,
    outlet: draft?.outlet?.value ?? null,
    language: draft?.language.value ?? "und",
    url: draft?.sourceUrl?.value ?? null,
    // The draft keeps the dateline apart; in the page it stands before the first paragraph.
    body: (opening[0] ? [opening[0], ...paragraphs.slice(1)] : paragraphs).join("\n\n"),
    images: findPictures(readPage(html)).map(({ caption, credit }) => ({
      caption,
      credits: credit ? [credit] : [],
    })),
    credits: draft?.mediaCredits.map(({ value }) => value) ?? [],
  };
}
