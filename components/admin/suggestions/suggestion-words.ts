import { formatEdtf } from "#lib/dates/edtf.ts";
import type { SuggestionInFull, SuggestionLine, SuggestionState } from "#lib/happenings/types.ts";
import { counted } from "#lib/text/counted.ts";

export const STATE_WORDS: Record<SuggestionState, string> = {
  open: "open",
  accepted: "accepted",
  linked: "linked to an event",
  merged: "merged",
  rejected: "rejected",
};

export const STATE_TONES = {
  open: "unsure",
  accepted: "good",
  linked: "good",
  merged: "plain",
  rejected: "danger",
} as const;

/** `Ada Brook, envoy; Northmark`. */
export function participantWords({ participants }: Pick<SuggestionLine, "participants">): string {
  return participants.map(({ name, role }) => (role ? `${name}, ${role}` : name)).join("; ");
}

/** Kind, place and coverage in a line: `negotiation · Geneva · 3 articles of Courier, Ledger`. */
export function coverageWords({ kind, placeName, articles, outlets }: SuggestionLine): string {
  const of = outlets.length > 0 ? ` of ${outlets.join(", ")}` : "";
  return [kind, placeName, `${counted(articles, "article")}${of}`].filter(Boolean).join(" · ");
}

/** What tells a suggestion from others in a choice: `4 March 2025: Talks end`. */
export function choiceWords({ date, title }: SuggestionLine): string {
  return `${formatEdtf(date)}: ${title}`;
}

/** What every decision about a suggestion sends: which one, and as what it was seen. */
export function seenFields({ id, version }: SuggestionInFull) {
  return { suggestionId: id, version: String(version) };
}

/** Where the list of a state is. */
export function statePath(state: SuggestionState, page = 1): string {
  const parameters = new URLSearchParams();
  if (state !== "open") parameters.set("state", state);
  if (page > 1) parameters.set("page", String(page));
  const query = parameters.toString();
  return query ? `/admin/suggestions?${query}` : "/admin/suggestions";
}
