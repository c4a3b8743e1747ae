import { database } from "#lib/db/client.ts";
import type { LedgerCount, LedgerCounts, LedgerQuery } from "#lib/statements/types-ledger.ts";

type Known = {
  speaker: LedgerChoice | null;
  topic: LedgerChoice | null;
  office: LedgerChoice | null;
  outlet: LedgerChoice | null;
};
type LedgerChoice = Pick<LedgerCount, "id" | "label">;

export type ResolvedLedger = {
  /** With what was merged in the place of what it was merged into. */
  query: LedgerQuery;
  /** What of it the archive does not know, which was left out: `speaker “nobody”`. */
  unknown: string[];
  /** Names of what is chosen. */
  chosen: Known;
};

const NOTHING_CHOSEN: Known = { speaker: null, topic: null, office: null, outlet: null };

/** A query as it can be carried out. */
export async function resolveLedger(query: LedgerQuery): Promise<ResolvedLedger> {
  const { speakerId, office, topicId, outletSlug } = query;
  const isOpen = [speakerId, office, topicId, outletSlug].every((each) => each === null);
  const chosen = isOpen ? NOTHING_CHOSEN : await findChosen(query);
  return {
    query: {
      ...query,
      speakerId: chosen.speaker?.id ?? null,
      office: chosen.office?.id ?? null,
      topicId: chosen.topic?.id ?? null,
      outletSlug: chosen.outlet?.id ?? null,
    },
    unknown: listUnknown(
      { speaker: speakerId, office, topic: topicId, outlet: outletSlug },
      chosen,
    ),
    chosen,
  };
}

function listUnknown(asked: Record<keyof Known, string | null>, chosen: Known): string[] {
  const names = ["speaker", "office", "topic", "outlet"] as const;
  return names
    .filter((name) => asked[name] !== null && !chosen[name])
    .map((name) => `${name} “${asked[name]}”`);
}

/** The counts, in which what is chosen stands too where it has nothing, so that a form can show it. */
export function withChosen(counts: LedgerCounts, chosen: Known): LedgerCounts {
  const added = (listed: LedgerCount[], choice: LedgerChoice | null) =>
    !choice || listed.some(({ id }) => id === choice.id)
      ? listed
      : [...listed, { ...choice, count: 0 }];
  return {
    ...counts,
    speakers: added(counts.speakers, chosen.speaker),
    offices: added(counts.offices, chosen.office),
    topics: added(counts.topics, chosen.topic),
    outlets: added(counts.outlets, chosen.outlet),
  };
}

async function findChosen({ speakerId, office, topicId, outletSlug }: LedgerQuery): Promise<Known> {
  const [known] = await database.$queryRaw<[Known]>`
    SELECT
      (SELECT json_build_object('id', now.id, 'label', now.name)
        FROM actors asked JOIN actors now ON now.id = coalesce(asked.merged_into_id, asked.id)
        WHERE asked.id = ${speakerId}) AS speaker,
      (SELECT json_build_object('id', now.id, 'label', now.label)
        FROM topics asked JOIN topics now ON now.id = coalesce(asked.merged_into_id, asked.id)
        WHERE asked.id = ${topicId}) AS topic,
      (SELECT json_build_object('id', title, 'label', title)
        FROM offices WHERE title = ${office} LIMIT 1) AS office,
      (SELECT json_build_object('id', slug, 'label', name)
        FROM outlets WHERE slug = ${outletSlug}) AS outlet`;
  return known;
}
