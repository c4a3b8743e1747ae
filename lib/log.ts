import { pino } from "pino";
import { getEnv } from "#lib/env.ts";

/**
 * Structured log on standard error, one JSON object a line. Never pass bytes, passwords,
 * tokens or whole articles: what must not leak is listed once, here.
 */
export const log = pino(
  {
    level: getEnv().LOG_LEVEL,
    redact: ["password", "token", "authorization", "cookie", "*.password", "*.token"],
  },
  pino.destination(2),
);
