export type Weighed = { id: string; weight: number };

/** Ids in their order, in groups of at most `count`, which end where they weigh `weight` together. */
export function inWeighedGroups(
  things: readonly Weighed[],
  max: { count: number; weight: number },
): string[][] {
  const groups: string[][] = [];
  let group: string[] = [];
  let weight = 0;
  for (const thing of things) {
    group.push(thing.id);
    weight += thing.weight;
    if (group.length < max.count && weight < max.weight) continue;
    groups.push(group);
    group = [];
    weight = 0;
  }
  if (group.length > 0) groups.push(group);
  return groups;
}
