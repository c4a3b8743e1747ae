import type { ReleasedArticleLine } from "#lib/articles/types.ts";
import { carrierOf, citedWords, speakerName } from "#lib/exchange/cited-statement.ts";
import type { FeedEntry } from "#lib/exchange/feed.ts";
import type { StatementLine } from "#lib/statements/types-ledger.ts";

/** An article in a feed, never its text. A headline that the archive proposed stands in brackets. */
export function articleEntry(article: ReleasedArticleLine): FeedEntry {
  const { path, headline, headlineProposed, summary, outlet, publishedOn, updatedAt } = article;
  return {
    ...{ path, summary, publishedOn, updatedAt },
    title: headlineProposed ? `[${headline}]` : headline,
    author: outlet?.name ?? null,
  };
}

/** A statement in a feed: who said what, in which sentence; and that nobody confirmed it yet. */
export function statementEntry(statement: StatementLine): FeedEntry {
  const { path, passage, status, article, updatedAt } = statement;
  const sentence = passage.map(({ text }) => text).join("");
  const suggested = status === "suggested" ? " Suggested by machine, not confirmed." : "";
  return {
    ...{ path, updatedAt },
    title: `${speakerName(statement)}: ${citedWords(statement)}`,
    summary: `${sentence} — ${carrierOf(statement)}.${suggested}`,
    author: article.outlet?.name ?? null,
    publishedOn: article.publishedOn,
  };
}
