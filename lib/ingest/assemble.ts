/** Puts the pieces that were read into the fields of a draft. */
import type { HeaderElement } from "./elements.ts";
import { chooseDates, type DraftDates } from "./draft-dates.ts";
import type { DraftByline, Found, ParseOptions } from "./types.ts";

export type HeaderFields = DraftDates & {
  headline: Found<string> | null;
  summary: Found<string> | null;
  outlet: Found<string> | null;
  language: Found<string> | null;
  sourceUrl: Found<string> | null;
  bylines: DraftByline[];
  mediaCredits: Found<string>[];
  captions: Found<string>[];
};

type Single = "headline" | "summary" | "outlet" | "language" | "url";

/**
 * The fields that a header's elements fill. Of two values for a field that holds one, the surer is
 * kept and the other counts as furniture; so does a byline or credit that repeats an earlier one.
 */
export function assembleFields(
  elements: HeaderElement[],
  text: string,
  options: ParseOptions,
): HeaderFields {
  const singles = new Map<Single, Found<string>>();
  const furniture: Found<string>[] = [];
  const lists = { credit: [] as Found<string>[], caption: [] as Found<string>[] };
  const bylines = new BylineList(furniture);
  for (const element of elements) {
    if (element.kind === "date") continue;
    if (element.kind === "byline") bylines.add(element.byline);
    else if (element.kind === "role" || element.kind === "note")
      bylines.addDetail(element.kind, element.found);
    else if (element.kind === "furniture") furniture.push(element.found);
    else if (element.kind === "credit" || element.kind === "caption")
      addOnce(lists[element.kind], element.found, furniture);
    else keepSurer(singles, element.kind, element.found, furniture);
  }
  const dates = chooseDates(
    elements.filter((element) => element.kind === "date"),
    text,
    options,
  );
  return {
    ...dates,
    furniture: [...furniture, ...dates.furniture],
    headline: singles.get("headline") ?? null,
    summary: singles.get("summary") ?? null,
    outlet: singles.get("outlet") ?? null,
    language: toLanguage(singles.get("language"), furniture),
    sourceUrl: singles.get("url") ?? null,
    bylines: bylines.all,
    mediaCredits: lists.credit,
    captions: lists.caption,
  };
}

class BylineList {
  readonly all: DraftByline[] = [];
  readonly #repeats: Found<string>[];

  constructor(repeats: Found<string>[]) {
    this.#repeats = repeats;
  }

  add(byline: DraftByline): void {
    const known = this.all.find(({ name }) => name.value === byline.name.value);
    if (!known) {
      this.all.push(byline);
      return;
    }
    this.#repeats.push({ ...byline.name, rule: "repeated-byline" });
    if (byline.role) this.addDetail("role", byline.role, known);
    if (byline.note) this.addDetail("note", byline.note, known);
  }

  /** A role or note on its own line belongs to the byline above it. */
  addDetail(kind: "role" | "note", found: Found<string>, target = this.all.at(-1)): void {
    if (target && target[kind] === null) target[kind] = found;
    else this.#repeats.push({ ...found, rule: `repeated-${kind}` });
  }
}

function addOnce(list: Found<string>[], found: Found<string>, repeats: Found<string>[]): void {
  if (list.some(({ value }) => value === found.value)) repeats.push({ ...found, rule: "repeated" });
  else list.push(found);
}

function keepSurer(
  singles: Map<Single, Found<string>>,
  kind: Single,
  found: Found<string>,
  furniture: Found<string>[],
): void {
  const current = singles.get(kind);
  const isSurer = !current || found.confidence > current.confidence;
  if (isSurer) singles.set(kind, found);
  const loser = isSurer ? current : found;
  if (loser) furniture.push({ ...loser, rule: `other-${kind}` });
}

/** A language tag that is one; anything else is kept as furniture. */
function toLanguage(
  found: Found<string> | undefined,
  furniture: Found<string>[],
): Found<string> | null {
  if (!found) return null;
  if (/^[a-z]{2,3}(?:[-_][a-z0-9]{2,8})*$/i.test(found.value)) {
    return { ...found, value: found.value.replaceAll("_", "-") };
  }
  furniture.push(found);
  return null;
}
