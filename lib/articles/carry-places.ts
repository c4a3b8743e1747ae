/** Keeps, through an edit, where in the original each field was read. */
import type { FieldPlace } from "#lib/articles/draft-fields.ts";
import type { ArticleFields } from "#lib/articles/schema.ts";

/** A person changed what had been read there. */
export const CORRECTED = "corrected";
/** A person supplied it; it stands nowhere in the original. */
export const ENTERED = "entered";

const SINGLE_FIELDS = [
  "headline",
  "summary",
  "outlet",
  "publishedOn",
  "publishedTime",
  "modifiedOn",
  "language",
  "dateline",
  "sourceUrl",
] as const;

/** A leaf of the fields: its path now, its path before (null: new), its values. */
type Leaf = { field: string; from: string | null; before: string | null; after: string | null };

/**
 * The places of the fields `after` an edit. An unchanged field keeps its place, also when its
 * item moved in its list; a changed one keeps it as corrected; `taken` are stretches of the
 * original that the edit gave to fields, and win.
 */
export function carryPlaces(
  before: ArticleFields,
  after: ArticleFields,
  places: FieldPlace[],
  taken: FieldPlace[] = [],
): FieldPlace[] {
  const known = new Map(places.map((place) => [place.field, place]));
  const carried = new Map<string, FieldPlace>();
  for (const leaf of listLeaves(before, after)) {
    const place = placeOf(leaf, known);
    if (place) carried.set(place.field, place);
  }
  for (const place of places) {
    if (place.field.startsWith("furniture.")) carried.set(place.field, place);
  }
  for (const place of taken) carried.set(place.field, place);
  return [...carried.values()];
}

function placeOf({ field, from, before, after }: Leaf, known: Map<string, FieldPlace>) {
  if (after === null || after === "") return null;
  const old = from === null ? undefined : known.get(from);
  if (old && before === after) return { ...old, field };
  // A field that was there without a record of where it came from stays without one.
  if (before === after) return null;
  const isRead = typeof old?.startsAt === "number";
  return {
    field,
    startsAt: old?.startsAt ?? null,
    endsAt: old?.endsAt ?? null,
    rule: isRead ? CORRECTED : ENTERED,
    confidence: 1,
  };
}

function listLeaves(before: ArticleFields, after: ArticleFields): Leaf[] {
  return [
    ...SINGLE_FIELDS.map((field) => ({
      field,
      from: field,
      before: before[field],
      after: after[field],
    })),
    ...listItems("bylines", before.bylines, after.bylines, ["name", "role", "note"]),
    ...listItems("mediaCredits", before.mediaCredits, after.mediaCredits, ["credit", "caption"]),
    ...matchItems(before.paragraphs, after.paragraphs).map((from, i) => ({
      field: `paragraphs.${i}`,
      from: from === null ? null : `paragraphs.${from}`,
      before: from === null ? null : (before.paragraphs[from] ?? null),
      after: after.paragraphs[i] ?? null,
    })),
  ];
}

function listItems<Key extends string>(
  list: string,
  before: Record<Key, string | null>[],
  after: Record<Key, string | null>[],
  parts: [Key, ...Key[]],
): Leaf[] {
  const keyOf = (item: Record<Key, string | null>) => item[parts[0]] ?? "";
  const origins = matchItems(before.map(keyOf), after.map(keyOf));
  return after.flatMap((item, i) => {
    const from = origins[i] ?? null;
    return parts.map((part) => ({
      field: `${list}.${i}.${part}`,
      from: from === null ? null : `${list}.${from}.${part}`,
      before: from === null ? null : (before[from]?.[part] ?? null),
      after: item[part],
    }));
  });
}

/**
 * For each item of `after` the index it had in `before`, or null. Equal items match first, in
 * order; one that was changed is known by its neighbour, which it still follows.
 */
export function matchItems(before: string[], after: string[]): (number | null)[] {
  const free = Map.groupBy(before.keys(), (index) => before[index]);
  const origins = after.map((item) => free.get(item)?.shift() ?? null);
  const used = new Set(origins);
  for (const [i, origin] of origins.entries()) {
    if (origin !== null) continue;
    const follower = i === 0 ? 0 : (origins[i - 1] ?? before.length) + 1;
    if (follower >= before.length || used.has(follower)) continue;
    origins[i] = follower;
    used.add(follower);
  }
  return origins;
}
