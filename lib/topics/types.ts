export type TopicRef = { id: string; label: string };

/** A term of the vocabulary with how much stands under it. */
export type TopicWithCounts = TopicRef & {
  definition: string;
  broaderId: string | null;
  articleCount: number;
  eventCount: number;
};

export type Topic = TopicRef & {
  definition: string;
  /** IPTC Media Topic, `medtop:20000639`. */
  iptcId: string | null;
  broader: TopicRef | null;
  narrower: TopicRef[];
};

export type TopicLookup = { state: "found"; topic: Topic } | { state: "merged"; intoId: string };

export type TopicEvent = {
  id: string;
  title: string;
  /** Extended Date/Time Format, as written. */
  date: string;
  startsOn: string;
  verification: "to_verify" | "verified";
};
