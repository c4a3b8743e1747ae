/** All commitments as a process holds them: what the timeline draws and narrows them by. */
import { PUBLISHED } from "#lib/articles/data.ts";
import { ACTOR_SELECT, LINE_SELECT, SHOWN, toLine } from "#lib/commitments/data.ts";
import type { IndexedCommitment } from "#lib/commitments/types.ts";
import { database } from "#lib/db/client.ts";
import type { Prisma } from "#lib/db/generated/client.ts";
import { keptUntilChange } from "#lib/db/kept-until-change.ts";
import { foldWords } from "#lib/events/data-event-index.ts";
import { lanesOf } from "#lib/events/data-lanes.ts";

const SELECT = {
  ...LINE_SELECT,
  ...{ detail: true, createdAt: true },
  actors: {
    select: { side: true, actor: { select: { ...ACTOR_SELECT, country: true } } },
    orderBy: { position: "asc" },
  },
  evidence: {
    where: { article: PUBLISHED },
    select: { article: { select: { outlet: { select: { slug: true } } } } },
  },
} satisfies Prisma.CommitmentSelect;

/**
 * Every commitment, by the day on which it was made, as it stands on `day` (`YYYY-MM-DD`, London).
 * Kept in memory until public content changes.
 */
export const listIndexedCommitments = keptUntilChange("commitments", 1, async (day: string) => {
  const rows = await database.commitment.findMany({
    ...{ where: SHOWN, select: SELECT },
    orderBy: [{ madeStartsOn: "asc" }, { id: "asc" }],
  });
  return rows.map(({ detail, createdAt, evidence, ...row }): IndexedCommitment => {
    const line = toLine(row, day);
    const named = [...line.by, ...line.to];
    const countries = row.actors.flatMap(({ side, actor }) => (side === "by" ? actor.country : []));
    const text = [line.title, detail, ...named.map(({ name }) => name)].join(" ");
    return {
      line,
      lanes: lanesOf(countries),
      topicIds: line.topics.map(({ id }) => id),
      actorIds: named.map(({ id }) => id),
      outlets: evidence.flatMap(({ article }) => article?.outlet?.slug ?? []),
      enteredAt: createdAt,
      words: ` ${foldWords(text).join(" ")}`,
    };
  });
});
