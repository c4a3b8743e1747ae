import { formatDay } from "#lib/dates/calendar-day.ts";
import type { PairDecision } from "#lib/duplicates/schema.ts";
import type { PairedArticle, PairLine } from "#lib/duplicates/types.ts";

/** What a pair is called, by what it was decided or taken to be. */
export const KIND_WORDS: Readonly<Record<PairDecision, string>> = {
  same_text: "same story",
  update: "update",
  same_event: "same event",
  different: "different",
};

/** The headline of one side of a pair, or what stands for it. */
export function headlineOf({ headline }: PairedArticle): string {
  return headline ?? "No headline yet";
}

/** Where and when one side of a pair appeared. */
export function aboutSide({ outlet, publishedOn }: PairedArticle): [outlet: string, day: string] {
  return [outlet ?? "no outlet", publishedOn ? formatDay(publishedOn) : "no date"];
}

/** One side of a pair told from the other. */
export function sideName(article: PairedArticle): string {
  const about = [...aboutSide(article), article.status];
  return `${headlineOf(article)} (${about.join(", ")})`;
}

/** Both headlines, for naming a pair in a button or a notice. */
export function pairName({ articles }: Pick<PairLine, "articles">): string {
  return articles.map(headlineOf).join(" / ");
}

/** What a person decided about a pair; null while it is open. */
export function decisionOf({ status, decision }: PairLine): PairDecision | null {
  return status === "suggested" ? null : (decision ?? "different");
}
