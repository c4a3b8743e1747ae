/** Parts of the form that stand nowhere in the original, yet come first: without them it goes nowhere. */
const FIRST_WHEN_UNPLACED = new Set(["headline", "publishedOn"]);

/**
 * Groups of fields in the order in which their first field stands in the original. `order` lists
 * the paths of fields as they stand there; a group is known by the first part of its paths.
 */
export function orderGroups<Group extends { roots: readonly string[] }>(
  groups: readonly Group[],
  order: readonly string[],
): Group[] {
  const placeOf = new Map<string, number>();
  for (const [index, path] of order.entries()) {
    const root = path.split(".")[0] ?? path;
    if (!placeOf.has(root)) placeOf.set(root, index);
  }
  const rank = ({ roots }: Group) => {
    const places = roots.flatMap((root) => placeOf.get(root) ?? []);
    if (places.length > 0) return Math.min(...places);
    return roots.some((root) => FIRST_WHEN_UNPLACED.has(root)) ? -1 : Number.POSITIVE_INFINITY;
  };
  return groups
    .map((group) => ({ group, rank: rank(group) }))
    .sort((a, b) => (a.rank === b.rank ? 0 : a.rank - b.rank))
    .map(({ group }) => group);
}
