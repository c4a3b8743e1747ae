/** B-cubed scores of a grouping (Bagga and Baldwin, 1998). */

export type BCubed = { precision: number; recall: number; f1: number };

/** Both name a group for each item, in the same order: what it was put into, and where it belongs. */
export function scoreGroups(found: readonly unknown[], gold: readonly unknown[]): BCubed {
  const foundSizes = sizes(found);
  const goldSizes = sizes(gold);
  const shared = new Map<unknown, Map<unknown, number>>();
  found.forEach((group, i) => {
    const within = shared.get(group) ?? new Map<unknown, number>();
    shared.set(group, within.set(gold[i], (within.get(gold[i]) ?? 0) + 1));
  });
  let [precision, recall] = [0, 0];
  found.forEach((group, i) => {
    const both = shared.get(group)?.get(gold[i]) ?? 0;
    precision += both / (foundSizes.get(group) ?? 1) / found.length;
    recall += both / (goldSizes.get(gold[i]) ?? 1) / found.length;
  });
  const f1 = found.length === 0 ? 0 : (2 * precision * recall) / (precision + recall);
  return { precision, recall, f1 };
}

function sizes(groups: readonly unknown[]): Map<unknown, number> {
  const counts = new Map<unknown, number>();
  for (const group of groups) counts.set(group, (counts.get(group) ?? 0) + 1);
  return counts;
}
