import { LRUCache } from "lru-cache";
import robotsParser, { type Robot } from "robots-parser";

const KEPT_MS = 60 * 60_000;
const KEPT_SITES = 500;
const ALLOW_ALL = "";
const DISALLOW_ALL = "User-agent: *\nDisallow: /";

export type RobotsAnswer = { status: number; text: string };

const known = new LRUCache<string, Robot>({ max: KEPT_SITES, ttl: KEPT_MS });

/**
 * Whether a site lets this program fetch an address, by its robots.txt as RFC 9309 has it: a site
 * without one allows everything, one whose file cannot be had now allows nothing. `load` fetches
 * the file, once an hour for a site, and gives null where there was no answer.
 */
export async function isAllowedByRobots(
  url: URL,
  userAgent: string,
  load: (robotsUrl: URL) => Promise<RobotsAnswer | null>,
): Promise<boolean> {
  let rules = known.get(url.origin);
  if (!rules) {
    const robotsUrl = new URL("/robots.txt", url);
    const answer = await load(robotsUrl);
    rules = robotsParser(robotsUrl.href, toRules(answer));
    // A passing fault is asked about again.
    if (answer && answer.status < 500) known.set(url.origin, rules);
  }
  return rules.isAllowed(url.href, userAgent) ?? true;
}

function toRules(answer: RobotsAnswer | null): string {
  if (!answer || answer.status >= 500) return DISALLOW_ALL;
  return answer.status < 400 ? answer.text : ALLOW_ALL;
}
