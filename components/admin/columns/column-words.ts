import type { ArticleField, ColumnField } from "#lib/ingest/types.ts";

export const FIELD_WORDS: Record<ArticleField, string> = {
  headline: "Headline",
  body: "Text",
  summary: "Summary",
  published: "Published on",
  modified: "Modified on",
  outlet: "Outlet",
  byline: "By-lines",
  role: "Role of the by-line",
  url: "Address of the page (URL)",
  language: "Language",
  topic: "Topics, to be seen beside the draft",
  place: "Place, to be seen beside the draft",
  credit: "Media credits",
  caption: "Captions",
  rights: "Rights, to be seen beside the draft",
  id: "Identifier, to be seen beside the draft",
};

/** `Titel as Headline, Volltext as Text`: which columns fill a field. */
export function usedWords(fields: readonly ColumnField[]): string {
  const used = fields.flatMap(({ column, field }) =>
    field ? `${column} as ${(FIELD_WORDS[field].split(",")[0] ?? "").toLowerCase()}` : [],
  );
  return used.join(", ");
}

/** `Seite, Rubrik`: which fill none; null where each fills one. */
export function unusedWords(fields: readonly ColumnField[]): string | null {
  const unused = fields.flatMap(({ column, field }) => (field ? [] : column));
  return unused.length > 0 ? unused.join(", ") : null;
}
