import type { EventEvidence } from "#lib/events/types-evidence.ts";

/** What an event rests on, as the API answers. */
export function toEvidenceAnswer(evidence: EventEvidence) {
  return {
    importanceReasons: evidence.importance.reasons,
    independentOutlets: evidence.independentCount,
    accounts: evidence.accounts,
    evidence: evidence.articles.flatMap(({ id, outletName, publishedOn, sentences }) =>
      sentences.map(({ text, href, shares, facts, sayings }) => ({
        ...{ text, articleId: id, path: href, outletName, publishedOn, shares, facts },
        saidBy: sayings.map(({ path: _path, ...saying }) => saying),
      })),
    ),
    linkedArticles: evidence.linkedCount,
    statementIds: evidence.statementsThen.map(({ id }) => id),
  };
}
