/** What a citation names; both null where it is gone. */
export type CitedRef = { eventId: string | null; articleId: string | null };

/** What a citation leads to, as readers see it. */
export type Cited = {
  kind: "event" | "article";
  path: string;
  title: string;
  /** When it happened, or where it was published. */
  note: string;
};
