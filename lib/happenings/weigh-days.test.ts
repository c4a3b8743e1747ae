import { describe, expect, it } from "vitest";
import { readDays, weighDays, weightiestDays } from "#lib/happenings/weigh-days.ts";

const FLOOD = "The river flooded the harbour and the bridge was closed";

describe("the days of a collection", () => {
  it("are weighed by the articles that name them, not by how often one does", () => {
    const read = readDays([
      { publishedOn: "2024-03-08", text: `${FLOOD} on 1 March 2024.` },
      { publishedOn: "2024-03-09", text: `${FLOOD} on 1 March 2024.` },
      { publishedOn: "2024-03-10", text: `${FLOOD} on 5 March 2024, 5 March 2024, 5 March 2024.` },
    ]);
    expect(weightiestDays(weighDays(read), 2)).toEqual(["2024-03-01", "2024-03-05"]);
  });

  it("count more where an article is about what the others are about", () => {
    const read = readDays([
      { publishedOn: "2024-03-08", text: `${FLOOD} on 1 March 2024.` },
      { publishedOn: "2024-03-08", text: `${FLOOD} again after rain.` },
      { publishedOn: "2024-03-08", text: "Keeper saves penalty; final replayed on 2 March 2024." },
    ]);
    const weights = weighDays(read);
    expect(weights.get("2024-03-01")).toBeGreaterThan(weights.get("2024-03-02") ?? 0);
  });

  it("hold no day after the last publication", () => {
    const read = readDays([{ publishedOn: "2024-03-08", text: `${FLOOD} until 20 March 2024.` }]);
    expect([...weighDays(read).keys()]).toEqual(["2024-03-08"]);
  });
});
