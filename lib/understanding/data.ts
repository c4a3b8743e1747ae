import { toCalendarDay } from "#lib/dates/calendar-day.ts";
import { database } from "#lib/db/client.ts";
import type { Prisma } from "#lib/db/generated/client.ts";
import { countChanges } from "#lib/understanding/difference.ts";
import { toProgress } from "#lib/understanding/progress.ts";
import { differenceSchema, proposalSchema } from "#lib/understanding/schema.ts";
import type {
  ChangeCounts,
  ChangeLine,
  Difference,
  NamedDifference,
  RunLine,
  RunProgress,
} from "#lib/understanding/types.ts";

export const RUN_PAGE_SIZE = 30;
export const CHANGE_PAGE_SIZE = 50;

const PROGRESS_SELECT = {
  id: true,
  state: true,
  problem: true,
  isDryRun: true,
  total: true,
  done: true,
  changed: true,
  topicsGained: true,
  topicsLost: true,
  mentionsGained: true,
  mentionsLost: true,
  statementsGained: true,
  statementsLost: true,
  stretchBeganAt: true,
  stretchBeganWith: true,
} satisfies Prisma.UnderstandingRunSelect;

const LINE_SELECT = {
  ...PROGRESS_SELECT,
  proposal: true,
  createdAt: true,
  finishedAt: true,
  agent: true,
  createdBy: { select: { name: true } },
} satisfies Prisma.UnderstandingRunSelect;

type ProgressRow = Prisma.UnderstandingRunGetPayload<{ select: typeof PROGRESS_SELECT }>;
type LineRow = Prisma.UnderstandingRunGetPayload<{ select: typeof LINE_SELECT }>;

/** One page of runs, the newest first, and how many there are. */
export async function listRuns(page: number): Promise<{ items: RunLine[]; total: number }> {
  const [rows, total] = await Promise.all([
    database.understandingRun.findMany({
      select: LINE_SELECT,
      orderBy: [{ createdAt: "desc" }, { id: "asc" }],
      skip: (page - 1) * RUN_PAGE_SIZE,
      take: RUN_PAGE_SIZE,
    }),
    database.understandingRun.count(),
  ]);
  return { items: rows.map(toLine), total };
}

/** How far a run is; null where there is none. */
export async function getRunProgress(id: string): Promise<RunProgress | null> {
  const row = await database.understandingRun.findUnique({
    where: { id },
    select: PROGRESS_SELECT,
  });
  return row && toRunProgress(row);
}

/** All about a run but what changed; null where there is none. */
export async function getRun(id: string): Promise<RunLine | null> {
  const row = await database.understandingRun.findUnique({ where: { id }, select: LINE_SELECT });
  return row && toLine(row);
}

/** One page of the articles in which a run changed something, or would, the newest first. */
export async function listChanges(
  runId: string,
  page: number,
): Promise<{ items: ChangeLine[]; total: number }> {
  const [rows, total] = await Promise.all([
    database.understandingChange.findMany({
      where: { runId },
      select: {
        articleId: true,
        day: true,
        details: true,
        article: { select: { headline: true } },
      },
      orderBy: [{ day: { sort: "desc", nulls: "last" } }, { articleId: "desc" }],
      skip: (page - 1) * CHANGE_PAGE_SIZE,
      take: CHANGE_PAGE_SIZE,
    }),
    database.understandingChange.count({ where: { runId } }),
  ]);
  const changes = rows.map(({ details, ...row }) => ({
    ...row,
    difference: differenceSchema.parse(details),
  }));
  const named = await nameDifferences(changes.map(({ difference }) => difference));
  const items = changes.map(({ articleId, day, article }, i) => ({
    ...{ articleId, headline: article.headline, publishedOn: day && toCalendarDay(day) },
    difference: named[i] as NamedDifference,
  }));
  return { items, total };
}

/** Differences with the names that their topics and actors have now. */
export async function nameDifferences(
  differences: readonly Difference[],
): Promise<NamedDifference[]> {
  const idsOf = (part: "topics" | "mentions") => [
    ...new Set(differences.flatMap((each) => each[part].map(({ id }) => id))),
  ];
  const [topics, actors] = await Promise.all([
    database.topic.findMany({
      where: { id: { in: idsOf("topics") } },
      select: { id: true, label: true },
    }),
    database.actor.findMany({
      where: { id: { in: idsOf("mentions") } },
      select: { id: true, name: true },
    }),
  ]);
  const labels = new Map(topics.map(({ id, label }) => [id, label]));
  const names = new Map(actors.map(({ id, name }) => [id, name]));
  return differences.map(({ topics, mentions, statements }) => ({
    topics: topics.map((topic) => ({ ...topic, name: labels.get(topic.id) ?? topic.id })),
    mentions: mentions.map((mention) => ({
      ...mention,
      name: names.get(mention.id) ?? mention.id,
    })),
    statements,
  }));
}

function toRunProgress(row: ProgressRow): RunProgress {
  const { id, state, problem, isDryRun, total, done, stretchBeganAt, stretchBeganWith } = row;
  const names = Object.keys(countChanges([])) as (keyof ChangeCounts)[];
  const counts = Object.fromEntries(names.map((name) => [name, row[name]])) as ChangeCounts;
  const facts = { id, state, problem, isDryRun, total, done, counts };
  return toProgress({ ...facts, stretchBeganAt, stretchBeganWith }, new Date());
}

function toLine(row: LineRow): RunLine {
  const { createdAt, finishedAt, proposal } = row;
  return {
    ...{ ...toRunProgress(row), createdAt, finishedAt },
    createdBy: row.createdBy?.name ?? row.agent,
    about: proposal === null ? null : subjectOf(proposal),
  };
}

function subjectOf(proposal: unknown): RunLine["about"] {
  const { kind, id, base } = proposalSchema.parse(proposal);
  return { kind, id, name: "label" in base ? base.label : base.name };
}
