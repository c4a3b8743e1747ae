import type { LaneId } from "#lib/events/schema.ts";

/** Days, both included, and how many they are. */
export type Days = { from: string; to: string; days: number };

export type Coverage = {
  articles: number;
  /** From the first day asked for, or else found, to the last; null where nothing was found. */
  span: Days | null;
  /** Days of the span that have an article. */
  daysWithArticles: number;
  /** The longest time in it without any; null where every day has one. */
  longestGap: Days | null;
  outlets: number;
  /** The outlet of the most of them. */
  mostFrom: { label: string; count: number } | null;
  /** Articles by the side that their outlet is of: `other` countries, and outlets whose country is not known. */
  sides: { side: LaneId | "other" | "unknown"; count: number }[];
  /** Statements in them, and those of them whose source is not named. */
  statements: number;
  unnamed: number;
};

/** The days that are asked for, both included; null: that side is open. */
export type CoveredDays = { from: string | null; to: string | null; today: string };
