/** Where a search matches within one article, as far as readers see it. */
import type { Article, ArticleMatch, ArticleMatches } from "#lib/articles/types.ts";
import { database, UNNAMED } from "#lib/db/client.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import { tsqueryOf } from "#lib/search/data-tsquery.ts";
import { markMatches } from "#lib/search/data-marks.ts";
import {
  isOneWord,
  listWanted,
  listWindows,
  mergeRanges,
  rangesOfMarked,
  rangesOfMatches,
  type WantedText,
} from "#lib/search/match-ranges.ts";
import { parseSearch } from "#lib/search/parse-query.ts";
import { TEXT_FIELDS, type QueryNode, type TextScope } from "#lib/search/query-tree.ts";
import { toMarks } from "#lib/search/text-query.ts";
import type { Span } from "#lib/text/span.ts";

/** Who steps through more of them reads the article. */
export const MAX_MATCHES = 200;
/** Each goes through the whole text once more. */
const MAX_PHRASES = 8;
/**
 * Stretches of an article that the database looks at, for all phrases together and each its share: some
 * 10 µs for a short one, and 100 for words that may be far from each other.
 */
const MAX_WINDOWS = 4_000;
/** Each stands for some 170 words that it can go on to be. */
const MAX_PREFIXES = 5;
/** The database marks some 3 MB a second; a longer text is marked as far as this. */
const MAX_TEXT_LENGTH = 300_000;

type ShownText = Pick<Article, "headline" | "summary" | "paragraphs">;
/** A text with where it begins in its part of the article. */
type Text = { part: "headline" | "summary" | "body"; text: string; startsAt: number };
type Found = Span & Pick<Text, "part">;
/** `isCut`: there was more to look at. */
type FoundByJob = { found: Found[]; isCut: boolean };

/**
 * Where what is typed as a search (`q` of an address) matches in an article: words in any form,
 * phrases, beginnings of words and words near each other, each in the part that is asked for. Null
 * where the search is not for words. Looks only at what of the article is given to readers.
 */
export async function findArticleMatches(
  article: ShownText,
  q: string | string[] | undefined,
  today: string,
): Promise<ArticleMatches | null> {
  const { text, tree } = parseSearch({ q }, today).query;
  const wanted = bounded(listWanted(tree));
  if (wanted.length === 0) return null;
  const texts = listTexts(article);
  return toMatches(text, await Promise.all(jobsOf(wanted, texts).map(findRanges)));
}

function listTexts({ headline, summary, paragraphs }: ShownText): Text[] {
  let length = 0;
  return [
    { part: "headline" as const, text: headline, startsAt: 0 },
    { part: "summary" as const, text: summary ?? "", startsAt: 0 },
    ...paragraphs.map((paragraph) => ({ part: "body" as const, ...paragraph })),
  ].filter(({ text }) => (length += text.length) <= MAX_TEXT_LENGTH && text !== "");
}

function bounded(wanted: WantedText[]): WantedText[] {
  let prefixes = 0;
  let phrases = 0;
  return wanted.filter((each) => {
    const ends = each.type === "near" ? [each.left, each.right] : [each];
    prefixes += ends.filter(({ isPrefix }) => isPrefix).length;
    if (!isOneWord(each)) phrases++;
    return prefixes <= MAX_PREFIXES && phrases <= MAX_PHRASES;
  });
}

type Job = { wanted: WantedText[]; texts: Text[]; maxWindows: number };

/** Single words of a scope together, whatever has to stand together by itself. */
function jobsOf(wanted: WantedText[], texts: Text[]): Job[] {
  const words = wanted.filter(isOneWord);
  const others = wanted.filter((each) => !isOneWord(each));
  const maxWindows = Math.floor(MAX_WINDOWS / Math.max(1, others.length));
  return [
    ...SCOPES.map((scope) => ({ scope, wanted: words.filter((word) => word.scope === scope) })),
    ...others.map((each) => ({ scope: scopeOf(each), wanted: [each] })),
  ]
    .map(({ scope, wanted }) => ({ wanted, texts: texts.filter(isIn(scope)), maxWindows }))
    .filter(({ wanted, texts }) => wanted.length > 0 && texts.length > 0);
}

const SCOPES: readonly TextScope[] = ["any", ...TEXT_FIELDS];

function scopeOf(wanted: WantedText): TextScope {
  return wanted.type === "near" ? wanted.left.scope : wanted.scope;
}

function isIn(scope: TextScope): (text: Text) => boolean {
  return ({ part }) => scope === "any" || (scope === "title" ? "headline" : "body") === part;
}

async function findRanges({ wanted, texts, maxWindows }: Job): Promise<FoundByJob> {
  const words = await findWords(texts, wanted);
  const [first] = wanted;
  if (!first || isOneWord(first)) {
    return { found: words.flatMap((spans, i) => placed(spans, texts[i])), isCut: false };
  }
  let left = maxWindows;
  const windows = words.map((spans) => {
    const listed = listWindows(spans, first, left);
    left -= listed.length;
    return listed;
  });
  const stretches = windows.flatMap((each, i) =>
    each.map(({ start, end }) => texts[i]?.text.slice(start, end) ?? ""),
  );
  const matching = await findMatching(stretches, first);
  let number = 0;
  const found = windows.flatMap((each, i) =>
    placed(
      rangesOfMatches(
        each.filter(() => matching.has(++number)),
        first,
      ),
      texts[i],
    ),
  );
  return { found, isCut: left === 0 };
}

function placed(spans: Span[], text: Text | undefined): Found[] {
  if (!text) return [];
  const { part, startsAt } = text;
  return spans.map(({ start, end }) => ({ part, start: startsAt + start, end: startsAt + end }));
}

/** Every word of the texts that is one of those that are wanted, in any form. */
async function findWords(texts: Text[], wanted: WantedText[]): Promise<Span[][]> {
  const marks = toMarks({ type: "or", parts: wanted });
  if (!marks) return [];
  const marked = await markMatches(
    texts.map(({ text }) => text),
    marks,
  );
  return marked.map((each, i) => rangesOfMarked(texts[i]?.text ?? "", each));
}

/** The numbers, from 1, of the stretches that match by themselves. */
async function findMatching(stretches: string[], wanted: WantedText): Promise<Set<number>> {
  if (stretches.length === 0) return new Set();
  const rows = await database.$queryRaw<{ number: number }[]>`
    SELECT position::int AS number
    FROM unnest(${stretches.map((text) => text.replaceAll("\0", " "))}::text[])
      WITH ORDINALITY AS given (text, position)
    WHERE article_terms('', '', text) @@ ${tsqueryOf(anywhere(wanted))}
    ${Prisma.raw(UNNAMED)}`;
  return new Set(rows.map(({ number }) => number));
}

/** A stretch has no parts that a weight could tell apart. */
function anywhere(wanted: WantedText): QueryNode {
  if (wanted.type === "phrase") return { ...wanted, scope: "any" };
  const [left, right] = [wanted.left, wanted.right].map((end) => ({
    ...end,
    scope: "any" as const,
  }));
  return { ...wanted, left: left ?? wanted.left, right: right ?? wanted.right };
}

function toMatches(text: string, jobs: readonly FoundByJob[]): ArticleMatches {
  const found = jobs.flatMap((job) => job.found);
  let total = 0;
  let isCut = jobs.some((job) => job.isCut);
  const number = (part: Text["part"]): ArticleMatch[] => {
    const ranges = mergeRanges(found.filter((range) => range.part === part));
    const kept = ranges.slice(0, MAX_MATCHES - total);
    isCut ||= kept.length < ranges.length;
    return kept.map(({ start, end }) => ({ number: ++total, startsAt: start, endsAt: end }));
  };
  const [headline, summary, body] = [number("headline"), number("summary"), number("body")];
  return { text, headline, summary, body, total, isCut };
}
