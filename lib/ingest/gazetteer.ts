/** What the archive already knows, as text is matched against it. */
import type { StatementParts } from "#lib/statements/schema.ts";
import type { Span } from "./types.ts";

export type GazetteerActor = {
  id: string;
  name: string;
  aliases: string[];
  kind: "person" | "organisation" | "country";
  country: string | null;
  offices: { title: string; from: string | null; to: string | null }[];
};
export type GazetteerTopic = {
  id: string;
  label: string;
  definition: string;
  keywords: string[];
  /** A sentence with one of these does not suggest it. */
  exceptions?: string[];
  /** So often, one in the opening counted twice, before an article is suggested for it; 2 unless said. */
  hitsNeeded?: number;
};
export type Gazetteer = { actors: GazetteerActor[]; topics: GazetteerTopic[] };

/** Suggestions, until a person confirms them. All spans index into the body. */
export type Understanding = {
  mentions: { actorId: string; span: Span; text: string }[];
  topics: { topicId: string; confidence: number; spans: Span[] }[];
  statements: UnderstoodStatement[];
};

/** What somebody is said to have said. */
export type UnderstoodStatement = {
  kind: "direct" | "mixed" | "indirect";
  parts: StatementParts;
  /** By name, by the office held on the day, or by what the text calls them before. */
  speakerId: string | null;
  /** As written; where that is a pronoun, the name it refers to. */
  speakerText: string | null;
  /** The article may not, or does not, say who it is. */
  isAnonymous: boolean;
  venue: string | null;
  /** EDTF. */
  saidOn: string | null;
  topics: { topicId: string; confidence: number }[];
  confidence: number;
};
