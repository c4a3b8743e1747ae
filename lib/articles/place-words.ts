import type { FieldPlace } from "#lib/articles/draft-fields.ts";

const LEVELS = [
  [0.95, "certain"],
  [0.85, "very likely"],
  [0.65, "likely"],
  [0.45, "uncertain"],
  [0, "a guess"],
] as const;

/** Rules whose names do not speak for themselves; of others the name is said without its hyphens. */
const RULE_WORDS: Readonly<Record<string, string>> = {
  corrected: "corrected by an archivist",
  entered: "entered by an archivist",
  taken: "taken from the original by an archivist",
  "archive-desk": "supplied by the archive desk",
  "fetched-from": "where the page was fetched",
  "said-by-feed": "the feed that it came from",
  "filed-under": "the outlet of the feed it came from",
  "proposed-from-first-sentence": "proposed from the first sentence",
  "language-detected": "told from its words",
  "headline-line": "a line of its own at the head",
  "headline-run-in": "the words before the by-line",
  "headline-suffix": "a title with the outlet’s name cut off",
  paragraph: "a paragraph of the body",
  "sub-heading": "a sub-heading of the body",
  "list-item": "an item of a list",
  "byline-name": "a name in a by-line",
  "byline-role": "an office after a name",
  "byline-note": "a note beside a name",
  "byline-place": "a place after a name",
  "byline-outlet": "an outlet after a name",
  "byline-joint": "one of several names",
  "byline-contact": "an address beside a name",
  "byline-collective": "a desk or agency signing",
  "credit-line": "a picture credit on its own line",
  "time-beside-date": "a time beside the date",
  "outlet-line": "a known outlet’s name on its own line",
};

const DATE_FORMS: Readonly<Record<string, string>> = {
  iso: "a date as 2025-02-27",
  words: "a date in words",
  numeric: "a date in figures",
  relative: "a day told from the capture",
};

/** How sure a rule is, in words. `confidence` is 0–1. */
export function confidenceInWords(confidence: number): string {
  return LEVELS.find(([from]) => confidence >= from)?.[1] ?? "a guess";
}

/** Which rule read a field, in words. */
export function ruleInWords(rule: string): string {
  const dateForm = /^date-([a-z]+)/.exec(rule)?.[1];
  return RULE_WORDS[rule] ?? (dateForm && DATE_FORMS[dateForm]) ?? rule.replaceAll("-", " ");
}

/** True where a person, not a rule, is behind the value. */
export function isByPerson({ rule }: Pick<FieldPlace, "rule">): boolean {
  return ["corrected", "entered", "taken", "archive-desk"].includes(rule);
}
