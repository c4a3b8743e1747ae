import { randomUUID } from "node:crypto";
import { database } from "#lib/db/client.ts";
import { createTestArticle, removeTestArticles } from "#lib/testing/article-rows.ts";
import { placeTestStatement } from "#lib/testing/placed-statements.ts";
import { expect, test } from "./fixtures.ts";

// Words of no other test: what was said in the same words is offered together.
const SAID = ["The lock gates open at dawn", "We pay the pilots ourselves"];

// In one worker: each worker clears what every test of this file has made.
test.describe.configure({ mode: "default" });

test.afterAll(async () => {
  await removeTestArticles();
  await database.actor.deleteMany({ where: { name: { contains: "Penhallow" } } });
});

/** A name nobody else has, who says two things in an article. */
async function createSpeaker() {
  const name = `Orla Penhallow-${randomUUID().slice(0, 8).toUpperCase()}`;
  const body = SAID.map((words) => `“${words},” ${name} said in Alder.`).join("\n\n");
  const articleId = await createTestArticle({ headline: `Harbour talks of ${name}`, body });
  const ids: string[] = [];
  for (const words of SAID)
    ids.push(await placeTestStatement(articleId, `“${words},”`, { speakerText: name }));
  return { name, ids };
}

test("a speaker whom the archive does not know is added once, for all that they say", async ({
  page,
  signInAs,
  expectAccessibleInBoth,
}) => {
  await signInAs("editor");
  const { name, ids } = await createSpeaker();
  await page.goto("/admin/people");
  await page.getByRole("link", { name: "Speakers the archive does not know" }).click();
  await expectAccessibleInBoth();
  const row = page.getByRole("row", { name });
  await expect(row).toContainText(SAID[0] as string);
  await row.getByRole("link", { name }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(`Who is “${name}”?`);
  await expect(page.getByLabel("Who it is")).toHaveValue(name);
  await expectAccessibleInBoth();
  const give = page.getByRole("button", { name: "Give them 2 statements" });
  await give.click();
  await expect(page.getByText(`The archive knows nobody called “${name}”.`)).toBeVisible();
  await page.getByLabel("If the archive does not know the name").selectOption("add it as a person");
  await give.click();
  await expect(page).toHaveURL(/\/admin\/statements\?speaker=orla-penhallow/);
  await expect(page.locator("mark[data-role=words]")).toHaveText(/“(?:The lock|We pay)/);
  await expect(page.getByText("Speaker of 2 statements named:")).toBeVisible();
  const said = await database.statement.findMany({ where: { id: { in: ids } } });
  expect(new Set(said.map(({ speakerId, status }) => `${speakerId} ${status}`)).size).toBe(1);
  expect(said[0]).toMatchObject({ status: "suggested", speakerId: expect.stringMatching(/^orla/) });
  const address = `/admin/people/unknown?speaker=${encodeURIComponent(name)}`;
  await page.goto(address);
  await expect(page.getByText("Nothing that they say waits here.")).toBeVisible();
  await page.goBack();
  await page.keyboard.press("u");
  await expect(page.getByText("Speaker of 2 statements named:")).toBeHidden();
  await page.goto(address);
  await expect(page.getByRole("button", { name: "Give them 2 statements" })).toBeVisible();
});

test.describe("without a script", () => {
  test.use({ javaScriptEnabled: false });

  test("a speaker is said to be somebody the archive knows", async ({ page, signInAs }) => {
    await signInAs("editor");
    const { name, ids } = await createSpeaker();
    const id = `penhallow-${randomUUID().slice(0, 8)}`;
    const known = `Dame ${name.split(" ")[1]}`;
    await database.actor.create({ data: { id, kind: "person", name: known } });
    await page.goto(`/admin/people/unknown?speaker=${encodeURIComponent(name)}`);
    await page.getByLabel("Who it is").fill(known);
    await page.getByRole("button", { name: "Give them 2 statements" }).click();
    await expect(page).toHaveURL(new RegExp(`speaker=${id}`));
    expect(await database.statement.count({ where: { id: { in: ids }, speakerId: id } })).toBe(2);
    expect(await database.actorAlias.findMany({ where: { actorId: id } })).toMatchObject([
      { alias: name },
    ]);
  });
});
