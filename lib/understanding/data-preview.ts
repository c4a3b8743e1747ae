import { setImmediate as nextTurn } from "node:timers/promises";
import {
  listNewestIds,
  listUnderstood,
  planUnderstanding,
  type UnderstoodArticle,
} from "#lib/articles/data-understood.ts";
import { findMentions, findTopics, type Gazetteer } from "#lib/ingest/pipeline.ts";
import { nameDifferences } from "#lib/understanding/data.ts";
import { getDefinitions, type Definitions } from "#lib/understanding/data-definitions.ts";
import { countChanges, differenceOf, isNothing, ofSubject } from "#lib/understanding/difference.ts";
import type {
  DefinitionPreview,
  Difference,
  NamedDifference,
  Proposal,
} from "#lib/understanding/types.ts";

/** The newest articles are looked at at once; the whole archive is for a dry run. */
const LOOKED_AT_ONCE = 500;
const LONGEST_MS = 1_600;
const READ_TOGETHER = 20;
const LINES_SHOWN = 50;

type Looked = { article: UnderstoodArticle; difference: Difference };

/**
 * What a proposed definition would change in the newest 500 articles, or in as many of them as can be
 * read in less than two seconds; nothing is saved.
 */
export async function previewProposal(proposal: Proposal): Promise<DefinitionPreview> {
  const until = performance.now() + LONGEST_MS;
  const definitions = await getDefinitions(proposal);
  const ids = await listNewestIds(LOOKED_AT_ONCE);
  const looked: Looked[] = [];
  for (let i = 0; i < ids.length && performance.now() < until; i += READ_TOGETHER) {
    for (const article of await listInOrder(ids.slice(i, i + READ_TOGETHER))) {
      looked.push({ article, difference: lookAt(article, proposal, definitions) });
      // A site in the same process answers in between.
      await nextTurn();
    }
  }
  return await toPreview(looked, proposal);
}

async function listInOrder(ids: readonly string[]): Promise<UnderstoodArticle[]> {
  const articles = new Map((await listUnderstood(ids)).map((each) => [each.id, each]));
  return ids.flatMap((id) => articles.get(id) ?? []);
}

function lookAt(
  article: UnderstoodArticle,
  { kind }: Proposal,
  { gazetteer, saved }: Definitions,
): Difference {
  const { body } = article;
  const isTopic = kind === "topic";
  // Of the other kind nothing changes: what is known of it counts as found again.
  const known = isTopic ? { ...article, mentions: [] } : { ...article, topics: [] };
  const found = isTopic
    ? { topics: findTopics(body, gazetteer.topics), mentions: [] }
    : { topics: [], mentions: findMentions(body, article.publishedOn, gazetteer.actors) };
  const changes = planUnderstanding(body, known, found);
  const statements = { gained: 0, lost: 0 };
  return differenceOf(body, { ...changes, statements }, found, saved as Gazetteer);
}

async function toPreview(looked: Looked[], proposal: Proposal): Promise<DefinitionPreview> {
  const own = looked
    .map(({ article, difference }) => ({ article, difference: ofSubject(difference, proposal) }))
    .filter(({ difference }) => !isNothing(difference));
  const shown = own.slice(0, LINES_SHOWN);
  const named = await nameDifferences(shown.map(({ difference }) => difference));
  return {
    looked: looked.length,
    ...countGainedAndLost(own),
    others: countOthers(looked, proposal),
    lines: shown.map(({ article }, i) => ({
      articleId: article.id,
      headline: article.headline,
      publishedOn: article.publishedOn,
      difference: named[i] as NamedDifference,
    })),
  };
}

/** Articles that would get the topic or mention the actor for once, or no more. */
function countGainedAndLost(own: Looked[]): { gained: number; lost: number } {
  const isOf = ({ topics, mentions }: Difference, change: "gained" | "lost") =>
    topics.some((topic) => topic.change === change) || mentions.some((each) => each[change] > 0);
  return {
    gained: own.filter(({ difference }) => isOf(difference, "gained")).length,
    lost: own.filter(({ difference }) => isOf(difference, "lost")).length,
  };
}

function countOthers(looked: Looked[], proposal: Proposal): number {
  const rest = looked.map(({ difference: { topics, mentions, statements } }) => ({
    topics: topics.filter(({ id }) => id !== proposal.id),
    mentions: mentions.filter(({ id }) => id !== proposal.id),
    statements,
  }));
  return countChanges(rest).changed;
}
