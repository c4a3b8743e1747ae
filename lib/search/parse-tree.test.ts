import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isCalendarDay } from "#lib/dates/calendar-day.ts";
import { parseQuery } from "#lib/search/parse-tree.ts";
import { QUERY_FIELDS, type Phrase, type QueryNode } from "#lib/search/query-tree.ts";

const TODAY = "2026-04-10";

/** A tree in one line: `(and talks (not “peace plan”))`. */
function shown(node: QueryNode | null): string {
  if (node === null) return "nothing";
  switch (node.type) {
    case "phrase":
      return phrase(node);
    case "near":
      return `(near/${node.distance} ${phrase(node.left)} ${phrase(node.right)})`;
    case "name":
      return `${node.field}=${node.name}`;
    case "choice":
      return `${node.field}=${node.value}`;
    case "days":
      return `${node.from ?? ""}..${node.to ?? ""}`;
    case "said":
    case "not":
      return `(${node.type} ${shown(node.part)})`;
    default:
      return `(${node.type} ${node.parts.map(shown).join(" ")})`;
  }
}

function phrase({ words, scope, isPrefix }: Phrase): string {
  const quoted = /\s/.test(words) ? `“${words}”` : words;
  return `${scope === "any" ? "" : `${scope}=`}${quoted}${isPrefix ? "*" : ""}`;
}

function daysOf(node: QueryNode | null): string[] {
  if (node === null) return [];
  if (node.type === "days") return [node.from, node.to].filter((day) => day !== null);
  if (node.type === "and" || node.type === "or") return node.parts.flatMap(daysOf);
  return node.type === "not" ? daysOf(node.part) : [];
}

const understood = (text: string) => shown(parseQuery(text, TODAY).tree);
const ignored = (text: string) => parseQuery(text, TODAY).ignored.map((part) => part.text);

describe("a query asks for", () => {
  it.each([
    ["", "nothing"],
    ["talks", "talks"],
    ["peace talks", "(and peace talks)"],
    ['"peace talks"', "“peace talks”"],
    ["“peace talks”", "“peace talks”"],
    ['"peace talks', "“peace talks”"],
    ["peace AND talks", "(and peace talks)"],
    ["peace or talks", "(or peace talks)"],
    ["peace OR talks aid", "(or peace (and talks aid))"],
    ["peace | talks", "(or peace talks)"],
    ["(peace or talks) aid", "(and (or peace talks) aid)"],
    ["peace -talks", "(and peace (not talks))"],
    ["peace NOT talks", "(and peace (not talks))"],
    ["peace not talks", "(and peace not talks)"],
    ['-"peace plan"', "(not “peace plan”)"],
    ["-(peace or talks)", "(not (or peace talks))"],
    ["negoti*", "negoti*"],
    ['"peace negoti"*', "“peace negoti”*"],
    ["peace near/5 talks", "(near/5 peace talks)"],
    ['"peace plan" NEAR/99 talks aid', "(and (near/20 “peace plan” talks) aid)"],
    ["cease-fire", "cease-fire"],
    ["U.S. talks", "(and U.S. talks)"],
    ["Зеленський зустріч", "(and Зеленський зустріч)"],
    ["https://example.org/talks", "https://example.org/talks"],
    ["title:talks", "title=talks"],
    ["TITLE: talks", "title=talks"],
    ['body:"peace plan"', "body=“peace plan”"],
    ["said:backstop near/3 troops", "(said (near/3 backstop troops))"],
    ["said:(backstop or troops -aid)", "(said (or backstop (and troops (not aid))))"],
    ["said:(aid speaker:Trump) talks", "(and (said (and aid speaker=Trump)) talks)"],
    ["said:backstop said:troops", "(and (said backstop) (said troops))"],
    ["title:(peace or talks)", "(or title=peace title=talks)"],
    ['topic:sanctions person:"Keir Starmer"', "(and topic=sanctions person=Keir Starmer)"],
    ["topic:(sanctions or -aid)", "(or topic=sanctions (not topic=aid))"],
    [
      "-speaker:Lavrov outlet:bbc country:Ukraine",
      "(and (not speaker=Lavrov) outlet=bbc country=Ukraine)",
    ],
    ["kind:Direct lang:uk has:quote", "(and kind=direct lang=uk has=quote)"],
    ["in:2025-02", "2025-02-01..2025-02-28"],
    ["on:27 Feb 2025 talks", "(and 2025-02-27..2025-02-27 talks)"],
    ['on:"27 Feb 2025" talks', "(and 2025-02-27..2025-02-27 talks)"],
    ["in:last month", "2026-03-01..2026-03-31"],
    ["before:2025 talks", "(and ..2024-12-31 talks)"],
    ["after:27 Feb 2025", "2025-02-28.."],
    ["after:2022 before:2025-03", "(and 2023-01-01.. ..2025-02-28)"],
    ["in:Feb 2022 to Mar 2023 talks", "(and 2022-02-01..2023-03-31 talks)"],
    ["in:2024 - 2025", "2024-01-01..2025-12-31"],
    ["before:0001", "9999-12-31..0001-01-01"],
    ["after:9999", "9999-12-31..0001-01-01"],
    ["topic:-aid", "(not topic=aid)"],
    ["constructor toString", "(and constructor toString)"],
    ["lang:en-GB", "lang=en-gb"],
    ["peace near/500 talks", "(near/20 peace talks)"],
    ["-in:2025", "(not 2025-01-01..2025-12-31)"],
    ["- & | !", "nothing"],
  ])("%s as %s", (text, expected) => {
    expect(understood(text)).toBe(expected);
  });
});

describe("what could not be used is named", () => {
  it.each([
    ["topic:", ["topic:"], "nothing"],
    ["topic: or aid", ["topic:", "or"], "aid"],
    ["talks)", [")"], "talks"],
    ["talks or", ["or"], "talks"],
    ["or talks", ["or"], "talks"],
    ["talks NOT", ["NOT"], "talks"],
    ["near/5 talks", ["near/5"], "talks"],
    ["talks near/5", ["near/5"], "talks"],
    ["on:soonish talks", ["on:soonish"], "talks"],
    ["kind:loud", ["kind:loud"], "nothing"],
    ["has:pictures talks", ["has:pictures"], "talks"],
    ["(peace or talks) near/5 aid", ["near/5"], "(and (or peace talks) aid)"],
    ["speaker:Zelensk* talks", ["speaker:Zelensk*"], "talks"],
    ["ta* talks", ["ta*"], "talks"],
    ["ta* near/2 talks", ["ta*"], "talks"],
    [
      "aaa* bbb* ccc* ddd* eee* fff* near/2 talks",
      ["fff*"],
      "(and aaa* bbb* ccc* ddd* eee* talks)",
    ],
    [
      "a1 near/1 a2 b1 near/1 b2 c1 near/1 c2 d1 near/1 d2 e1 near/1 e2",
      ["near/1"],
      "(and (near/1 a1 a2) (near/1 b1 b2) (near/1 c1 c2) (near/1 d1 d2) e1 e2)",
    ],
    [`topic:(${"ab ".repeat(11)})`, ["topic:ab"], `(and ${Array(10).fill("topic=ab").join(" ")})`],
    ["said:(talks title:aid)", ["title:"], "(said (and talks aid))"],
    ["(talks", [], "talks"],
    ["()", [], "nothing"],
  ])("in %s", (text, parts, rest) => {
    expect(ignored(text)).toEqual(parts);
    expect(understood(text)).toBe(rest);
  });

  it("where there is too much of it", () => {
    expect(ignored("talks ".repeat(100))[0]).toMatch(/^talks talks/);
    expect(parseQuery(`${"(".repeat(500)}talks`, TODAY).ignored).not.toEqual([]);
    expect(understood(`${"-".repeat(500)}talks`)).toMatch(/talks/);
  });
});

it("whatever is typed has a meaning, without an error", () => {
  const piece = fc.oneof(
    fc.string({ unit: "binary", maxLength: 4 }),
    fc.constantFrom(
      "(",
      ")",
      "-",
      '"',
      " ",
      "or",
      "NOT",
      "near/5",
      "*",
      "2025",
      "0001",
      "9999",
      "talks",
    ),
    fc.constantFrom(...QUERY_FIELDS.map((field) => `${field}:`)),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      const { tree } = parseQuery(pieces.join(""), TODAY);
      expect(daysOf(tree).filter((day) => !isCalendarDay(day))).toEqual([]);
    }),
    { numRuns: 500 },
  );
});
