/** What a sent draft form says. Its fields have the names of their paths, `bylines.0.name`. */
import { JUDGEMENTS, type ArticleFields, type Judgement } from "#lib/articles/schema.ts";
import { TAKE_TARGETS, type Take } from "#lib/articles/take-unused.ts";

export const DRAFT_INTENTS = ["save", "preview", "publish"] as const;
export type DraftIntent = (typeof DRAFT_INTENTS)[number];

export type SentDraft = {
  /** The article's, and not yet checked either. */
  id: string;
  /** As typed and not yet checked: `articleFieldsSchema` decides. */
  fields: ArticleFields;
  intent: DraftIntent;
  baseVersion: number;
  takes: Take[];
  /** After a conflict: the fields in which the other editor's value is kept. */
  theirs: (keyof ArticleFields)[];
};

/** Reads a form; a list's empty rows are left out, and its rows come in the order of their numbers. */
export function readDraftForm(form: FormData): SentDraft {
  const intent = textOf(form, "intent");
  return {
    id: textOf(form, "articleId"),
    fields: readFields(form),
    intent: DRAFT_INTENTS.find((known) => known === intent) ?? "save",
    baseVersion: Number(textOf(form, "baseVersion")),
    takes: readTakes(form),
    theirs: [...form]
      .filter(([name, value]) => name.startsWith("merge.") && value === "theirs")
      .map(([name]) => name.slice("merge.".length) as keyof ArticleFields),
  };
}

function readFields(form: FormData): ArticleFields {
  const line = (name: string) => textOf(form, name).trim() || null;
  return {
    headline: line("headline"),
    headlineProposed: form.has("headlineProposed"),
    summary: line("summary"),
    outlet: line("outlet"),
    publishedOn: line("publishedOn"),
    publishedTime: line("publishedTime")?.slice(0, 5) ?? null,
    modifiedOn: line("modifiedOn"),
    language: line("language") ?? "und",
    rights: textOf(form, "rights") as ArticleFields["rights"],
    dateline: line("dateline"),
    sourceUrl: line("sourceUrl"),
    bylines: readRows(form, "bylines").map((row) => ({
      name: row("name") ?? "",
      role: row("role"),
      note: row("note"),
    })),
    mediaCredits: readRows(form, "mediaCredits").map((row) => ({
      credit: row("credit") ?? "",
      caption: row("caption"),
    })),
    sources: readRows(form, "sources").map((row) => ({
      publisher: row("publisher") ?? "",
      title: row("title") ?? "",
      url: row("url"),
      stateMedia: row("stateMedia") !== null,
    })),
    paragraphs: splitBody(textOf(form, "body")),
    topics: readJudgements(form, "topics"),
    people: readJudgements(form, "people"),
  };
}

/** Paragraphs of a text where blank lines separate them; a single line break is a space. */
export function splitBody(body: string): string[] {
  return body
    .replace(/\r\n?/g, "\n")
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.replace(/\s+/g, " ").trim())
    .filter((paragraph) => paragraph !== "");
}

type Row = (part: string) => string | null;

/** Rows of a list by their index in the form, sorted by what stands in `order`; empty ones left out. */
function readRows(form: FormData, list: string): Row[] {
  const rows = new Map<number, Map<string, string>>();
  for (const [name, value] of form) {
    const [, index, part] = new RegExp(`^${list}\\.(\\d+)\\.(\\w+)$`).exec(name) ?? [];
    if (!index || !part || typeof value !== "string") continue;
    const row = rows.get(Number(index)) ?? new Map<string, string>();
    rows.set(Number(index), row.set(part, value.trim()));
  }
  return [...rows]
    .filter(([, row]) => [...row].some(([part, value]) => part !== "order" && value !== ""))
    .sort(([a, rowA], [b, rowB]) => orderOf(rowA, a) - orderOf(rowB, b) || a - b)
    .map(
      ([, row]) =>
        (part: string) =>
          row.get(part) || null,
    );
}

function orderOf(row: Map<string, string>, index: number): number {
  const order = Number(row.get("order") || Number.NaN);
  return Number.isFinite(order) ? order : index + 1;
}

function readJudgements(form: FormData, list: string): Judgement[] {
  return [...form].flatMap(([name, value]) => {
    const status = JUDGEMENTS.find((known) => known === value);
    if (!name.startsWith(`${list}.`) || !status) return [];
    return [{ id: name.slice(list.length + 1), status }];
  });
}

function readTakes(form: FormData): Take[] {
  return [...form].flatMap(([name, value]) => {
    const [, start, end] = /^take\.(\d+)-(\d+)$/.exec(name) ?? [];
    const target = TAKE_TARGETS.find((known) => known === value);
    if (!start || !end || !target) return [];
    return [{ start: Number(start), end: Number(end), target }];
  });
}

function textOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === "string" ? value : "";
}
