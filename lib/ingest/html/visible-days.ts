/** Finds the day of publication among the dates that a page shows. */
import { findDates, type FindDatesOptions } from "#lib/dates/find-dates.ts";
import type { Block } from "./blocks.ts";
import { withEnglishMonths } from "./foreign-months.ts";
import type { Moment } from "./moments.ts";
import { closest, contains, marksOf, type ElementNode } from "./tree.ts";

export type VisibleDay = { moment: Moment; meaning: "published" | "modified"; score: number };

type Place = {
  /** Where the headline, the article's first and its last block stand among the elements. */
  headline: number | null;
  bodyStart: number;
  bodyEnd: number;
  region: ElementNode;
};

const MAX_LINE_LENGTH = 260;
const PUBLISHED =
  /(?:publi(?:shed|é|ée|cado|cad[ao]|cato)|posted|first|created|erschienen|veröffentlicht|erstellt|geschrieben|mis en ligne|pubblicato|submitted|gespeichert)(?![\p{L}])[^\d]{0,25}$/iu;
const DATED = /(?<![\p{L}])(?:datum|date|stand|le|am|vom|on|ausgabe)(?![\p{L}])[^\d]{0,25}$/iu;
const MODIFIED =
  /(?:updated?|modified|edited|revised|last|letzte|aktualisiert|geändert|änderung|mis à jour|modifié|aggiornato|actualizado)\b[^\d]{0,25}$/iu;
const DATE_MARKS =
  /date|datum|time|publi|posted|fecha|meta|info|byline|author|autor|created|submitted|stand|kicker|head/;
const OTHER_MARKS =
  /comment|related|teaser|sidebar|widget|recent|latest|footer|event|calendar|archive|ticker|more|nav|list-?item|tweet|twitter/;
const MAX_BLOCKS_BEFORE_HEADLINE = 6;
const MAX_BLOCKS_BELOW_HEADLINE = 5;
const MAX_BLOCKS = 5_000;

/** Every dated line, the likeliest first. */
export function findVisibleDays(
  blocks: readonly Block[],
  place: Place,
  options: FindDatesOptions,
): VisibleDay[] {
  const headlineIndex = blocks.findIndex(({ order }) => order >= (place.headline ?? Infinity));
  const days = blocks.slice(0, MAX_BLOCKS).flatMap((block, i) => {
    if (block.text.length > MAX_LINE_LENGTH || !/\d/.test(block.text)) return [];
    const before = headlineIndex < 0 ? null : headlineIndex - i;
    return daysIn(block, options).map((day) => ({
      ...day,
      score: day.score + scorePlace(block, place, before),
    }));
  });
  return days.sort((a, b) => b.score - a.score);
}

function daysIn(block: Block, options: FindDatesOptions): VisibleDay[] {
  // Columns that are only set apart by their style run together: `Ada Brook27.02.2025`.
  const text = withEnglishMonths(block.text).replace(/(?<=\p{Ll})(?=\d{1,2}[./]\d)/gu, " ");
  return findDates(text, options).flatMap(({ span, day, time, form }, i) => {
    if (day === null || form === "relative" || form === "yearless") return [];
    const lead = text.slice(Math.max(0, span.start - 60), span.start);
    const meaning = MODIFIED.test(lead) ? "modified" : "published";
    const label = scoreLabel(lead);
    const covers = (span.end - span.start) / text.length > 0.4 ? 1 : 0;
    const moment = { day, time: time && `${time.time}${time.offset ?? ""}` };
    return [{ moment, meaning, score: label + covers - i / 4 }];
  });
}

function scoreLabel(lead: string): number {
  if (PUBLISHED.test(lead)) return 3;
  if (MODIFIED.test(lead)) return -1.5;
  return DATED.test(lead) ? 1.5 : 0;
}

function scorePlace(block: Block, place: Place, beforeHeadline: number | null): number {
  const { element, order } = block;
  const marks = [element, element.parent, element.parent?.parent].map((each) =>
    each ? marksOf(each) : "",
  );
  const dated = marks.some((mark, i) => DATE_MARKS.test(mark) && i < 2) ? 1.5 : 0;
  const isOther = closest(element, (each) => {
    if (contains(each, place.region) && each !== place.region) return false;
    return each.name === "aside" || each.name === "footer" || OTHER_MARKS.test(marksOf(each));
  });
  return dated + scoreDistance(order, place, beforeHeadline) - (isOther ? 2 : 0);
}

function scoreDistance(
  order: number,
  { bodyStart, bodyEnd, region }: Place,
  beforeHeadline: number | null,
): number {
  const isBelow = beforeHeadline !== null && beforeHeadline <= 0;
  if (isBelow && (order <= bodyStart || -beforeHeadline <= MAX_BLOCKS_BELOW_HEADLINE)) return 3;
  if (beforeHeadline !== null && beforeHeadline > 0 && beforeHeadline <= MAX_BLOCKS_BEFORE_HEADLINE)
    return 2;
  const isInRegion = order >= region.order && order < region.endOrder;
  if (order > bodyStart && order < bodyEnd) return isInRegion ? 0.25 : 0;
  return isInRegion ? 1 : 0;
}
