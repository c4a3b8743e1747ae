import { afterEach, expect, it } from "vitest";
import { database } from "#lib/db/client.ts";
import { StandingQuestion } from "#lib/db/standing-question.ts";
import { requireDatabaseUrl } from "#lib/env.ts";

let asked: StandingQuestion[] = [];

function question(text: string): StandingQuestion {
  const question = new StandingQuestion(requireDatabaseUrl(), text);
  asked.push(question);
  return question;
}

afterEach(() => {
  for (const each of asked) each.close();
  asked = [];
});

it("gives the columns of the first row as text, again and again", async () => {
  const two = question("SELECT 'one ' || 1, NULL UNION ALL SELECT 'another', ''");
  expect([await two.ask(), await two.ask()]).toEqual([
    ["one 1", null],
    ["one 1", null],
  ]);
  expect(await question("SELECT 1 WHERE false").ask()).toBeNull();
});

it("sees what was committed before it was asked", async () => {
  const snapshot = question("SELECT pg_current_snapshot()::text");
  const before = await snapshot.ask();
  await database.$executeRaw`SELECT pg_current_xact_id()`;
  expect(await snapshot.ask()).not.toEqual(before);
});

it("asks over another connection when the server has ended its own", async () => {
  const backend = question("SELECT pg_backend_pid()");
  const [first] = (await backend.ask()) ?? [];
  await database.$queryRaw`SELECT pg_terminate_backend(${Number(first)}::int, 5000)`;
  const second = await backend.ask();
  expect(second).toEqual([expect.any(String)]);
  expect(second).not.toEqual([first]);
});

it("says what PostgreSQL says of it, and can be asked again", async () => {
  const broken = question("SELECT 1 / (SELECT count(*) - count(*) FROM pg_class)");
  await expect(broken.ask()).rejects.toThrow("division by zero");
  await expect(broken.ask()).rejects.toThrow("division by zero");
});
