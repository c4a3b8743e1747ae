/**
 * The whole way of an article from bytes to an explained draft, in one page:
 *
 *   bytes ──read──▶ RawArticle ──parse──▶ ArticleDraft ──understand──▶ + mentions, topics, statements
 *
 * How a source of many articles comes apart into the bytes of each is in `pipeline-sources.ts`.
 * Everything here is pure: no database, no clock, no network. The upload form, the API, the bulk
 * import, the command line and the evaluations all go this way.
 */
import { parseArticle } from "./parse.ts";
import { readOriginal, type OriginalHint } from "./read.ts";
import type { ArticleDraft, ParseOptions } from "./types.ts";
import { understandBody, type Gazetteer, type Understanding } from "./understand.ts";

export { feedAddressesIn, type FeedAddress } from "./feeds/feed-addresses.ts";
export { readFeedDocument, type FeedDocument } from "./feeds/feed-document.ts";
export { parseArticle } from "./parse.ts";
export { previewRows } from "./preview-columns.ts";
export { decodeOriginal, readOriginal } from "./read.ts";
export { htmlToBlocks, htmlToLine } from "./html-paragraphs.ts";
export { isTeaser } from "./records/record-fields.ts";
export { listUnknownNames } from "./unknown-names.ts";
export type { GazetteerTopic } from "./gazetteer.ts";
export { explainTopics, findTopics } from "./topics.ts";
export { findMentions, understandBody, type Gazetteer, type Understanding } from "./understand.ts";

export type UnderstoodDraft = ArticleDraft & Understanding;

/** Between paragraphs of a body; mentions and statements index into the text it makes. */
const PARAGRAPH_BREAK = "\n\n";

/** The draft of an original; a day of capture that came with it goes before that of the options. Rejects with `AppError` only where the bytes hold no readable text. */
export async function draftFromBytes(
  bytes: Uint8Array,
  hint: OriginalHint = {},
  options: ParseOptions = {},
): Promise<ArticleDraft> {
  const { capturedOn } = hint;
  return parseArticle(await readOriginal(bytes, hint), {
    ...options,
    ...(capturedOn && { capturedOn }),
  });
}

/** The draft with what the gazetteer suggests about it; spans of these index into its body. */
export function understand(draft: ArticleDraft, gazetteer: Gazetteer): UnderstoodDraft {
  return {
    ...draft,
    ...understandBody(bodyOf(draft), draft.publishedOn?.value ?? null, gazetteer),
  };
}

/** The text of an article: its paragraphs, a blank line between them. */
export function bodyOf(draft: Pick<ArticleDraft, "paragraphs">): string {
  return draft.paragraphs.map(({ value }) => value).join(PARAGRAPH_BREAK);
}
