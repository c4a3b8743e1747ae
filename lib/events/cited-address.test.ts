import { expect, it } from "vitest";
import { parseCitedAddress } from "#lib/events/cited-address.ts";

const ID = "01900000-0000-7000-8000-000000000000";

it.each([
  ["/events/a-meeting-2025-02", { kind: "event", id: "a-meeting-2025-02" }],
  ["a-meeting-2025-02", { kind: "event", id: "a-meeting-2025-02" }],
  [" https://archive.example/events/a-meeting?x=1#top ", { kind: "event", id: "a-meeting" }],
  ["/2025/02/27/a-piece", { kind: "article", publishedOn: "2025-02-27", slug: "a-piece" }],
  [`/admin/articles/${ID}`, { kind: "article-id", id: ID }],
  ["/topics/sanctions", null],
  ["javascript:alert(1)", null],
  ["", null],
])("reads %j", (text, cited) => {
  expect(parseCitedAddress(text)).toEqual(cited);
});
