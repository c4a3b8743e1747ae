import { beforeEach, describe, expect, it } from "vitest";
import { database } from "#lib/db/client.ts";
import { countMailAsked } from "#lib/saved-searches/mutations-limits.ts";

const EMAIL = "reader@example.org";

beforeEach(async () => {
  await database.$executeRaw`TRUNCATE rate_limits`;
});

describe("an address that has not said yes", () => {
  it("is written to three times a day from one network, however it is spelt", async () => {
    for (const email of [EMAIL, "Reader+1@EXAMPLE.org", "reader+a+b@example.org"])
      await countMailAsked("192.0.2.1", email);
    await expect(countMailAsked("192.0.2.1", EMAIL)).rejects.toThrow(/wait 24 hours/);
    await countMailAsked("192.0.2.1", "other@example.org");
    // Its owner is somewhere else.
    await countMailAsked("192.0.2.2", EMAIL);
  });

  it("is written to five times in six hours, from wherever", async () => {
    for (let network = 1; network <= 5; network++)
      await countMailAsked(`192.0.2.${network}`, `reader+${network}@example.org`);
    await expect(countMailAsked("192.0.2.6", EMAIL)).rejects.toThrow(/wait 6 hours/);
  });
});

it("the archive writes to two hundred new addresses an hour", async () => {
  const ask = (i: number) => countMailAsked(`192.0.2.${i}`, `reader${i}@example.org`);
  for (let i = 0; i < 200; i++) await ask(i);
  await expect(ask(200)).rejects.toThrow(/The archive has written to as many.*wait 60 minutes/);
});
