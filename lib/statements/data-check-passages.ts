import { listArticleTexts } from "#lib/articles/data-text.ts";
import { database } from "#lib/db/client.ts";
import { findWithPhrase } from "#lib/search/data.ts";
import { findRun, placedWords } from "#lib/statements/common-words.ts";
import type { CheckedPassage } from "#lib/statements/types-check.ts";
import { textFragment } from "#lib/text/text-fragment.ts";

/** Fewer words stand in many texts and say nothing about where they come from. */
const MIN_PHRASE_WORDS = 4;
/** So many words are looked for as a phrase; whether the rest follows, the text tells. */
const MAX_SEARCHED_WORDS = 40;
const MAX_PASSAGES = 5;
const MAX_TEXT_WORDS = 10_000;
const CHARACTERS_AROUND = 160;

/**
 * The published articles, the earliest first, in whose text the words stand one after another
 * without being a statement's there.
 */
export async function listPassagesWith(text: string): Promise<CheckedPassage[]> {
  const words = placedWords(text, MAX_TEXT_WORDS);
  if (words.length < MIN_PHRASE_WORDS) return [];
  // As it is written: capitals and apostrophes tell words apart.
  const searched = words.slice(0, MAX_SEARCHED_WORDS);
  const phrase = text.slice(searched[0]?.start, searched.at(-1)?.end);
  const ids = await findWithPhrase(phrase, 2 * MAX_PASSAGES);
  const [articles, said] = await Promise.all([listArticleTexts(ids), listSaidIn(ids)]);
  const passages = articles.flatMap(({ line: article, text: body }): CheckedPassage[] => {
    const placed = placedWords(body, MAX_TEXT_WORDS);
    const at = findRun(placed, words);
    const isSaid = (said.get(article.id) ?? []).some((other) => {
      return findRun(placedWords(other, MAX_TEXT_WORDS), words) >= 0;
    });
    if (at < 0 || isSaid) return [];
    const start = placed[at]?.start ?? 0;
    const end = placed[at + words.length - 1]?.end ?? body.length;
    return [{ article, ...around(body, start, end) }];
  });
  return passages.slice(0, MAX_PASSAGES);
}

async function listSaidIn(articleIds: readonly string[]): Promise<Map<string, string[]>> {
  const rows = await database.statement.findMany({
    where: { articleId: { in: [...articleIds] }, isPublic: true },
    select: { articleId: true, words: true },
  });
  const said = new Map<string, string[]>();
  for (const { articleId, words } of rows) {
    said.set(articleId, [...(said.get(articleId) ?? []), words]);
  }
  return said;
}

function around(body: string, start: number, end: number) {
  const from = body.lastIndexOf("\n", start) + 1;
  const to = body.indexOf("\n", end);
  const before = body.slice(Math.max(from, start - CHARACTERS_AROUND), start);
  const after = body.slice(end, Math.min(to < 0 ? body.length : to, end + CHARACTERS_AROUND));
  const isCutBefore = start - CHARACTERS_AROUND > from;
  const isCutAfter = end + CHARACTERS_AROUND < (to < 0 ? body.length : to);
  return {
    fragment: textFragment(body, { start, end }),
    before: isCutBefore ? `… ${before.replace(/^\S*\s+/, "")}` : before,
    words: body.slice(start, end),
    after: isCutAfter ? `${after.replace(/\s+\S*$/, "")} …` : after,
  };
}
