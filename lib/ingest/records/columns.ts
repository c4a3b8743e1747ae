/** Which field of an article a column of a table, or a key of a JSON object, holds: by its name. */

export const ARTICLE_FIELDS = [
  "headline",
  "summary",
  "body",
  "outlet",
  "url",
  "language",
  "published",
  "modified",
  "byline",
  "role",
  "credit",
  "caption",
  "topic",
  "place",
  "rights",
  "id",
] as const;
export type ArticleField = (typeof ARTICLE_FIELDS)[number];

/** What a column of a table is to hold; null: it is kept with the original, and fills no field. */
export type ColumnField = { column: string; field: ArticleField | null };

/** In what form a column says that its text is; `either` is told by the text itself. */
export type TextForm = "html" | "text" | "either";

export type ColumnMapping = {
  /** The column's name as written. */
  column: string;
  /** Null: it is kept with the original, and fills no field. */
  field: ArticleField | null;
  form: TextForm;
  /** Among columns for one field the lowest is believed first. */
  rank: number;
};

/** Names in small letters, words apart by a space; the surest first. */
const NAMES: Record<ArticleField, string> = {
  headline:
    "headline|title|article title|article headline|news title|news headline|story title|web title|main headline|headline main|heading|head|post title|dc title|og title|subject line|заголовок|назва",
  body: "body|article body|body content|content|text|article text|full text|fulltext|body text|main text|maintext|article content|news content|content encoded|story text|story|article|paragraphs|transcript|post content|текст|зміст",
  summary:
    "summary|standfirst|description|abstract|teaser|excerpt|lead|lede|lead paragraph|dek|deck|trail text|subtitle|sub title|subheadline|sub headline|subheading|snippet|intro|introduction|short description|dc description|og description|анонс|опис",
  outlet:
    "outlet|outlet name|publisher|publisher name|publication|publication name|news outlet|newspaper|source name|site name|website name|provider|media outlet|media|source|journal|site|og site name|dc publisher|видання|джерело",
  url: "url|link|canonical url|canonical link|article url|web url|permalink|source url|news url|story url|original url|page url|external url|article link|href|uri|weblink|og url|посилання",
  language: "language|lang|in language|language code|locale|og locale|dc language|мова",
  published:
    "published on|published at|published|date published|publication date|publish date|publishing date|published date|pub date|pubdate|first published|first publication date|web publication date|release date|date|datetime|date time|day|issued|dc date|article published time|timestamp|date gmt|created|created at|first created|firstcreated|date created|дата|дата публікації",
  modified:
    "modified on|modified at|modified|date modified|last modified|updated on|updated at|updated|date updated|last updated|update date|modification date|modified date|version created|versioncreated|article modified time|оновлено",
  byline:
    "byline|bylines|author|authors|author name|author names|by|written by|writer|writers|journalist|journalists|reporter|reporters|creator|dc creator|contributors|contributor|автор|автори",
  role: "author role|role|author title|byline title|byline role",
  credit:
    "credit|credits|media credit|media credits|image credit|photo credit|picture credit|photographer|photo by",
  caption: "caption|captions|image caption|photo caption|picture caption|cutline",
  topic:
    "topic|topics|category|categories|section|section name|subject|subjects|tag|tags|keyword|keywords|news desk|desk|тема|рубрика",
  place: "dateline|place|location|located",
  rights: "rights|copyright|copyright notice|licence|license|usage terms|usageterms|terms",
  id: "id|guid|uuid|identifier|article id|key|urn|row id|record id|slug",
};

const RANKED = new Map(
  ARTICLE_FIELDS.flatMap((field) =>
    NAMES[field].split("|").map((name, rank) => [name, { field, rank }] as const),
  ),
);
const FORM = / (html|text|plain)$/;
const MAX_NAME_LENGTH = 60;

/** What each column holds, in the order of the columns: for a preview, and for reading. */
export function mapColumns(columns: readonly string[]): ColumnMapping[] {
  return columns.map((column) => {
    const name = plainName(column);
    const form = FORM.exec(name)?.[1];
    const known = RANKED.get(name) ?? RANKED.get(name.replace(FORM, ""));
    return {
      column,
      field: known?.field ?? null,
      form: form === "html" ? "html" : form === undefined || RANKED.has(name) ? "either" : "text",
      rank: known?.rank ?? 0,
    };
  });
}

/**
 * True for columns that a table of articles has: one for the text, and one for a headline or a date.
 * A header row of anything else, and a line of prose, is no such thing.
 */
export function areArticleColumns(columns: readonly string[]): boolean {
  const fields = new Set(mapColumns(columns).map(({ field }) => field));
  const hasText = fields.has("body") || fields.has("summary");
  return hasText && (fields.has("headline") || fields.has("published"));
}

/** The name by which a field is known first, whatever other columns there are for it. */
export function firstNameOf(field: ArticleField): string {
  return NAMES[field].slice(0, NAMES[field].indexOf("|"));
}

/** `publishedOn`, `Published_On` and `Published on:` as `published on`. */
function plainName(column: string): string {
  return column
    .slice(0, MAX_NAME_LENGTH)
    .replace(/(?<=[\p{Ll}\d])(?=\p{Lu})/gu, " ")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
