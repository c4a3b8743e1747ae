import { beforeEach, describe, expect, it } from "vitest";
import { deleteArticle } from "#lib/articles/mutations.ts";
import { database } from "#lib/db/client.ts";
import { addMissingFingerprints } from "#lib/duplicates/mutations.ts";
import { getSuggestion, listSuggestions } from "#lib/happenings/data.ts";
import { countPending, isGroupingDue } from "#lib/happenings/data-pending.ts";
import {
  acceptSuggestion,
  linkSuggestion,
  rejectSuggestion,
  undoSuggestion,
} from "#lib/happenings/mutations-decide.ts";
import { mergeSuggestion, splitSuggestion, undoSplit } from "#lib/happenings/mutations-merge.ts";
import { suggestEvents } from "#lib/happenings/mutations-suggest.ts";
import { createTestArticle, removeTestArticles } from "#lib/testing/article-rows.ts";

const DESK = { userId: null, agent: "test" };
const TALKS =
  "Envoys of Northmark and Westvale held grain talks in Geneva on Tuesday. The corridor treaty was left open.";
const FLOOD =
  "The harbour of Alder flooded on Monday after the bridge gate broke. Ferries were stopped by pilots.";
const FIELDS = { kind: "negotiation", date: "2025-03-04", placeName: "Geneva" } as const;

async function createOutlet(name: string): Promise<string> {
  const outlet = { slug: name.toLowerCase(), name };
  const { id } = await database.outlet.upsert({
    where: { slug: outlet.slug },
    create: outlet,
    update: {},
  });
  return id;
}

/** A published article with its fingerprint, as one that came in has. */
async function publish(body: string, outlet: string, publishedOn = "2025-03-05") {
  const headline = `${body.split(" ").slice(0, 6).join(" ")} (${outlet})`;
  const outletId = await createOutlet(outlet);
  const id = await createTestArticle({ headline, body, outletId, publishedOn });
  await addMissingFingerprints(100);
  return id;
}

const run = () => suggestEvents(DESK, new AbortController().signal);
const listOpen = async () => (await listSuggestions("open", 1)).items;
async function getOpen() {
  const [first] = await listOpen();
  const suggestion = first && (await getSuggestion(first.id));
  if (!suggestion) throw new Error("no open suggestion");
  return suggestion;
}
async function seen(id: string) {
  const suggestion = await getSuggestion(id);
  return { suggestionId: id, version: suggestion?.version ?? 0 };
}
const linksOf = (eventId: string) => database.eventArticle.count({ where: { eventId } });

beforeEach(async () => {
  await database.$executeRaw`TRUNCATE event_suggestions, grouped_articles, events CASCADE`;
  await removeTestArticles();
  await database.groupingProgress.update({ where: { id: 1 }, data: { doc: 0 } });
});

describe("looking for happenings", () => {
  it("suggests what two outlets tell of, as its sentences say it, and nothing twice", async () => {
    const first = await publish(TALKS, "Courier");
    const second = await publish(TALKS.replace("held", "ended"), "Ledger", "2025-03-06");
    await publish(FLOOD, "Courier");
    expect(await isGroupingDue()).toBe(true);
    expect(await run()).toMatchObject({ articles: 3, found: 1, grown: 0 });
    const suggestion = await getOpen();
    expect(suggestion).toMatchObject({
      ...{ date: "2025-03-04", placeName: "Geneva", kind: "negotiation" },
      outlets: ["Courier", "Ledger"],
    });
    expect(suggestion.articles.map(({ id }) => id)).toEqual([first, second]);
    expect(suggestion.articles[0]?.evidence).toContainEqual({
      words: "Envoys of Northmark and Westvale held grain talks in Geneva on Tuesday.",
      tellsDay: true,
    });
    expect(await run()).toMatchObject({ articles: 0, found: 0 });
    expect(await isGroupingDue()).toBe(false);
    expect(await countPending()).toMatchObject({ pending: 0 });
  });

  it("lets a suggestion grow, and opens a rejected one again only for new articles", async () => {
    await publish(TALKS, "Courier");
    await publish(TALKS, "Ledger");
    await run();
    const { id } = await getOpen();
    await rejectSuggestion(await seen(id), DESK);
    await database.groupedArticle.deleteMany();
    await run();
    expect(await listOpen()).toEqual([]);
    await publish(TALKS, "Herald", "2025-03-06");
    expect(await run()).toMatchObject({ reopened: 1, found: 0 });
    expect(await getOpen()).toMatchObject({ id, outlets: ["Courier", "Ledger", "Herald"] });
  });

  it("does the same work once where two do it at the same moment", async () => {
    await publish(TALKS, "Courier");
    await publish(TALKS, "Ledger");
    const counts = await Promise.all([run(), run()]);
    expect(counts.reduce((sum, { found }) => sum + found, 0)).toBe(1);
    expect(await listOpen()).toHaveLength(1);
  });

  it("offers to link what is like the articles of an event to that", async () => {
    const linked = await publish(TALKS, "Courier");
    await database.event.create({
      data: {
        ...{ id: "grain-talks", title: "Grain talks", kind: "negotiation", date: "2025-03-04" },
        ...{ startsOn: new Date("2025-03-04"), endsOn: new Date("2025-03-04") },
        articles: { create: { articleId: linked } },
      },
    });
    const other = await publish(TALKS, "Ledger");
    await run();
    const suggestion = await getOpen();
    expect(suggestion.proposedEvent?.id).toBe("grain-talks");
    expect(suggestion.articles.map(({ id }) => id)).toEqual([other]);
    await linkSuggestion({ ...(await seen(suggestion.id)), eventId: "grain-talks" }, DESK);
    expect(await linksOf("grain-talks")).toBe(2);
    await undoSuggestion(await seen(suggestion.id), DESK);
    expect(await linksOf("grain-talks")).toBe(1);
    expect((await getOpen()).id).toBe(suggestion.id);
  });

  it("shows nothing of what readers may no longer see, nor sentences that were changed", async () => {
    const first = await publish(TALKS, "Courier");
    const second = await publish(TALKS, "Ledger");
    await run();
    await database.article.update({ where: { id: second }, data: { body: `Then. ${TALKS}` } });
    const changed = await getOpen();
    expect(changed.articles[1]).toMatchObject({ id: second, evidence: [] });
    await deleteArticle(first, DESK);
    const left = await getOpen();
    expect(left.articles.map(({ id }) => id)).toEqual([second]);
    expect(left.title).toMatch(/Ledger/);
    await database.article.update({
      where: { id: second },
      data: { status: "withdrawn", withdrawnAt: new Date() },
    });
    expect(await listOpen()).toEqual([]);
  });
});

describe("deciding about a suggestion", () => {
  it("makes an event with its articles and sources, and takes it back", async () => {
    await publish(TALKS, "Courier");
    await publish(TALKS, "Ledger");
    await run();
    const { id, version } = await getOpen();
    const accepted = { suggestionId: id, version, title: "Grain talks end", ...FIELDS };
    const eventId = await acceptSuggestion(accepted, DESK);
    expect(eventId).toBe("grain-talks-end-2025-03");
    const event = await database.event.findUniqueOrThrow({
      where: { id: eventId },
      include: { sources: true, articles: true },
    });
    expect(event).toMatchObject({ verification: "verified", placeName: "Geneva" });
    expect([event.sources.length, event.articles.length]).toEqual([2, 2]);
    await expect(acceptSuggestion(accepted, DESK)).rejects.toMatchObject({ code: "conflict" });
    await undoSuggestion(await seen(id), DESK);
    expect(await database.event.count()).toBe(0);
    expect(await getOpen()).toMatchObject({ id, event: null });
    const audited = await database.auditEntry.findMany({
      where: { subjectId: id },
      orderBy: { id: "asc" },
    });
    expect(audited.map(({ action }) => action)).toEqual([
      "event_suggestion.find",
      "event_suggestion.accept",
      "event_suggestion.undo",
    ]);
  });

  it("does not take back an event that somebody has worked on", async () => {
    await publish(TALKS, "Courier");
    await publish(TALKS, "Ledger");
    await run();
    const { id, version } = await getOpen();
    const title = "Grain talks end";
    const eventId = await acceptSuggestion({ suggestionId: id, version, title, ...FIELDS }, DESK);
    await database.event.update({ where: { id: eventId }, data: { lift: 1 } });
    await expect(undoSuggestion(await seen(id), DESK)).rejects.toMatchObject({ code: "conflict" });
    expect(await getSuggestion(id)).toMatchObject({ state: "accepted" });
  });

  it("lets one of two who decide at once do so", async () => {
    await publish(TALKS, "Courier");
    await publish(TALKS, "Ledger");
    await run();
    const { id, version } = await getOpen();
    const answers = await Promise.allSettled([
      rejectSuggestion({ suggestionId: id, version }, DESK),
      acceptSuggestion({ suggestionId: id, version, title: "Talks", ...FIELDS }, DESK),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });
});

describe("merging and splitting", () => {
  async function findTwo() {
    for (const outlet of ["Courier", "Ledger"]) {
      await publish(TALKS, outlet);
      await publish(FLOOD, outlet);
    }
    await run();
    const [one, other] = await listOpen();
    if (!one || !other) throw new Error("not two suggestions");
    return [one.id, other.id] as const;
  }

  it("puts two together and takes them apart again", async () => {
    const [one, other] = await findTwo();
    await mergeSuggestion({ ...(await seen(one)), intoId: other }, DESK);
    expect(await getOpen()).toMatchObject({ id: other });
    expect((await getOpen()).articles).toHaveLength(4);
    expect(await getSuggestion(one)).toMatchObject({ state: "merged", mergedInto: other });
    await undoSuggestion(await seen(one), DESK);
    expect((await listOpen()).map(({ articles }) => articles)).toEqual([2, 2]);
  });

  it("splits articles off and puts them back", async () => {
    const [one, other] = await findTwo();
    await mergeSuggestion({ ...(await seen(one)), intoId: other }, DESK);
    const articleIds = (await getSuggestion(one))?.articles.map(({ id }) => id) ?? [];
    const split = await splitSuggestion({ ...(await seen(other)), articleIds }, DESK);
    expect(await getSuggestion(split)).toMatchObject({ splitFrom: other });
    expect((await getSuggestion(split))?.articles).toHaveLength(2);
    await expect(undoSuggestion(await seen(one), DESK)).rejects.toMatchObject({ code: "conflict" });
    expect(await undoSplit(await seen(split), DESK)).toBe(other);
    expect((await getSuggestion(other))?.articles).toHaveLength(4);
    const all = (await getSuggestion(other))?.articles.map(({ id }) => id) ?? [];
    await expect(
      splitSuggestion({ ...(await seen(other)), articleIds: all }, DESK),
    ).rejects.toMatchObject({ code: "conflict" });
    await undoSuggestion(await seen(one), DESK);
    expect((await listOpen()).map(({ articles }) => articles)).toEqual([2, 2]);
  });
});
