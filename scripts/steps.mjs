import { performance } from "node:perf_hooks";

const TICK_MS = 1_000;
const CLEAR_LINE = "\r\u001b[2K";

/**
 * Runs one step of a command and shows on `stream` that it is going on and, at its end, how long
 * it took: in a terminal as one line that is rewritten, elsewhere as a line at either end.
 * `detail` may put what came of it into the last line.
 *
 * @template T
 * @param {string} label
 * @param {() => Promise<T>} work
 * @param {{ stream?: NodeJS.WriteStream, detail?: (result: T) => string }} [options]
 * @returns {Promise<T>}
 */
export async function runStep(label, work, { stream = process.stdout, detail } = {}) {
  const startedAt = performance.now();
  const elapsed = () => toSeconds(performance.now() - startedAt);
  const show = (/** @type {string} */ text) =>
    stream.write(stream.isTTY ? `${CLEAR_LINE}${text}` : `${text}\n`);
  show(`  ${label} …`);
  const timer = stream.isTTY
    ? setInterval(() => show(`  ${label} … ${elapsed()}`), TICK_MS)
    : undefined;
  const close = (/** @type {string} */ text) => {
    clearInterval(timer);
    show(`  ${text}`);
    if (stream.isTTY) stream.write("\n");
  };
  try {
    const result = await work();
    const outcome = detail?.(result);
    close(`${label}: ${outcome ? `${outcome}, ` : ""}${elapsed()}`);
    return result;
  } catch (error) {
    close(`${label}: stopped after ${elapsed()}`);
    throw error;
  }
}

/** @param {number} ms */
function toSeconds(ms) {
  return ms < 60_000
    ? `${(ms / 1000).toFixed(1)} s`
    : `${Math.floor(ms / 60_000)} min ${Math.round((ms % 60_000) / 1000)} s`;
}
