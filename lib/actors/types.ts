import type { z } from "zod";
import type { actorKindSchema } from "#lib/actors/schema.ts";

export type ActorKind = z.infer<typeof actorKindSchema>;

export type ActorRef = { id: string; name: string; kind: ActorKind; country: string | null };

/** An actor with how many published articles mention it and how many events it took part in. */
export type ActorWithCounts = ActorRef & {
  /** The office held latest, as far as known. */
  latestOffice: string | null;
  articleCount: number;
  eventCount: number;
};

/** Days are `YYYY-MM-DD`; a null end means that no end is known, not that the office is still held. */
export type Office = { title: string; heldFrom: string | null; heldTo: string | null };

export type ActorEvent = {
  id: string;
  title: string;
  /** Extended Date/Time Format, as written. */
  date: string;
  startsOn: string;
  verification: "to_verify" | "verified";
  /** Office or part on that day. */
  role: string | null;
};

export type ActorPage = ActorRef & {
  description: string | null;
  wikidataId: string | null;
  aliases: string[];
  /** Latest first. */
  offices: Office[];
  /** Newest first. */
  events: ActorEvent[];
};

export type ActorLookup =
  { state: "found"; actor: ActorPage } | { state: "merged"; intoId: string };
