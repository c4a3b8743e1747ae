import ical, { ICalCalendarMethod } from "ical-generator";
import { stateInWords } from "#lib/commitments/overdue.ts";
import type { CommitmentLine } from "#lib/commitments/types.ts";
import { addDays, toDateColumn } from "#lib/dates/calendar-day.ts";
import { formatEdtf, parseEdtf } from "#lib/dates/edtf.ts";

/**
 * Commitments as an iCalendar (RFC 5545) of all-day entries on the days on which they are due; those
 * without a day are left out. An imprecise date stands on the last day that it covers, and says so.
 * The UID is the commitment's own, so that a program that asks again changes the entry it has.
 */
export function toCommitmentCalendar(lines: readonly CommitmentLine[], baseUrl: string): string {
  const calendar = ical({
    name: "Commitments · The Diplomacy Archive",
    description: "When what was promised is due.",
    url: `${baseUrl}/commitments`,
    method: ICalCalendarMethod.PUBLISH,
    prodId: { company: "The Diplomacy Archive", product: "Commitments", language: "EN" },
  });
  for (const line of lines) {
    if (!line.due || !line.dueEndsOn) continue;
    calendar.createEvent({
      id: `commitment-${line.id}@${new URL(baseUrl).hostname}`,
      allDay: true,
      // Without a time zone the generator writes the date in UTC, as a date column holds it.
      start: toDateColumn(line.dueEndsOn),
      end: toDateColumn(addDays(line.dueEndsOn, 1)),
      summary: `Due: ${line.title}`,
      description: describe(line),
      url: `${baseUrl}${line.path}`,
      stamp: new Date(line.updatedAt),
      lastModified: new Date(line.updatedAt),
      categories: line.topics.map(({ label }) => ({ name: label })),
    });
  }
  return calendar.toString();
}

function describe(line: CommitmentLine): string {
  const { by, to, madeOn, due } = line;
  const names = (actors: CommitmentLine["by"]) => actors.map(({ name }) => name).join(", ");
  return [
    `Promised by ${names(by)}${to.length > 0 ? ` to ${names(to)}` : ""}, ${formatEdtf(madeOn)}.`,
    isExact(due ?? "")
      ? ""
      : `Due ${formatEdtf(due ?? "")}: the day is not known exactly; this is the last that it covers.`,
    `State: ${stateInWords(line)}.`,
  ]
    .filter(Boolean)
    .join("\n");
}

function isExact(due: string): boolean {
  const span = parseEdtf(due);
  return span !== null && span.precision === "day" && !span.approximate;
}
