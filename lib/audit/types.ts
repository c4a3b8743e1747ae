export type AuditItem = {
  /** Grows with time; also the cursor of the list. */
  id: string;
  at: Date;
  /** Name of the person, or of the agent where it was none. */
  who: string;
  userId: string | null;
  /** Through what a person acted, or what acted by itself: `admin pages`, `command line`. */
  agent: string;
  /** `topic.merge`. */
  action: string;
  subject: string;
  subjectId: string;
  /** What it is called today; null where it is gone or has no name. */
  subjectName: string | null;
  details: Record<string, unknown>;
};

export type AuditPage = {
  items: AuditItem[];
  /** Cursor of the older page, or null on the last. */
  olderCursor: string | null;
};

export type AuditFilter = {
  /** A user's id. */
  who?: string;
  action?: string;
  /** What was acted on: a kind, such as `topic`, or an id. */
  about?: string;
  /** True: nothing about accounts, links and tokens, which are for admins to see. */
  isContentOnly?: boolean;
  /** Calendar days in London, both included. */
  from?: string;
  to?: string;
};

export type AuditChoices = {
  people: { id: string; name: string }[];
  actions: string[];
};

export type MergeItem = { at: Date; who: string; isUndoable: boolean };
