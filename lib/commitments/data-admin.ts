import { toFields, FIELDS_SELECT } from "#lib/commitments/data-fields.ts";
import type { CommitmentFields, CommitmentState } from "#lib/commitments/schema.ts";
import { database } from "#lib/db/client.ts";
import { listEditRevisions, type EditRevision } from "#lib/db/edit-revisions.ts";

const MAX_LISTED = 2_000;

export type CommitmentAdminItem = {
  id: string;
  title: string;
  madeOn: string;
  due: string | null;
  state: CommitmentState;
  isWithdrawn: boolean;
  updatedAt: Date;
};

/** Every commitment, withdrawn ones too, the one changed last first. */
export async function listCommitmentsForAdmin(): Promise<CommitmentAdminItem[]> {
  const rows = await database.commitment.findMany({
    orderBy: [{ updatedAt: "desc" }, { id: "asc" }],
    take: MAX_LISTED,
    select: {
      ...{ id: true, title: true, madeOn: true, due: true, state: true },
      ...{ withdrawnAt: true, updatedAt: true },
    },
  });
  return rows.map(({ withdrawnAt, ...row }) => ({ ...row, isWithdrawn: withdrawnAt !== null }));
}

export type CommitmentForAdmin = {
  id: string;
  version: number;
  withdrawnReason: string | null;
  isWithdrawn: boolean;
  fields: CommitmentFields;
  revisions: EditRevision[];
};

/** A commitment as it is edited, or null. */
export async function getCommitmentForAdmin(id: string): Promise<CommitmentForAdmin | null> {
  const row = await database.commitment.findUnique({
    where: { id },
    select: { ...FIELDS_SELECT, version: true, withdrawnAt: true, withdrawnReason: true },
  });
  if (!row) return null;
  return {
    ...{ id, fields: toFields(row), version: row.version, withdrawnReason: row.withdrawnReason },
    isWithdrawn: row.withdrawnAt !== null,
    revisions: await listEditRevisions({ subject: "commitment", subjectId: id }),
  };
}
