/** Things as they come, in groups of at most `size`, or fewer where they weigh `maxWeight` together. */
export async function* inGroups<T>(
  things: AsyncIterable<T>,
  {
    size,
    maxWeight,
    weightOf,
  }: { size: number; maxWeight: number; weightOf: (thing: T) => number },
): AsyncGenerator<T[]> {
  let group: T[] = [];
  let weight = 0;
  for await (const thing of things) {
    group.push(thing);
    weight += weightOf(thing);
    if (group.length < size && weight < maxWeight) continue;
    yield group;
    group = [];
    weight = 0;
  }
  if (group.length > 0) yield group;
}
