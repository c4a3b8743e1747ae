import { beforeEach, describe, expect, it } from "vitest";
import { listDraftsByDoubt } from "#lib/articles/data-review.ts";
import { getArticleState } from "#lib/articles/data-state.ts";
import { archiveOriginal } from "#lib/articles/mutations-ingest.ts";
import { saveArticle } from "#lib/articles/mutations-save.ts";
import { database } from "#lib/db/client.ts";
import { addOutlet, editOutlet } from "#lib/outlets/mutations.ts";
import { outletFieldsSchema, type OutletFields } from "#lib/outlets/schema.ts";

const DESK = { userId: null, agent: "test" };
let count = 0;

const articleOf = (head: string) => `${head}

The government of Northmark has offered to host a new round of grain talks, its ${++count}th this year.

Officials from both sides said that they would study the offer on grain exports this month.`;
const SURE = () =>
  articleOf(
    `---\ntitle: Grain talks number ${count}\ndate: 2025-02-27\noutlet: Northmark Post\nauthor: Ada Brook\n---`,
  );
const archive = (text: string) =>
  archiveOriginal({ bytes: new TextEncoder().encode(text), receivedVia: "paste" }, DESK);
const stateOf = async (id: string) => (await getArticleState(id)) ?? expect.fail("no article");
const rulesOf = (more: Partial<OutletFields>) =>
  outletFieldsSchema.parse({
    ...{ name: "Northmark Post", country: "", homepageUrl: "", timeZone: "Europe/London" },
    ...{ defaultRights: "extract", ...more },
  });

beforeEach(async () => {
  await database.$executeRaw`TRUNCATE outlets, articles, topics CASCADE`;
  const topic = { definition: "", keywords: [] };
  await database.topic.createMany({
    data: [
      { id: "trade", label: "Trade", ...topic },
      { id: "grain", label: "Grain exports", ...topic, keywords: ["grain"] },
    ],
  });
});

describe("an outlet's rules", () => {
  it("give its articles topics and rights, beside what is found in the text", async () => {
    await addOutlet(rulesOf({ defaultTopicIds: ["trade"] }), DESK);
    const { fields } = await stateOf((await archive(SURE())).articleId);
    expect(fields).toMatchObject({ outlet: "Northmark Post", rights: "extract" });
    expect(fields.topics.toSorted((a, b) => (a.id < b.id ? -1 : 1))).toEqual([
      { id: "grain", status: "suggested" },
      { id: "trade", status: "confirmed" },
    ]);
  });

  it("name the outlet in the first revision too", async () => {
    const { articleId } = await archive(SURE());
    const { snapshot } = await database.revision.findFirstOrThrow({ where: { articleId } });
    expect(snapshot).toMatchObject({ outlet: "Northmark Post" });
  });

  it("publish what is beyond doubt, and nothing else, where the outlet is trusted", async () => {
    const id = await addOutlet(rulesOf({}), DESK);
    expect((await archive(SURE())).path).toBeNull();
    await editOutlet(id, rulesOf({ publishesItself: true }), DESK);
    const published = await archive(SURE());
    expect(published.path).toMatch(/^\/2025\/02\/27\/grain-talks-number/);
    const entry = await database.auditEntry.findFirstOrThrow({
      where: { action: "article.publish", subjectId: published.articleId },
    });
    expect(entry.details).toMatchObject({ because: "the outlet publishes by itself" });
    const undated = articleOf("---\ntitle: No day\noutlet: Northmark Post\n---");
    expect((await archive(undated)).path).toBeNull();
  });

  it("follow a topic that was merged", async () => {
    await addOutlet(rulesOf({ defaultTopicIds: ["trade"] }), DESK);
    await database.topic.update({ where: { id: "trade" }, data: { mergedIntoId: "grain" } });
    const { fields } = await stateOf((await archive(SURE())).articleId);
    expect(fields.topics).toEqual([{ id: "grain", status: "confirmed" }]);
  });
});

describe("the queue of drafts", () => {
  it("begins with what is most in doubt and says why, until a person settles it", async () => {
    const sure = await archive(SURE());
    const { articleId } = await archive(articleOf("Some words that name no day"));
    const { items, total } = await listDraftsByDoubt(10);
    expect(items.map(({ id }) => id)).toEqual([articleId, sure.articleId]);
    expect(total).toBe(2);
    expect(items[0]?.doubts.join()).toMatch(/date|day/i);
    expect(items[1]?.doubts).toEqual([]);
    const changes = { headline: "Talks", headlineProposed: false, publishedOn: "2025-02-27" };
    await saveArticle(articleId, changes, { baseVersion: 1 }, DESK);
    const after = (await listDraftsByDoubt(10)).items.find(({ id }) => id === articleId);
    expect(after?.doubts.join()).not.toMatch(/date|day/i);
    expect(after?.doubt).toBeLessThan(items[0]?.doubt ?? 0);
  });
});
