/** What readers see of what an event rests on. */
import type { SharedWithEvent } from "#lib/events/evidence.ts";
import type { Account } from "#lib/events/independence.ts";
import type { Importance } from "#lib/events/importance.ts";
import type { Stance } from "#lib/language/cue-stance.ts";
import type { StancedStatement } from "#lib/statements/data-stances.ts";

/** Who is reported to have said something, and how they stand to it. */
export type Saying = {
  statementId: string;
  /** Address of the statement on this site. */
  path: string;
  stance: Stance;
  /** As the archive knows them, or else in the article's words. */
  name: string;
  actorId: string | null;
  offices: string[];
  status: "suggested" | "confirmed";
};

/** A sentence that speaks of an event, at its place in a published article. */
export type EvidenceLine = {
  /** From 1, over all of them. */
  number: number;
  text: string;
  articleId: string;
  /** Its address in the article, with what makes a browser mark it. */
  href: string;
  shares: SharedWithEvent;
  /** Places in the event's list of facts of those that it seems to bear out. */
  facts: number[];
  /** Empty where the outlet says it in its own words. */
  sayings: Saying[];
};

export type EvidenceArticle = {
  id: string;
  path: string;
  headline: string;
  headlineProposed: boolean;
  outletName: string | null;
  publishedOn: string;
  /** Publishers that it names as its sources. */
  sources: string[];
  /** Rights let readers see only a part of it, or nothing. */
  isShortened: boolean;
  sentences: EvidenceLine[];
};

export type EventEvidence = {
  /** Articles that have something to say of it, by day. */
  articles: EvidenceArticle[];
  /** Published articles that are linked with it, and how many of them were read for this. */
  linkedCount: number;
  readCount: number;
  /** Outlets that report it independently, each account with all who carry it. */
  independentCount: number;
  accounts: Account[];
  /** Said on its days, in its articles. */
  statementsThen: StancedStatement[];
  /** Said on other days, in sentences that are evidence of it. */
  statementsAbout: StancedStatement[];
  /** How many other statements its articles hold. */
  otherStatementCount: number;
  importance: Importance;
};
