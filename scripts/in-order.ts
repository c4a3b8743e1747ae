/**
 * Works on things as they come, at most so many at once, and gives the results in their order. The
 * first fault, in that order, ends it.
 */
export async function* inOrder<T, R>(
  things: AsyncIterable<T>,
  concurrency: number,
  work: (thing: T) => Promise<R>,
): AsyncGenerator<R> {
  const underWay: Promise<{ result: R } | { fault: unknown }>[] = [];
  // Settled at once, so that a fault whose turn has not come is no unhandled one.
  const begin = (thing: T) =>
    work(thing).then(
      (result) => ({ result }),
      (fault: unknown) => ({ fault }),
    );
  const next = async () => {
    const settled = await underWay.shift();
    if (settled && "result" in settled) return settled.result;
    throw settled?.fault;
  };
  for await (const thing of things) {
    underWay.push(begin(thing));
    if (underWay.length >= concurrency) yield await next();
  }
  while (underWay.length > 0) yield await next();
}
