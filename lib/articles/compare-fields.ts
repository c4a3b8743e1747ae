/** Compares states of an article field by field, for conflicts and for the list of revisions. */
import { diffWordsWithSpace } from "diff";
import { FIELD_LABELS, type FieldName } from "#lib/articles/field-labels.ts";
import type { ArticleFields } from "#lib/articles/schema.ts";

const FIELD_NAMES = Object.keys(FIELD_LABELS) as FieldName[];
/** Past this a comparison word by word takes too long; the field is then shown as replaced. */
const DIFF_TIMEOUT_MS = 1_000;

export type TextPart = { text: string; change: "same" | "added" | "removed" };
export type FieldChange = { field: FieldName; label: string; parts: TextPart[] };

/** Names by which people know topics and people, by their ids. */
export type FieldNames = Readonly<Record<"topics" | "people", ReadonlyMap<string, string>>>;

/** A field as plain text, a line for each item of a list; by ids where there are no names. */
export function fieldAsText(fields: ArticleFields, field: FieldName, names?: FieldNames): string {
  switch (field) {
    case "headlineProposed":
      return fields.headlineProposed ? "proposed by the archive" : "the outlet’s own";
    case "rights":
      return fields.rights.replaceAll("_", " ");
    case "paragraphs":
      return fields.paragraphs.join("\n\n");
    case "bylines":
      return fields.bylines.map(({ name, role, note }) => joined([name, role, note])).join("\n");
    case "mediaCredits":
      return fields.mediaCredits.map(({ credit, caption }) => joined([credit, caption])).join("\n");
    case "sources":
      return fields.sources
        .map(({ publisher, title, url, stateMedia }) =>
          joined([publisher, title, url, stateMedia ? "state media" : null]),
        )
        .join("\n");
    case "topics":
    case "people":
      // Their order says nothing: what is read and what a form sends differ in it.
      return fields[field]
        .map(({ id, status }) => `${names?.[field].get(id) ?? id}: ${status}`)
        .sort()
        .join("\n");
    default:
      return fields[field] ?? "";
  }
}

/** The fields in which two states differ, each compared word by word. */
export function compareFields(
  before: ArticleFields,
  after: ArticleFields,
  names?: FieldNames,
): FieldChange[] {
  return listDiffering(before, after).map((field) => ({
    field,
    label: FIELD_LABELS[field],
    parts: compareTexts(fieldAsText(before, field, names), fieldAsText(after, field, names)),
  }));
}

/** Names of the fields in which two states differ. */
export function listDiffering(a: ArticleFields, b: ArticleFields): FieldName[] {
  return FIELD_NAMES.filter((field) => fieldAsText(a, field) !== fieldAsText(b, field));
}

export type FieldConflict = {
  field: FieldName;
  label: string;
  theirs: string;
  mine: string;
  /** Who changed it from the state that both began with. */
  changedBy: "them" | "me" | "both";
};

/** What two editors who began with `base` leave to choose between. */
export function listConflicts(
  base: ArticleFields,
  theirs: ArticleFields,
  mine: ArticleFields,
  names?: FieldNames,
): FieldConflict[] {
  return listDiffering(theirs, mine).map((field) => {
    // By ids: two may be called the same.
    const [was, their, my] = [base, theirs, mine].map((state) => fieldAsText(state, field));
    const changedBy = my === was ? "them" : their === was ? "me" : "both";
    return {
      field,
      label: FIELD_LABELS[field],
      theirs: fieldAsText(theirs, field, names),
      mine: fieldAsText(mine, field, names),
      changedBy,
    };
  });
}

/** `mine` with the other editor's value in the fields that are named. */
export function mergeFields(
  mine: ArticleFields,
  theirs: ArticleFields,
  takeTheirs: readonly FieldName[],
): ArticleFields {
  const taken = FIELD_NAMES.filter((field) => takeTheirs.includes(field));
  return { ...mine, ...Object.fromEntries(taken.map((field) => [field, theirs[field]])) };
}

function compareTexts(before: string, after: string): TextPart[] {
  const parts = diffWordsWithSpace(before, after, { timeout: DIFF_TIMEOUT_MS });
  if (!parts) {
    return [
      { text: before, change: "removed" },
      { text: after, change: "added" },
    ];
  }
  const fine = parts.map(({ value, added, removed }): TextPart => ({
    text: value,
    change: added ? "added" : removed ? "removed" : "same",
  }));
  return joinReplacements(fine);
}

/** Words replaced one after another read better as one replacement than as a row of them. */
function joinReplacements(parts: TextPart[]): TextPart[] {
  const joined: TextPart[] = [];
  let run: TextPart[] = [];
  const endRun = () => {
    for (const change of ["removed", "added"] as const) {
      const text = textOf(run, change);
      if (text !== "") joined.push({ text, change });
    }
    run = [];
  };
  for (const [i, part] of parts.entries()) {
    const isBetween = run.length > 0 && /^\s+$/.test(part.text) && parts[i + 1]?.change !== "same";
    if (part.change !== "same" || (isBetween && i + 1 < parts.length)) run.push(part);
    else {
      endRun();
      joined.push(part);
    }
  }
  endRun();
  return joined;
}

/** What a run of changes reads like on one side of them. */
function textOf(run: TextPart[], side: "removed" | "added"): string {
  return run
    .flatMap(({ text, change }) => (change === side || change === "same" ? text : []))
    .join("");
}

function joined(parts: (string | null)[]): string {
  return parts.filter(Boolean).join(" · ");
}
