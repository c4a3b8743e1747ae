import type { ActorRef } from "#lib/actors/types.ts";
import type { Certainty } from "#lib/articles/types.ts";
import type { Span } from "#lib/text/span.ts";
import type { TopicRef } from "#lib/topics/types.ts";

/** A public statement with its place in its article. Days are `YYYY-MM-DD`. */
export type PlacedStatement = {
  id: string;
  kind: "direct" | "mixed" | "indirect";
  status: Certainty;
  words: string;
  /** The sentences that it stands in, and where in them its words begin and end. */
  passage: string;
  wordsAt: Span;
  speaker: ActorRef | null;
  /** Who said it in the article's own words. */
  speakerText: string | null;
  venue: string | null;
  /** Extended Date/Time Format; null where the article does not tell. */
  saidOn: string | null;
  /** The first day of `saidOn`, or else that of publication. */
  day: string;
  article: { path: string; headline: string; publishedOn: string; outletName: string | null };
  /** Address of its words in the article. */
  href: string;
};

/** An actor at a day, which heads a column. */
export type PositionColumn = { actor: ActorRef; day: string };

/** The latest statement of a column's actor on a topic, on or before the column's day. */
export type PositionCell = {
  statement: PlacedStatement;
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
