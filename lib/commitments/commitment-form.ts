/** What the forms of a commitment say, as typed. */
import { textOf, textsOf } from "#lib/http/answer-form.ts";

export type TypedEvidence = {
  publisher: string;
  title: string;
  url: string;
  /** Address of an event or an article of this archive. */
  here: string;
  words: string;
};

/** Rows of evidence; those left empty are none. `row` is the place in the form, for its faults. */
export function readEvidence(form: FormData): (TypedEvidence & { row: number })[] {
  const columns = ["publisher", "sourceTitle", "url", "here", "words"] as const;
  const [publishers, titles, urls, heres, words] = columns.map((name) => textsOf(form, name)) as [
    string[],
    string[],
    string[],
    string[],
    string[],
  ];
  return publishers
    .map((publisher, row) => ({
      ...{ row, publisher: publisher.trim(), title: titles[row]?.trim() ?? "" },
      ...{ url: urls[row]?.trim() ?? "", here: heres[row]?.trim() ?? "" },
      words: words[row]?.trim() ?? "",
    }))
    .filter(({ row: _row, ...typed }) => Object.values(typed).some(Boolean));
}

/** What the form of a commitment itself says, names as typed. */
export function readCommitmentForm(form: FormData) {
  const linesOf = (name: string) =>
    textOf(form, name)
      .split("\n")
      .map((line) => line.trim())
      .filter(Boolean);
  return {
    title: textOf(form, "title"),
    detail: textOf(form, "detail"),
    madeOn: textOf(form, "madeOn"),
    event: textOf(form, "event").trim(),
    due: textOf(form, "due").trim() || null,
    by: linesOf("by"),
    to: linesOf("to"),
    topicIds: textsOf(form, "topicIds"),
    evidence: readEvidence(form),
  };
}

export type TypedCommitment = ReturnType<typeof readCommitmentForm>;
