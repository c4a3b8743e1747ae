import { expect, it } from "vitest";
import { limitPage } from "./page-limit.ts";
import { RATE_LIMITS } from "./rate-limit.ts";

async function openUntilRefused(url: string, clientAddress: string): Promise<number> {
  for (let opened = 0; opened <= RATE_LIMITS.network.points; opened++) {
    if (await limitPage(url, clientAddress)) return opened;
  }
  return Infinity;
}

it.each([
  ["/search/compare?a=treaty&b=talks", "192.0.2.1"],
  ["/saved", "192.0.2.2"],
  ["/saved/some-token?read=1", "192.0.2.3"],
  ["/search/%63ompare", "192.0.2.6"],
])("opens %s as often as the API answers, then says when to come again", async (url, address) => {
  expect(await openUntilRefused(url, address)).toBe(RATE_LIMITS.network.points);
  const refusal = await limitPage(url, address);
  expect(refusal?.code).toBe("too_many_requests");
  expect(refusal?.details.retryAfterS).toBeGreaterThan(0);
});

it("counts all of these pages together, and each network by itself", async () => {
  expect(await openUntilRefused("/saved", "192.0.2.4")).toBe(RATE_LIMITS.network.points);
  expect(await limitPage("/search/compare", "192.0.2.4")).not.toBeNull();
  expect(await limitPage("/search/compare", "198.51.100.4")).toBeNull();
});

it.each(["/", "/search?q=compare", "/search/comparer", "/saved-by-mistake", "/2025/02/27/saved"])(
  "leaves %s alone",
  async (url) => {
    expect(await openUntilRefused(url, "192.0.2.5")).toBe(Infinity);
  },
);
