import type { ActorRef } from "#lib/actors/types.ts";
import type { Certainty } from "#lib/articles/types.ts";
import type {
  CarrierRelation,
  ComparedPart,
  LedgerEntry,
  StatementLine,
} from "#lib/statements/types-ledger.ts";
import type { TopicRef } from "#lib/topics/types.ts";

/** An actor at a day, which heads a column. */
export type PositionColumn = { actor: ActorRef; day: string };

/** The latest statement of a column's actor on a topic, on or before the column's day. */
export type PositionCell = {
  statement: StatementLine;
  /** Confirmed where a person confirmed both the statement and its topic. */
  certainty: Certainty;
  /** How many of the actor's statements on the topic are of this same day, up to a bound. */
  sameDayCount: number;
};

/** One cell for each column; null: nothing archived. */
export type PositionRow = { topic: TopicRef; cells: (PositionCell | null)[] };

/** What one may choose among, those with the most statements first. */
export type PositionChoice = { id: string; label: string; count: number };

export type Positions = {
  columns: PositionColumn[];
  rows: PositionRow[];
  /** The days on which the actors said something on the topics, oldest first. */
  days: string[];
  choices: { topics: PositionChoice[]; actors: PositionChoice[] };
  /** What could not be used, in sentences for the reader. */
  problems: string[];
};

/** How words stand to those before, and both versions in one: `here` was said before, `there` now. */
export type SuccessiveChange = { relation: CarrierRelation | "other"; parts: ComparedPart[] };

export type SuccessiveStatement = {
  statement: LedgerEntry;
  certainty: Certainty;
  /** Against the one before; null for the first of all. */
  change: SuccessiveChange | null;
};

/** What an actor said on a topic, oldest first: one page of it. */
export type Successive = { items: SuccessiveStatement[]; total: number; pageCount: number };
