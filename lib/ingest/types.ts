import type { Span } from "#lib/text/span.ts";
import type { HeaderElement } from "./elements.ts";

export type { Span };
export type { PreviewRow } from "./preview-columns.ts";
export type { JsonObject } from "./records/canonical-json.ts";
export type { ArticleField, ColumnField } from "./records/columns.ts";

/**
 * A value read from the original: where it stands, which rule found it, how sure it is (0–1). `span`
 * is null only for values that we propose or infer rather than read.
 */
export type Found<T> = { value: T; span: Span | null; rule: string; confidence: number };

/** What an original can be, as it is kept with it. */
export const MEDIA_TYPES = [
  "text/plain",
  "text/markdown",
  "text/html",
  "application/pdf",
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  "application/vnd.oasis.opendocument.text",
  "application/rtf",
  "application/epub+zip",
  "message/rfc822",
  "text/csv",
  "application/json",
  "application/xml",
] as const;
export type MediaType = (typeof MEDIA_TYPES)[number];

export const WARNING_CODES = [
  "empty",
  "no-date",
  "relative-date",
  "ambiguous-date",
  "date-after-capture",
  "proposed-headline",
  "no-body",
  "not-english",
  "decoding-doubtful",
  "front-matter-unreadable",
  "markdown-as-plain",
  "scanned",
  "protected",
  "damaged",
  "several-chapters",
] as const;
export type WarningCode = (typeof WARNING_CODES)[number];

export type DraftWarning = {
  code: WarningCode;
  /** Plain British English that says what to do. */
  message: string;
  span: Span | null;
};

/** What a format with fields of its own says; every span lies in the text taken out of it. */
export type Declared = {
  /** Several values for one field may be given, each as sure as it is. */
  elements: HeaderElement[];
  /** In order; `rule` as in a draft. */
  paragraphs: Found<string>[];
};

/** Where a format says that a stretch of its running text is a heading, a list item or a picture. */
export type MarkedSpan = Span & { kind: "heading" | "list-item" | "image" };

/** An original as text. Spans everywhere index into `text`. */
export type RawArticle = {
  text: string;
  /** True: the text was taken out of the format, so that decoding the bytes does not give it again. */
  isExtracted?: boolean;
  /** Set: these are the fields, and nothing is read from the look of lines. */
  declared?: Declared;
  /** Of running text: headings and list items that the format marks as such, in order. */
  marks?: MarkedSpan[];
  /** Of running text: fields and furniture that the format names; the rest is read line by line. */
  named?: HeaderElement[];
  /** Of running text: what its file says of it, which counts only where the text itself is silent. */
  candidates?: HeaderElement[];
  mediaType: MediaType;
  encoding: string;
  encodingConfidence: number;
  /** What went doubtfully in decoding. */
  warnings: DraftWarning[];
};

export type DraftByline = {
  name: Found<string>;
  role: Found<string> | null;
  note: Found<string> | null;
};

/**
 * What was understood of an original. No two spans overlap, and together with `unused` they cover
 * every character that is not white space.
 */
export type ArticleDraft = {
  text: string;
  /** Null only where the text has no word to make one from. */
  headline: Found<string> | null;
  /** True: proposed from the article's own words, not found. */
  headlineProposed: boolean;
  summary: Found<string> | null;
  /** `YYYY-MM-DD`. */
  publishedOn: Found<string> | null;
  /** Day and time, `2025-02-27T10:15Z`, without an offset where none is known; the span is the time's. */
  publishedAt: Found<string> | null;
  modifiedOn: Found<string> | null;
  outlet: Found<string> | null;
  /** BCP 47; `und` where it cannot be told. */
  language: Found<string>;
  bylines: DraftByline[];
  mediaCredits: Found<string>[];
  captions: Found<string>[];
  dateline: Found<string> | null;
  /** In order; `rule` is `paragraph`, `sub-heading` or `list-item`. */
  paragraphs: Found<string>[];
  /** Page furniture, labels and separators: read, and left out on purpose. */
  furniture: Found<string>[];
  sourceUrl: Found<string> | null;
  /** Every non-blank stretch that went into no field above, ordered, non-overlapping. */
  unused: Span[];
  warnings: DraftWarning[];
};

export type ParseOptions = {
  /** `YYYY-MM-DD`: the day the original was captured, which makes relative dates resolvable. */
  capturedOn?: string;
  /** How `03/04/2025` is read; British when not given. */
  dateOrder?: "dmy" | "mdy";
};
