/** A count in figures with its noun: `1 article`, `1,204 articles`; `many` where an "s" is not enough. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${inFigures(count)} ${count === 1 ? one : many}`;
}

/** A count as readers write it: `1,204`. */
export function inFigures(count: number): string {
  return count.toLocaleString("en-GB");
}
