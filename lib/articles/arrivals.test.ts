import { expect, it } from "vitest";
import { MAX_FILES } from "#lib/articles/arrival-limits.ts";
import { listArrivals } from "#lib/articles/arrivals.ts";

function formOf(text: string, fileCount: number): FormData {
  const form = new FormData();
  form.append("text", text);
  for (let i = 0; i < fileCount; i++) form.append("files", new File(["One."], `${i}.txt`));
  return form;
}

it("lists the pasted text first, then each file by its name", async () => {
  const arrivals = listArrivals(formOf("One.\r\nTwo.", 2));
  expect(arrivals.map(({ name, receivedVia }) => [name, receivedVia])).toEqual([
    ["Pasted text", "paste"],
    ["0.txt", "upload"],
    ["1.txt", "upload"],
  ]);
  const [pasted] = arrivals;
  expect(pasted?.receivedVia === "paste" && (await pasted.file.text())).toBe("One.\nTwo.");
});

it("lists the page of an address between them", () => {
  const form = formOf("One.", 1);
  form.append("address", " https://example.org/a ");
  expect(listArrivals(form)[1]).toEqual({ name: "https://example.org/a", receivedVia: "fetch" });
});

it("says when there is nothing, or too much", () => {
  const empty = formOf(" ", 0);
  empty.append("files", new File([], ""));
  empty.append("files", new File([], "undefined"));
  expect(() => listArrivals(empty)).toThrow("nothing to archive");
  expect(() => listArrivals(formOf("", MAX_FILES + 1))).toThrow("at most 20");
  expect(listArrivals(formOf("", MAX_FILES))).toHaveLength(MAX_FILES);
});
