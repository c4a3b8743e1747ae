import type { IncomingMessage } from "node:http";

/** What is sent in must be whole by then, where it is no large file. */
const WHOLE_WITHIN_MS = 60_000;
/** Addresses that take files of any length: there something must arrive in each such time. */
const LONG_BODIES = /^\/api\/(?:v1\/)?batches(?:\?|$)/;

/**
 * Cuts off a request whose body takes too long. Node's own limit holds for every address alike, and
 * two gigabytes take longer than a minute.
 */
export function limitBodyTime(req: IncomingMessage): void {
  const { headers, socket, url = "" } = req;
  if (!headers["transfer-encoding"] && !Number(headers["content-length"] ?? 0)) return;
  const isLong = req.method === "POST" && LONG_BODIES.test(url);
  let seenBytes = socket.bytesRead;
  const timer = setInterval(() => {
    const isMoving = isLong && socket.bytesRead > seenBytes;
    seenBytes = socket.bytesRead;
    if (req.complete) clearInterval(timer);
    else if (!isMoving) socket.destroy();
  }, WHOLE_WITHIN_MS);
  timer.unref();
  req.once("close", () => clearInterval(timer));
}
