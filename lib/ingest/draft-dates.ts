/** Which of the dates found is the one of publication, and what to say where it is not clear. */
import { addDays, formatDay } from "#lib/dates/calendar-day.ts";
import { cleanText } from "#lib/text/clean.ts";
import type { DateElement } from "./elements.ts";
import type { DraftWarning, Found, ParseOptions, Span } from "./types.ts";

export type DraftDates = {
  publishedOn: Found<string> | null;
  publishedAt: Found<string> | null;
  modifiedOn: Found<string> | null;
  /** Dates that were read and say nothing that the draft keeps. */
  furniture: Found<string>[];
  warnings: DraftWarning[];
};

const CONFIDENCE_BY_FORM = { iso: 0.97, words: 0.97, numeric: 0.85, yearless: 0.7, relative: 0.65 };

/**
 * The day of publication: a date labelled so, else the first date without a label. A date labelled
 * as one of change never becomes it. Times go with their day; nothing is moved to another zone.
 */
export function chooseDates(dates: DateElement[], text: string, options: ParseOptions): DraftDates {
  const resolved = dates.filter(({ mention }) => mention.day !== null);
  const published =
    resolved.find(({ meaning }) => meaning === "published") ??
    resolved.find(({ meaning }) => meaning === null);
  const modified = resolved.find(
    (date) => date !== published && (date.meaning === "modified" || date.meaning === null),
  );
  const others = dates.filter((date) => date !== published && date !== modified);
  return {
    publishedOn: published ? toDay(published) : null,
    publishedAt: published ? toInstant(published) : null,
    modifiedOn: modified ? toDay(modified) : null,
    furniture: [
      ...(modified?.mention.time ? [leftOver(modified.mention.time.span, text)] : []),
      ...others.flatMap(({ mention }) => [
        leftOver(mention.span, text),
        ...(mention.time ? [leftOver(mention.time.span, text)] : []),
      ]),
    ],
    warnings: warnAboutDates(dates, published, modified, options),
  };
}

function toDay({ mention, meaning, source }: DateElement): Found<string> {
  const rule = source?.rule ?? `date-${mention.form}${meaning ? `-${meaning}` : ""}`;
  const sure = source?.confidence ?? CONFIDENCE_BY_FORM[mention.form];
  const confidence = mention.ambiguous ? 0.6 : sure;
  return { value: mention.day ?? "", span: mention.span, rule, confidence };
}

function toInstant({ mention, source }: DateElement): Found<string> | null {
  const { day, time } = mention;
  if (!day || !time) return null;
  const value = `${day}T${time.time}${time.offset ?? ""}`;
  const rule = source?.rule ?? "time-beside-date";
  const confidence = source?.confidence ?? (time.offset ? 0.95 : 0.8);
  return { value, span: time.span, rule, confidence };
}

function leftOver(span: Span, text: string): Found<string> {
  const value = cleanText(text.slice(span.start, span.end));
  return { value, span, rule: "other-date", confidence: 0.6 };
}

function warnAboutDates(
  dates: DateElement[],
  published: DateElement | undefined,
  modified: DateElement | undefined,
  { capturedOn }: ParseOptions,
): DraftWarning[] {
  if (!published) return [missingDate(dates, modified)];
  const { mention } = published;
  const warnings: DraftWarning[] = [];
  if (mention.ambiguous) {
    warnings.push({
      code: "ambiguous-date",
      message: `The date was read in British order, as ${formatDay(mention.day ?? "")}. Correct it if the outlet writes the month first.`,
      span: mention.span,
    });
  }
  if (capturedOn && mention.day && mention.day > addDays(capturedOn, 1)) {
    warnings.push({
      code: "date-after-capture",
      message: `The date, ${formatDay(mention.day)}, is later than the day the text was captured, ${formatDay(capturedOn)}. Check both.`,
      span: mention.span,
    });
  }
  return warnings;
}

function missingDate(dates: DateElement[], modified: DateElement | undefined): DraftWarning {
  const relative = dates.find(
    ({ mention, meaning }) => mention.day === null && meaning !== "modified",
  );
  if (relative) {
    return {
      code: "relative-date",
      message:
        "The text gives its date only relative to the day it was read. Say when it was captured, or enter the date; it cannot be published without one.",
      span: relative.mention.span,
    };
  }
  const message = modified
    ? "The text says when it was updated, but not when it was published. Enter the date; it cannot be published without one."
    : "No date of publication was found. Enter the date; the article cannot be published without one.";
  return { code: "no-date", message, span: modified?.mention.span ?? null };
}
