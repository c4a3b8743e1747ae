import { findPictures } from "#lib/ingest/html/find-pictures.ts";
import { readPage } from "#lib/ingest/html/page.ts";
import { draftFromBytes } from "#lib/ingest/pipeline.ts";
import type { ArticleDraft, Found } from "#lib/ingest/types.ts";
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

/** What the whole way from bytes to draft makes of a page; nothing where it cannot be read. */
export async function predictPage({ id, url, html }: PageItem): Promise<PagePrediction> {
  const hint = { mediaType: "text/html", charset: "utf-8", url };
  const draft = await draftFromBytes(Buffer.from(html), hint).catch(() => null);
  return {
    ...(draft ? fieldsOf(draft) : NOTHING),
    id,
    images: findPictures(readPage(html, url)).map(({ caption, credit }) => ({
      caption,
      credits: credit ? [credit] : [],
    })),
  };
}

const NOTHING = {
  title: null,
  date: null,
  publishedAt: null,
  modifiedOn: null,
  authors: [],
  roles: [],
  summary: null,
  outlet: null,
  language: "und",
  url: null,
  body: "",
  credits: [],
};

function fieldsOf(draft: ArticleDraft): Omit<PagePrediction, "id" | "images"> {
  const valueOf = (found: Found<string> | null) => found?.value ?? null;
  return {
    title: valueOf(draft.headline),
    date: valueOf(draft.publishedOn),
    publishedAt: valueOf(draft.publishedAt),
    modifiedOn: valueOf(draft.modifiedOn),
    authors: draft.bylines.map(({ name }) => name.value),
    roles: draft.bylines.map(({ role }) => valueOf(role)),
    summary: valueOf(draft.summary),
    outlet: valueOf(draft.outlet),
    language: draft.language.value,
    url: valueOf(draft.sourceUrl),
    body: bodyWithDateline(draft),
    credits: draft.mediaCredits.map(({ value }) => value),
  };
}

/** The draft keeps the dateline apart; in the page it stands before one of the first paragraphs. */
function bodyWithDateline({ dateline, paragraphs, text }: ArticleDraft): string {
  const start = dateline?.span?.start;
  const next = paragraphs.findIndex(
    ({ span }) => span && start !== undefined && span.start > start,
  );
  const texts = paragraphs.map(({ value, span }, i) =>
    i === next && span ? text.slice(start, span.end) : value,
  );
  return texts.join("\n\n");
}
