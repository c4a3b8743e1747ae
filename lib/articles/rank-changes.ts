/** What changed between two states of an article, with what matters most first. */
import { FIELD_LABELS } from "#lib/articles/field-labels.ts";
import type { ArticleFields } from "#lib/articles/schema.ts";
import {
  comparePassages,
  compareTexts,
  rankOf,
  type Difference,
  type MarkedPart,
  type ParagraphRow,
} from "#lib/text/differences.ts";
import type { Substance } from "#lib/text/substance.ts";

/** What of an article its outlet says, as opposed to what the archive says about it. */
export const OUTLETS_OWN = [
  "headline",
  "summary",
  "outlet",
  "publishedOn",
  "publishedTime",
  "modifiedOn",
  "bylines",
  "dateline",
  "mediaCredits",
  "paragraphs",
] as const;
type OwnField = (typeof OUTLETS_OWN)[number];

/** A state of an article, or as much of it as is to be compared. */
export type ComparedState = Partial<Pick<ArticleFields, OwnField>>;

/** A change in one place: of the text the sentence, of a field its whole value. */
export type RankedChange = Difference & { field: OwnField; label: string };

export type RankedChanges = {
  /** Changed quotations, numbers, names, dates, headlines, then other wording, then typography. */
  changes: RankedChange[];
  /** Both bodies, paragraph beside paragraph. */
  rows: ParagraphRow[];
};

/** What a field is, whatever words change in it. */
const FIELD_SUBSTANCES: Partial<Record<OwnField, Substance>> = {
  outlet: "name",
  bylines: "name",
  publishedOn: "date",
  publishedTime: "date",
  modifiedOn: "date",
};

/**
 * The changes from one state to the other, ranked by substance; fields that either state lacks are
 * left out. `names` are words known as names. Bounded as `compareTexts` is.
 */
export function rankChanges(
  before: ComparedState,
  after: ComparedState,
  names: Iterable<string> = [],
): RankedChanges {
  const known = [...names];
  const bodyOf = (state: ComparedState) => (state.paragraphs ?? []).join("\n\n");
  const { rows, differences } = compareTexts(bodyOf(before), bodyOf(after), known);
  const ofText = differences.map((difference) => toChange("paragraphs", difference));
  const ofFields = OUTLETS_OWN.filter((field) => field !== "paragraphs").flatMap((field) => {
    if (before[field] === undefined || after[field] === undefined) return [];
    return changesOfField(field, [textOf(before, field), textOf(after, field)], known);
  });
  const changes = [...ofFields, ...ofText].sort((a, b) => rankOf(a) - rankOf(b));
  return { changes, rows };
}

function changesOfField(
  field: OwnField,
  [before, after]: [string, string],
  names: readonly string[],
): RankedChange[] {
  if (before === after) return [];
  const fixed = FIELD_SUBSTANCES[field];
  if (fixed) return [toChange(field, replaced(before, after, fixed))];
  if (field === "mediaCredits") {
    const { differences } = compareTexts(before, after, names);
    // A credit put in or taken out is no paragraph: it ranks as what it says.
    return differences.map((each) => toChange(field, { ...each, isParagraph: false }));
  }
  return comparePassages(before, after, names).map((each) => {
    const isHeadline = field === "headline" && each.substance === "wording";
    return toChange(field, isHeadline ? { ...each, substance: "headline" } : each);
  });
}

function toChange(field: OwnField, difference: Difference): RankedChange {
  return { ...difference, field, label: FIELD_LABELS[field] };
}

function replaced(before: string, after: string, substance: Substance): Difference {
  const whole = (text: string): MarkedPart[] => (text ? [{ text, substance }] : []);
  return { substance, before: whole(before), after: whole(after), isParagraph: false };
}

/** A field as text; the items of a list are paragraphs of it. */
function textOf(state: ComparedState, field: OwnField): string {
  switch (field) {
    case "bylines":
      return (state.bylines ?? [])
        .map(({ name, role, note }) => [name, role, note].filter(Boolean).join(", "))
        .join("; ");
    case "mediaCredits":
      return (state.mediaCredits ?? [])
        .map(({ credit, caption }) => [caption, credit].filter(Boolean).join(" "))
        .join("\n\n");
    case "paragraphs":
      return (state.paragraphs ?? []).join("\n\n");
    default:
      return state[field] ?? "";
  }
}

/** True where two states say the same, whatever the white space. */
export function isSameReading(a: ComparedState, b: ComparedState): boolean {
  const plain = (state: ComparedState, field: OwnField) =>
    textOf(state, field).replaceAll(/\s+/g, " ").trim();
  return OUTLETS_OWN.every((field) => plain(a, field) === plain(b, field));
}
