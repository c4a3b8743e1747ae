/** Rows of a table as they would be read, for someone to say which column is which before they are. */
import { AppError } from "#lib/errors.ts";
import { parseArticle } from "./parse.ts";
import { readOriginal } from "./read.ts";
import type { JsonObject } from "./records/canonical-json.ts";
import { applyColumnChoices } from "./records/column-choices.ts";
import { faultOfFields, toChoices } from "./records/column-shape.ts";
import type { ColumnField } from "./records/columns.ts";
import type { ArticleDraft } from "./types.ts";
import { recordItem } from "./unpacking/unpacked-item.ts";

const SHOWN_CHARACTERS = 240;

/** A row of a table in a few words. */
export type PreviewRow = {
  headline: string | null;
  /** The headline was made of the text. */
  isProposed: boolean;
  /** `YYYY-MM-DD`. */
  publishedOn: string | null;
  outlet: string | null;
  bylines: string[];
  address: string | null;
  /** A name of a language, such as `en`. */
  language: string | null;
  /** Its beginning. */
  text: string;
  /** Why it cannot be read; then there is nothing else. */
  problem: string | null;
};

/**
 * These rows of a table as they would be read with the fields chosen for its columns; one with what is
 * missing, where no article can be read from any.
 */
export async function previewRows(
  rows: readonly JsonObject[],
  fields: readonly ColumnField[],
): Promise<PreviewRow[]> {
  const fault = faultOfFields(fields);
  if (fault !== null) return rows.length > 0 ? [{ ...EMPTY_ROW, problem: fault }] : [];
  const choices = toChoices(fields);
  return Promise.all(rows.map((row) => previewRow(applyColumnChoices(row, choices))));
}

async function previewRow(row: JsonObject): Promise<PreviewRow> {
  try {
    const { bytes, hint } = recordItem(row, "row");
    return toRow(parseArticle(await readOriginal(bytes, hint)));
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return { ...EMPTY_ROW, problem: error.message };
  }
}

const EMPTY_ROW: PreviewRow = {
  ...{ headline: null, isProposed: false, publishedOn: null, outlet: null, bylines: [] },
  ...{ address: null, language: null, text: "", problem: null },
};

function toRow(draft: ArticleDraft): PreviewRow {
  const shown = (text: string) =>
    text.length > SHOWN_CHARACTERS ? `${text.slice(0, SHOWN_CHARACTERS).trimEnd()} …` : text;
  return {
    headline: draft.headline && shown(draft.headline.value),
    isProposed: draft.headlineProposed,
    publishedOn: draft.publishedOn?.value ?? null,
    outlet: draft.outlet && shown(draft.outlet.value),
    bylines: draft.bylines.map(({ name }) => shown(name.value)),
    address: draft.sourceUrl && shown(draft.sourceUrl.value),
    language: draft.language.value,
    text: shown(draft.paragraphs.map(({ value }) => value).join(" ")),
    problem: null,
  };
}
