import { expect, it } from "vitest";
import { markAgreement } from "./mark-agreement.ts";

const PASSAGE = "they went on to the old mill near Tarn in 1999";

function marked(id: string, text: string, phrases: string[]) {
  const entities = phrases.map((phrase) => {
    const start = text.indexOf(phrase);
    return { start, end: start + phrase.length, type: "Location" };
  });
  return { id, text, entities };
}

it("compares the marks of what two documents have in common, whatever its figures", () => {
  const documents = [
    marked("a", `First ${PASSAGE}.`, ["the old mill", "Tarn"]),
    marked("b", `Ada said ${PASSAGE.replace("1999", "2001")} and in Quill`, ["Tarn", "Quill"]),
    marked("c", "Nothing of this kind stands here at all.", ["here"]),
  ];
  const { words, f1 } = markAgreement(documents, ["Location", "Person"]);
  expect(words).toBe(11);
  expect(f1).toEqual({ Location: 2 / 3, Person: 1 });
});
