import type { KindName } from "#lib/exchange/export-tables.ts";

/** A line of an export: what its kind's schema says. */
export type Line = Record<string, unknown>;

/** A file of an export as it is written. */
export type ExportFile = { name: string; bytes: Uint8Array };

/** What was not taken in, and why. */
export type Problem = {
  /** Null where it is no line that is at fault. */
  kind: KindName | null;
  /** The id of the line, or where it stands. */
  what: string;
  /** A sentence: what is wrong, and what was kept. */
  reason: string;
};

/** What belongs together and is taken in as a whole: a vocabulary, or some articles. */
export type ExportGroup = {
  lines: Partial<Record<KindName, Line[]>>;
  /** By SHA-256. */
  originals: Map<string, Uint8Array<ArrayBuffer>>;
  problems: Problem[];
};

export type RestoredCounts = {
  restored: number;
  /** There before, and the same. */
  alreadyHere: number;
  /** There before, and different: what is here was kept. */
  conflicts: number;
  /** Could not be taken in. */
  refused: number;
};

export type ExportedCounts = Record<string, number>;
