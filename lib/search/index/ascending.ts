/** Numbers in ascending order. */

/** The first index from `low` to before `high` at which there is no less than this; else `high`. */
export function lowestFrom(
  ascending: Int32Array,
  least: number,
  low = 0,
  high = ascending.length,
): number {
  let [from, to] = [low, high];
  while (from < to) {
    const middle = (from + to) >>> 1;
    if (ascending[middle]! < least) from = middle + 1;
    else to = middle;
  }
  return from;
}

/** The first index from `start` on at which there is no less: doubling steps, then halving. */
export function gallop(ascending: Int32Array, least: number, start: number): number {
  let low = start;
  let high = start;
  for (let step = 1; high < ascending.length && ascending[high]! < least; step *= 2) {
    low = high + 1;
    high += step;
  }
  return lowestFrom(ascending, least, low, Math.min(high, ascending.length));
}
