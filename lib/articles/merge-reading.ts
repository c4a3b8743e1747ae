/** Brings the reading of a page's new version together with what people corrected in the old one. */
import { matchItems } from "#lib/articles/carry-places.ts";
import { fieldAsText } from "#lib/articles/compare-fields.ts";
import type { FieldName } from "#lib/articles/field-labels.ts";
import { OUTLETS_OWN } from "#lib/articles/rank-changes.ts";
import type { ArticleFields } from "#lib/articles/schema.ts";

export type MergedReading = {
  /** The article as it would be, with every correction in its place. */
  fields: ArticleFields;
  /** Fields that a person corrected and that the new version has otherwise too: the person's stand. */
  kept: FieldName[];
};

type States = {
  /** As the article was last read, before anyone corrected it. */
  base: ArticleFields;
  current: ArticleFields;
  /** As the new version reads. */
  read: ArticleFields;
};

/**
 * The new reading with what the old one had and a new version does not take back by being silent
 * about it: its outlet, address, day, language and own headline, and all that is the archive's.
 */
export function completeReading(read: ArticleFields, current: ArticleFields): ArticleFields {
  const isProposed = read.headline === null || (read.headlineProposed && !current.headlineProposed);
  return {
    ...read,
    headline: isProposed ? current.headline : read.headline,
    headlineProposed: isProposed ? current.headlineProposed : read.headlineProposed,
    outlet: read.outlet ?? current.outlet,
    publishedOn: read.publishedOn ?? current.publishedOn,
    publishedTime: read.publishedOn ? read.publishedTime : current.publishedTime,
    language: read.language === "und" ? current.language : read.language,
    paragraphs: read.paragraphs.length > 0 ? read.paragraphs : current.paragraphs,
    sourceUrl: current.sourceUrl ?? read.sourceUrl,
    rights: current.rights,
    sources: current.sources,
    topics: current.topics,
    people: current.people,
  };
}

/**
 * The article after its new version is taken over. Where a person corrected a field that the new
 * version has otherwise, theirs stands, unless `takes` names the field. In the text that holds
 * paragraph by paragraph: a correction follows its paragraph as long as the new version has it.
 */
export function mergeReading(
  { base, current, read }: States,
  takes: readonly FieldName[] = [],
): MergedReading {
  const kept: FieldName[] = [];
  let fields: ArticleFields = { ...read, ...archivesOwn(current) };
  for (const field of OUTLETS_OWN) {
    const [was, now, next] = [base, current, read].map((state) => fieldAsText(state, field));
    if (now === was || now === next) continue;
    if (field === "paragraphs") {
      const { paragraphs, isWhole } = mergeParagraphs(base, current, read);
      fields = { ...fields, paragraphs };
      if (isWhole) continue;
    }
    if (next !== was) kept.push(field);
    if (!takes.includes(field)) fields = { ...fields, [field]: current[field] };
  }
  const ownsHeadline = fields.headline === current.headline;
  if (ownsHeadline) fields = { ...fields, headlineProposed: current.headlineProposed };
  return { fields, kept };
}

function archivesOwn({ rights, sources, topics, people, sourceUrl, language }: ArticleFields) {
  return { rights, sources, topics, people, sourceUrl, language };
}

/** The new paragraphs with corrected ones in their place; `isWhole`: every correction found its. */
function mergeParagraphs(base: ArticleFields, current: ArticleFields, read: ArticleFields) {
  const origins = matchItems(base.paragraphs, current.paragraphs);
  const corrected = new Map<string, string | null>();
  for (const [index, paragraph] of base.paragraphs.entries()) {
    const now = origins.indexOf(index);
    const correction = now < 0 ? null : (current.paragraphs[now] as string);
    if (correction !== paragraph) corrected.set(paragraph, correction);
  }
  const isAdded = origins.includes(null);
  const isPlaced = [...corrected.keys()].every((paragraph) => read.paragraphs.includes(paragraph));
  const paragraphs = read.paragraphs.flatMap((paragraph) => {
    const correction = corrected.get(paragraph);
    if (correction === null) return [];
    return [correction ?? paragraph];
  });
  return { paragraphs, isWhole: isPlaced && !isAdded };
}
