/** What is done to the history of a commitment. */
import type { CommitmentChangeFields, CommitmentFields } from "#lib/commitments/schema.ts";
import { AppError } from "#lib/errors.ts";

type Edit = (now: CommitmentFields) => CommitmentFields;

/**
 * Puts a change into the history by its day, or (a `position` from 1) in the place of another. Throws
 * `AppError` "not_found" where that is not there.
 */
export function withChange(change: CommitmentChangeFields, position: number): Edit {
  return (now) => {
    if (position > now.changes.length) throw noSuchChange();
    // What is put right stays where it stands among those of its day.
    if (now.changes[position - 1]?.day === change.day)
      return { ...now, changes: now.changes.with(position - 1, change) };
    const others = now.changes.filter((_, i) => i !== position - 1);
    const after = others.findIndex(({ day }) => day > change.day);
    return { ...now, changes: others.toSpliced(after < 0 ? others.length : after, 0, change) };
  };
}

/** Takes a change out of the history. Throws `AppError` "not_found" where it is not there. */
export function withoutChange(position: number): Edit {
  return (now) => {
    if (position < 1 || position > now.changes.length) throw noSuchChange();
    return { ...now, changes: now.changes.filter((_, i) => i !== position - 1) };
  };
}

function noSuchChange(): AppError {
  return new AppError("not_found", "There is no such entry in the history.");
}
