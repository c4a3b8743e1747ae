/** Days are `YYYY-MM-DD`; null where the start or the end is not known. */
type DatedOffice = { title: string; heldFrom: string | null; heldTo: string | null };

/**
 * The titles of the offices that were held on `day`. On the day of a change, when one office ends
 * and the next begins, only the new one counts.
 */
export function officesOnDay(offices: readonly DatedOffice[], day: string): string[] {
  const held = offices.filter(
    ({ heldFrom, heldTo }) =>
      (heldFrom !== null || heldTo !== null) &&
      (heldFrom === null || heldFrom <= day) &&
      (heldTo === null || day <= heldTo),
  );
  const hasNew = held.some(({ heldFrom }) => heldFrom === day);
  return held
    .filter(({ heldFrom, heldTo }) => !hasNew || heldTo !== day || heldFrom === day)
    .map(({ title }) => title);
}
