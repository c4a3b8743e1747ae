/**
 * Persons, organisations and locations found in official statements and news, beside compromise as
 * it comes. The bars are held against the strictest measure, the very same span, on documents that
 * the tagger did not learn from: with `--cross-validate` it learns five times, each time from four
 * fifths of the documents, and is scored on the rest. Documents that share a passage are in one
 * fifth; how alike their marks are there tells how far any finder could agree with the marks.
 */
import { writeFile } from "node:fs/promises";
import nlp from "compromise";
import { NAME_TYPES, type NameType } from "#lib/language/name-labels.ts";
import { NameTagger } from "#lib/language/name-tagger.ts";
import { findMentions, findMentionsWith } from "#lib/language/names.ts";
import type { Span } from "#lib/text/span.ts";
import { foldsOf } from "../language/document-folds.ts";
import { markAgreement, type MarkAgreement } from "../language/mark-agreement.ts";
import {
  MARKED_DOCUMENTS,
  readMarkedDocuments,
  TYPE_OF_MARK,
  type MarkedDocument,
} from "../language/name-examples.ts";
import { scoreSpans, type Score, type SpanScores } from "../language/name-scores.ts";
import { trainTagger } from "../language/train-tagger.ts";

const BARS: Readonly<Record<NameType, number>> = {
  person: 0.8,
  organisation: 0.65,
  location: 0.75,
};
const FOLDS = 5;
/** Of an article as it is usual, for a rate that can be compared. */
const ARTICLE_LENGTH = 6_000;
const RATE_CHARACTERS = 3_000_000;

type Found = Span & { type: NameType };
type Options = { data?: string; predictions?: string; json?: boolean; "cross-validate"?: boolean };
type Row = { finder: string; type: NameType; scores: SpanScores; holds: boolean | null };

export const evalCommand = {
  name: "entities",
  describe: "people, organisations and places found (--data FILE, --cross-validate)",
  options: {
    data: { type: "string" },
    predictions: { type: "string" },
    "cross-validate": { type: "boolean" },
  },
  /** 0 when every bar holds, else 1. */
  async run({ data = MARKED_DOCUMENTS, predictions, json, ...options }: Options): Promise<number> {
    const documents = await readMarkedDocuments(data);
    const found = documents.map(({ text }) => findMentions(text));
    const rows = [
      ...toRows(
        "compromise",
        documents,
        documents.map(({ text }) => findWithCompromise(text)),
      ),
      ...toRows("archive", documents, found),
    ];
    if (options["cross-validate"])
      rows.push(...toRows("archive, unseen", documents, crossValidate(documents)));
    const judged = rows.filter(({ finder }) => finder === rows.at(-1)?.finder);
    for (const row of judged) row.holds = row.scores.strict.f1 >= BARS[row.type];
    if (predictions !== undefined) await writeFile(predictions, toLines(documents, found));
    const agreement = markAgreement(documents, Object.keys(TYPE_OF_MARK));
    report(rows, agreement, articlesPerSecond(documents), json ?? false);
    return judged.every(({ holds }) => holds) ? 0 : 1;
  },
};

function toRows(
  finder: string,
  documents: readonly MarkedDocument[],
  found: readonly Found[][],
): Row[] {
  return NAME_TYPES.map((type) => {
    const scores = scoreSpans(
      documents.map(({ entities }, i) => ({
        marked: entities.filter((entity) => TYPE_OF_MARK[entity.type] === type),
        found: (found[i] ?? []).filter((span) => span.type === type),
      })),
    );
    return { finder, type, scores, holds: null };
  });
}

/** What is found in each document by a tagger that did not learn from it. */
function crossValidate(documents: readonly MarkedDocument[]): Found[][] {
  const folds = foldsOf(
    documents.map(({ text }) => text),
    FOLDS,
  );
  const taggers = Array.from(
    { length: FOLDS },
    (_, fold) => new NameTagger(trainTagger(documents.filter((_document, i) => folds[i] !== fold))),
  );
  return documents.map(({ text }, i) =>
    findMentionsWith(taggers[folds[i] ?? 0] as NameTagger, text),
  );
}

function findWithCompromise(text: string): Found[] {
  const document = nlp(text);
  const spansOf = (type: NameType, view: { json: (options: object) => unknown }) =>
    (view.json({ offset: true }) as { offset: { start: number; length: number } }[]).map(
      ({ offset }) => {
        const words = text
          .slice(offset.start, offset.start + offset.length)
          .replace(/[\s\p{P}]+$/u, "");
        return { start: offset.start, end: offset.start + words.length, type };
      },
    );
  return [
    ...spansOf("person", document.people()),
    ...spansOf("organisation", document.organizations()),
    ...spansOf("location", document.places()),
  ];
}

function toLines(documents: readonly MarkedDocument[], found: readonly Found[][]): string {
  const marks = Object.fromEntries(
    Object.entries(TYPE_OF_MARK).map(([mark, type]) => [type, mark]),
  );
  return documents
    .map(({ id }, i) => {
      const entities = found[i]?.map(({ start, end, type }) => ({ start, end, type: marks[type] }));
      return `${JSON.stringify({ id, entities })}\n`;
    })
    .join("");
}

/** Of one processor's time, which others at work do not shorten. */
function articlesPerSecond(documents: readonly MarkedDocument[]): number {
  const text = documents.map((document) => document.text).join("\n");
  const startedAt = process.cpuUsage();
  let characters = 0;
  while (text.length > 0 && characters < RATE_CHARACTERS) {
    for (let at = 0; at < text.length; at += ARTICLE_LENGTH)
      findMentions(text.slice(at, at + ARTICLE_LENGTH));
    characters += text.length;
  }
  return Math.round((characters / ARTICLE_LENGTH / process.cpuUsage(startedAt).user) * 1_000_000);
}

function report(
  rows: readonly Row[],
  agreement: MarkAgreement,
  perSecond: number,
  json: boolean,
): void {
  if (json) {
    console.log(
      JSON.stringify(
        { bars: BARS, heldAgainst: "strict", articlesPerSecond: perSecond, agreement, rows },
        null,
        2,
      ),
    );
    return;
  }
  const show = ({ precision, recall, f1 }: Score) =>
    [precision, recall, f1].map((value) => value.toFixed(3)).join(" / ");
  console.table(
    rows.map(({ finder, type, scores, holds }) => ({
      finder,
      type,
      marked: scores.marked,
      found: scores.found,
      "same span P / R / F1": show(scores.strict),
      "IoU ≥ .8 F1": scores.iou80.f1.toFixed(3),
      "IoU ≥ .5 F1": scores.iou50.f1.toFixed(3),
      "characters F1": scores.characters.f1.toFixed(3),
      bar: holds === null ? "" : BARS[type].toFixed(2),
      holds: holds === null ? "" : holds ? "yes" : "no",
    })),
  );
  console.log(
    `${perSecond} articles of ${ARTICLE_LENGTH} characters a second of one processor's time. Bars are held against the same span; ${MARKED_DOCUMENTS} is what the tagger learns from, so there only --cross-validate tells how it does on others.`,
  );
  const alike = Object.entries(agreement.f1).map(([type, f1]) => `${type} ${f1.toFixed(3)}`);
  console.log(
    `Where documents share a passage (${agreement.words} words in all), the marks of one agree with the other's at F1 ${alike.join(", ")}.`,
  );
}
