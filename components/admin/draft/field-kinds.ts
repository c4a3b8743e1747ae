/** The colour family of a field, by the first part of its path. */
const KINDS: Readonly<Record<string, string>> = {
  headline: "title",
  summary: "title",
  publishedOn: "date",
  publishedTime: "date",
  modifiedOn: "date",
  bylines: "person",
  outlet: "outlet",
  sourceUrl: "outlet",
  dateline: "outlet",
  mediaCredits: "picture",
  paragraphs: "body",
  furniture: "furniture",
  // Of a statement, in its review.
  words: "title",
  insertion: "furniture",
  source: "person",
  speaker: "person",
  speakerText: "person",
  cue: "picture",
  venue: "body",
  saidOn: "date",
};

/** The colour family of the field at a path such as `bylines.0.name`. */
export function fieldKind(field: string): string {
  return KINDS[field.split(".")[0] ?? ""] ?? "other";
}

/** Id of the first mark of a field in the original. */
export function spanId(field: string): string {
  return `span-${field}`;
}

/** Id of the control of a field; all paragraphs share one. */
export function controlId(field: string): string {
  return `field-${field.startsWith("paragraphs.") ? "paragraphs" : field}`;
}
