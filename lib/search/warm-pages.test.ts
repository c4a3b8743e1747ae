import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, expect, it } from "vitest";
import { askForPages } from "./warm-pages.ts";

const asked: string[] = [];
const server = createServer(({ url = "" }, response) => {
  asked.push(new URL(url, "http://localhost").searchParams.get("q") ?? "");
  response.end("A page.");
});
let origin = "";

beforeEach(async () => {
  asked.length = 0;
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterEach(() => new Promise((resolve) => server.close(resolve)));

it("asks for a search of each kind in turn", async () => {
  await askForPages(origin, ["a", "b", "c", "d", "e", "f"], new AbortController().signal);
  expect(asked).toEqual(["a", "b c", '"c d"', "d -e", "e near/5 f", "f"]);
});

it("asks for nothing where there are no words, or where it is to stop", async () => {
  await askForPages(origin, [], new AbortController().signal);
  await expect(askForPages(origin, ["a"], AbortSignal.abort())).rejects.toThrow("aborted");
  expect(asked).toEqual([]);
});
