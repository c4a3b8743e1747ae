import type { ArticleFields } from "#lib/articles/schema.ts";

export type FieldName = keyof ArticleFields;

/** In the order in which an editor reads them. */
export const FIELD_LABELS: Readonly<Record<FieldName, string>> = {
  headline: "Headline",
  headlineProposed: "Headline is",
  summary: "Summary",
  outlet: "Outlet",
  publishedOn: "Published on",
  publishedTime: "Time",
  modifiedOn: "Modified on",
  bylines: "By-lines",
  dateline: "Dateline",
  paragraphs: "Text",
  mediaCredits: "Media credits",
  sources: "Sources",
  sourceUrl: "Address of the source",
  language: "Language",
  rights: "Rights",
  topics: "Topics",
  people: "People and organisations",
};
