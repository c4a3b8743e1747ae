/**
 * What a group of articles says of the happening that it tells of: the day, the place, who took
 * part, the kind, a title among the headlines, and the sentences that support all this. Everything
 * is read in the articles; nothing is put into words of the archive's own.
 */
import { addDays } from "#lib/dates/calendar-day.ts";
import type { EventKind } from "#lib/events/schema.ts";
import { findTimeExpressions } from "#lib/language/time-expressions.ts";
import type { Span } from "#lib/text/span.ts";
import { chooseEvidence, shareOfAccounts, weightOf, type Evidence } from "./choose-evidence.ts";
import { kindOf } from "./happening-kind.ts";
import { isCountry, placeOf } from "./happening-place.ts";
import { leadSentences } from "./lead.ts";
import { readDays, weighDays, weightiestDays } from "./weigh-days.ts";

/** What happened longer before its first account is background to it. */
const LONGEST_UNTOLD_DAYS = 10;
const MAX_PARTICIPANTS = 8;

/** An article of the group, as far as it is needed. */
export type Account = {
  id: string;
  headline: string;
  headlineProposed: boolean;
  outlet: string | null;
  /** `YYYY-MM-DD`. */
  publishedOn: string;
  body: string;
  mentions: readonly { actorId: string; startsAt: number }[];
};

export type Description = {
  /** EDTF: a day, approximate where it is only that of the first publication. */
  date: string;
  day: string;
  isDayTold: boolean;
  placeName: string | null;
  kind: EventKind;
  /** Those that at least half of the articles begin with, most named first; at most eight. */
  actorIds: string[];
  /** Of the article whose headline speaks for all. */
  titleArticleId: string;
  outlets: number;
  evidence: Evidence[];
};

/** An account with its beginning, read. */
export type ReadAccount = Account & {
  sentences: readonly Span[];
  lead: string;
  /** Days that its beginning names, with where. */
  named: readonly { day: string; start: number }[];
  /** How alike its beginning is to those of all, 0 to 1. */
  likeness: number;
};

/** Describes what at least one article tells of. */
export function describeHappening(accounts: readonly Account[]): Description {
  const read = readAccounts(accounts);
  const { day, isDayTold } = dayOf(read);
  const leads = read.map(({ lead }) => lead);
  return {
    ...{ date: isDayTold ? day : `${day}~`, day, isDayTold },
    placeName: placeOf(leads),
    kind: kindOf(
      read.map(({ headline, body, sentences }) => {
        return `${headline}\n${body.slice(0, sentences[0]?.end ?? 0)}`;
      }),
    ),
    actorIds: participantsOf(read),
    titleArticleId: titleOf(read),
    outlets: new Set(accounts.flatMap(({ outlet }) => outlet ?? [])).size,
    evidence: chooseEvidence(read, day),
  };
}

/**
 * Whether a group is worth an editor's time: told by two outlets, or by one that leaves no doubt what
 * it tells of, as it names the day, a place that is no whole country and at least two who took part.
 */
export function isWorthSuggesting({ outlets, placeName, ...told }: Description): boolean {
  const isPlaced = placeName !== null && !isCountry(placeName);
  const isStrong = told.isDayTold && told.kind !== "other" && told.actorIds.length > 1;
  return outlets > 1 || (isPlaced && isStrong);
}

function readAccounts(accounts: readonly Account[]): ReadAccount[] {
  const leads = accounts.map(({ body }) => {
    const sentences = leadSentences(body);
    return { sentences, lead: body.slice(0, sentences.at(-1)?.end ?? 0) };
  });
  const likenesses = readDays(
    accounts.map(({ publishedOn, headline }, i) => {
      return { publishedOn, text: `${headline}.\n\n${leads[i]?.lead ?? ""}` };
    }),
  ).map(({ likeness }) => likeness);
  return accounts.map((account, i) => {
    const { sentences = [], lead = "" } = leads[i] ?? {};
    const named = findTimeExpressions(lead, account.publishedOn).flatMap(({ day, start }) =>
      day === null ? [] : [{ day, start }],
    );
    return { ...account, sentences, lead, named, likeness: likenesses[i] ?? 0 };
  });
}

function dayOf(accounts: readonly ReadAccount[]): { day: string; isDayTold: boolean } {
  const published = accounts.map(({ publishedOn }) => publishedOn).sort();
  const first = published[0] ?? "";
  const earliest = addDays(first, -LONGEST_UNTOLD_DAYS);
  const weights = weighDays(
    accounts.map(({ publishedOn, named, likeness }) => {
      const days = named.map(({ day }) => day).filter((day) => earliest <= day);
      return { publishedOn, days: new Set(days), likeness };
    }),
  );
  const [day = first] = weightiestDays(weights, 1);
  const isDayTold = accounts.some(({ named }) => named.some((each) => each.day === day));
  return { day: isDayTold ? day : first, isDayTold };
}

function participantsOf(accounts: readonly ReadAccount[]): string[] {
  const counts = new Map<string, number>();
  for (const { mentions, lead } of accounts) {
    const named = mentions.filter(({ startsAt }) => startsAt < lead.length);
    for (const id of new Set(named.map(({ actorId }) => actorId)))
      counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return [...counts]
    .filter(([, count]) => 2 * count >= accounts.length)
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, MAX_PARTICIPANTS)
    .map(([id]) => id);
}

/**
 * The headline that holds most of what all begin with: "Your morning briefing" holds nothing of it.
 * One of the source's own goes before one that was proposed for want of it.
 */
function titleOf(accounts: readonly ReadAccount[]): string {
  const shares = shareOfAccounts(accounts);
  const weighed = accounts.map(({ id, headline, headlineProposed }) => {
    return { id, isProposed: headlineProposed, weight: weightOf(headline, shares) };
  });
  weighed.sort(
    (a, b) =>
      Number(a.isProposed) - Number(b.isProposed) || b.weight - a.weight || (a.id < b.id ? -1 : 1),
  );
  return weighed[0]?.id ?? "";
}
