import { describe, expect, it } from "vitest";
import { highestRank, rankOfOffice } from "./office-rank.ts";

describe("rankOfOffice", () => {
  it.each([
    ["President of the United States", "head"],
    ["Prime Minister of the United Kingdom", "head"],
    ["Chancellor of Germany", "head"],
    ["King of the United Kingdom", "head"],
    ["NATO Secretary General", "head"],
    ["UN Secretary-General", "head"],
    ["Polish Prime Minister", "head"],
    ["Acting President of Ukraine", "head"],
    ["President of the European Council", "head"],
    ["UK Foreign Secretary", "minister"],
    ["US Secretary of State", "minister"],
    ["US Secretary of the Treasury", "minister"],
    ["UK Chancellor of the Exchequer", "minister"],
    ["Vice President of the United States", "minister"],
    ["Deputy Prime Minister", "minister"],
    ["EU High Representative for Foreign Affairs", "minister"],
    ["Head of the Office of the President of Ukraine", "minister"],
    ["UK Chief of the Defence Staff", "minister"],
    ["Former US President and presidential candidate", "other"],
    ["Former UK Prime Minister", "other"],
    ["US President-elect", "other"],
    ["President-elect of Ukraine", "other"],
    ["Aide to the President of Russia", "other"],
    ["Ambassador of Russia to the United Kingdom", "other"],
    ["US special envoy", "other"],
    ["", "other"],
  ])("takes %s for %s", (title, rank) => {
    expect(rankOfOffice(title)).toBe(rank);
  });
});

describe("highestRank", () => {
  it("is that of the highest office", () => {
    expect(highestRank(["US special envoy", "UK Foreign Secretary"])).toBe("minister");
    expect(highestRank([])).toBe("other");
  });
});
