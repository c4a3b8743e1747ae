import type { ColumnField } from "#lib/ingest/types.ts";

/** A remembered mapping, as archivists see it. */
export type ColumnMappingLine = {
  id: string;
  /** The file for which it was chosen first, or what somebody called it. */
  name: string;
  fields: ColumnField[];
  savedAt: Date;
  savedBy: string | null;
  removedAt: Date | null;
};
