import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { collectPlaces } from "#lib/search/index/places.ts";
import { PostingBuilder, TermFilter } from "#lib/search/index/posting-builder.ts";
import {
  decodeDocs,
  inBody,
  inSummary,
  inTitle,
  MAX_PLACE,
  withPlaces,
} from "#lib/search/index/postings.ts";

type Term = { term: string; places: { place: number; part: number }[] };
type Vector = Term[];
const [BODY, SUMMARY, TITLE] = [1, 2, 3];
const LIMIT = 100_000;

/** As PostgreSQL's `tsvectorsend` writes it. */
function send(vector: Vector): Buffer {
  const parts = vector.map(({ term, places }) => {
    const head = Buffer.from(`${term}\0`);
    const rest = Buffer.alloc(2 + places.length * 2);
    rest.writeUInt16BE(places.length);
    places.forEach(({ place, part }, i) => rest.writeUInt16BE((part << 14) | place, 2 + i * 2));
    return Buffer.concat([head, rest]);
  });
  const count = Buffer.alloc(4);
  count.writeUInt32BE(vector.length);
  return Buffer.concat([count, ...parts]);
}

const vector: fc.Arbitrary<Vector> = fc.uniqueArray(
  fc.record({
    term: fc.constantFrom("grain", "ceasefir", "перемир", "ž", "a"),
    places: fc
      .uniqueArray(fc.integer({ min: 1, max: MAX_PLACE }), { minLength: 1, maxLength: 20 })
      .map((places) => places.sort((a, b) => a - b).map((place) => ({ place, part: BODY }))),
  }),
  { selector: ({ term }) => term },
);

describe("posting lists", () => {
  it("give back which articles hold a term, and where, in any order and however they were joined", () => {
    const numbers = fc.uniqueArray(fc.nat(LIMIT - 1), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(numbers, fc.array(vector, { minLength: 12, maxLength: 12 }), (docs, vectors) => {
        const builders = [new PostingBuilder(), new PostingBuilder()];
        docs.forEach((doc, i) => builders[i % 2]?.add(doc, send(vectors[i] ?? [])));
        for (const term of ["grain", "ceasefir", "перемир", "ž", "a"]) {
          const lists = builders.flatMap((builder) => builder.listsOf(term, false));
          const joined = {
            docs: Buffer.concat(lists.map((list) => list.docs)),
            places: Buffer.concat(lists.map((list) => list.places)),
          };
          const list = withPlaces(decodeDocs(joined.docs), joined.places);
          const { docs: held } = list;
          const isEven = (doc: number) => doc % 2 === 0;
          const candidates = held.filter(isEven).sort();
          const { starts, stops, ends } = collectPlaces([list], candidates, null);
          const found = new Map<number, number[]>([...held].map((doc) => [doc, []]));
          candidates.forEach((doc, i) => found.set(doc, [...ends.subarray(starts[i], stops[i])]));
          const expected = docs.flatMap((doc, i) => {
            const places = vectors[i]?.find((each) => each.term === term)?.places;
            return places ? [[doc, isEven(doc) ? places.map(({ place }) => place) : []]] : [];
          });
          expect(found).toEqual(new Map(expected as [number, number[]][]));
        }
      }),
    );
  });

  it("count how often a term stands in each part, as far as it matters", () => {
    const builder = new PostingBuilder();
    const places = [
      ...[1, 2].map((place) => ({ place, part: TITLE })),
      ...[3].map((place) => ({ place, part: SUMMARY })),
      ...Array.from({ length: 40 }, (_, i) => ({ place: 10 + i, part: BODY })),
    ];
    builder.add(7, send([{ term: "grain", places }]));
    const [byte = 0] = decodeDocs(builder.listsOf("grain", false)[0]!.docs).frequencies;
    expect([inTitle(byte), inSummary(byte), inBody(byte)]).toEqual([2, 1, 15]);
  });

  it("are found by the beginning of a term", () => {
    const builder = new PostingBuilder();
    const places = [{ place: 1, part: BODY }];
    for (const term of ["grain", "grass", "žito"]) builder.add(1, send([{ term, places }]));
    expect(builder.listsOf("gra", true)).toHaveLength(2);
    expect(builder.listsOf("ž", true)).toHaveLength(1);
    expect(builder.listsOf("gra", false)).toEqual([]);
  });

  it("are those of a few terms alone where only these are wanted", () => {
    const filter = new TermFilter([
      { term: "gra", isPrefix: true },
      { term: "žit", isPrefix: false },
    ]);
    const builder = new PostingBuilder(filter);
    const places = [{ place: 1, part: BODY }];
    const terms = ["gr", "grain", "grass", "žit", "žito"].map((term) => ({ term, places }));
    builder.add(1, send(terms));
    expect([...builder.counts()].map(([term]) => term)).toEqual(["grain", "grass", "žit"]);
  });
});

it("numbers that wrap are those that were written", () => {
  const builder = new PostingBuilder();
  const places = [{ place: 1, part: BODY }];
  const docs = [5, 2 ** 31 - 1, 0, 3];
  for (const doc of docs) builder.add(doc, send([{ term: "grain", places }]));
  expect([...decodeDocs(builder.listsOf("grain", false)[0]!.docs).docs]).toEqual(docs);
});
