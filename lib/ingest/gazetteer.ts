/** What the archive already knows, as text is matched against it. */
import type { Span } from "./types.ts";

export type GazetteerActor = {
  id: string;
  name: string;
  aliases: string[];
  kind: "person" | "organisation" | "country";
  country: string | null;
  offices: { title: string; from: string | null; to: string | null }[];
};
export type GazetteerTopic = { id: string; label: string; definition: string; keywords: string[] };
export type Gazetteer = { actors: GazetteerActor[]; topics: GazetteerTopic[] };

/** Suggestions, until a person confirms them. All spans index into the body. */
export type Understanding = {
  mentions: { actorId: string; span: Span; text: string }[];
  topics: { topicId: string; confidence: number; spans: Span[] }[];
};
