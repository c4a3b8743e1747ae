import { setTimeout as wait } from "node:timers/promises";

const turns = new Map<string, Promise<unknown>>();

/**
 * Does `work` once everything of this process that waits for the same host has had its turn, and at
 * least `pauseMs` after the last: no site gets more than one request at a time from the same hands.
 */
export async function inTurn<T>(host: string, pauseMs: number, work: () => Promise<T>): Promise<T> {
  const result = (turns.get(host) ?? Promise.resolve()).then(work);
  const rest = result
    .catch(() => undefined)
    .then(() => wait(pauseMs, undefined, { ref: false }))
    .then(() => {
      if (turns.get(host) === rest) turns.delete(host);
    });
  turns.set(host, rest);
  return await result;
}
