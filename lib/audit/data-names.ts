import { database } from "#lib/db/client.ts";

type Subject = { subject: string; subjectId: string };
type Name = { id: string; name: string | null };

/** So many characters of a statement name it. */
const WORDS_SHOWN = 60;

/** How the things of each kind are called today, by id. */
const READ_NAMES: Record<string, (ids: string[]) => Promise<Name[]>> = {
  article: async (ids) => {
    const select = { id: true, headline: true };
    const rows = await database.article.findMany({ where: { id: { in: ids } }, select });
    return rows.map(({ id, headline }) => ({ id, name: headline ?? "without a headline" }));
  },
  article_pair: async (ids) => {
    const headline = { select: { headline: true } };
    const select = { id: true, first: headline, second: headline };
    const rows = await database.articlePair.findMany({ where: { id: { in: ids } }, select });
    const nameOf = (article: { headline: string | null }) =>
      article.headline ?? "without a headline";
    return rows.map(({ id, first, second }) => ({
      id,
      name: `${nameOf(first)} / ${nameOf(second)}`,
    }));
  },
  topic: async (ids) => {
    const select = { id: true, label: true };
    const rows = await database.topic.findMany({ where: { id: { in: ids } }, select });
    return rows.map(({ id, label }) => ({ id, name: label }));
  },
  event: async (ids) => {
    const select = { id: true, title: true };
    const rows = await database.event.findMany({ where: { id: { in: ids } }, select });
    return rows.map(({ id, title }) => ({ id, name: title }));
  },
  story: async (ids) => {
    const select = { id: true, title: true };
    const rows = await database.story.findMany({ where: { id: { in: ids } }, select });
    return rows.map(({ id, title }) => ({ id, name: title }));
  },
  commitment: async (ids) => {
    const select = { id: true, title: true };
    const rows = await database.commitment.findMany({ where: { id: { in: ids } }, select });
    return rows.map(({ id, title }) => ({ id, name: title }));
  },
  event_suggestion: async (ids) => {
    const select = { id: true, titleArticle: { select: { headline: true } } };
    const rows = await database.eventSuggestion.findMany({ where: { id: { in: ids } }, select });
    return rows.map(({ id, titleArticle }) => ({ id, name: titleArticle?.headline ?? null }));
  },
  feed: async (ids) => {
    const select = { id: true, title: true };
    const rows = await database.feed.findMany({ where: { id: { in: ids } }, select });
    return rows.map(({ id, title }) => ({ id, name: title }));
  },
  statement: async (ids) => {
    const select = { id: true, words: true };
    const rows = await database.statement.findMany({ where: { id: { in: ids } }, select });
    return rows.map(({ id, words }) => ({ id, name: `“${words.slice(0, WORDS_SHOWN)}”` }));
  },
  understanding: async (ids) => {
    const select = { id: true, isDryRun: true };
    const rows = await database.understandingRun.findMany({ where: { id: { in: ids } }, select });
    return rows.map(({ id, isDryRun }) => ({ id, name: isDryRun ? "dry run" : "of the archive" }));
  },
  actor: (ids) => database.actor.findMany(named(ids)),
  outlet: (ids) => database.outlet.findMany(named(ids)),
  user: (ids) => database.user.findMany(named(ids)),
  columns: (ids) => database.columnMapping.findMany(named(ids)),
  event_import: (ids) => database.eventImport.findMany(named(ids)),
  batch: (ids) => database.batch.findMany(named(ids)),
  token: (ids) => database.apiToken.findMany(named(ids)),
};

function named(ids: string[]) {
  return { where: { id: { in: ids } }, select: { id: true, name: true } };
}

/** What the subjects of audit entries are called today, by `subject subjectId`; some are gone. */
export async function getSubjectNames(subjects: readonly Subject[]): Promise<Map<string, string>> {
  const names = new Map<string, string>();
  const kinds = new Set(subjects.map(({ subject }) => subject));
  for (const kind of kinds) {
    const ids = subjects.filter(({ subject }) => subject === kind).map((s) => s.subjectId);
    for (const { id, name } of (await READ_NAMES[kind]?.([...new Set(ids)])) ?? []) {
      if (name) names.set(`${kind} ${id}`, name);
    }
  }
  return names;
}
