import type { NameField } from "#lib/search/query-tree.ts";

export type NameKind = "topic" | "person" | "organisation" | "country" | "outlet";
/** A name of something of the archive, ready to be compared. */
export type KnownName = {
  kind: NameKind;
  /** Of a topic or an actor; the slug of an outlet. */
  id: string;
  /** What it goes by. */
  label: string;
  /** This name of it: `label`, or another. */
  name: string;
  words: readonly string[];
  /** How many of the newest public articles have it. */
  count: number;
};

const LETTERS = new Map(
  Object.entries({ ø: "o", ł: "l", đ: "d", ß: "ss", æ: "ae", œ: "oe", ı: "i", ð: "d", þ: "th" }),
);
const KINDS: Readonly<Record<NameField, readonly NameKind[]>> = {
  topic: ["topic"],
  person: ["person", "organisation", "country"],
  speaker: ["person", "organisation", "country"],
  country: ["country"],
  outlet: ["outlet"],
};

/** True where something of this kind may be meant by the field. */
export function isOfField(kind: NameKind, field: NameField): boolean {
  return KINDS[field].includes(kind);
}

/** The words of a name in small letters without accents: `Žilina-Süd` is `zilina`, `sud`. */
export function foldedWords(name: string): string[] {
  const plain = name.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const letters = [...plain].map((letter) => LETTERS.get(letter) ?? letter).join("");
  return letters.match(/[\p{L}\p{N}]+/gu) ?? [];
}

/**
 * The names that what is typed may go on to be, each thing once and at most `limit`: those that it is
 * whole, then those that go by it, then those that also go by it; among these the most written about.
 * Nothing typed is the beginning of everything.
 */
export function rankNames(
  names: readonly KnownName[],
  { words, field }: { words: string; field: NameField | null },
  limit: number,
): KnownName[] {
  const typed = foldedWords(words);
  if (typed.length === 0 && (field === null || words.trim() !== "")) return [];
  const kinds = field && KINDS[field];
  const matching = names
    .filter(({ kind, words }) => (!kinds || kinds.includes(kind)) && goesOn(words, typed))
    .map((known) => ({ known, step: stepOf(known, typed) }))
    .sort((a, b) => a.step - b.step || b.known.count - a.known.count || byLabel(a.known, b.known));
  const ranked = new Map<string, KnownName>();
  for (const { known } of matching) {
    const key = `${known.kind} ${known.id}`;
    if (!ranked.has(key) && ranked.size < limit) ranked.set(key, known);
  }
  return [...ranked.values()];
}

/** True where the words stand next to each other in the name, the last of them begun. */
function goesOn(name: readonly string[], typed: readonly string[]): boolean {
  if (typed.length === 0) return true;
  const last = typed.length - 1;
  return name.some((_, from) =>
    typed.every((word, i) =>
      i === last ? name[from + i]?.startsWith(word) : name[from + i] === word,
    ),
  );
}

function stepOf({ label, name, words }: KnownName, typed: readonly string[]): number {
  if (words.join(" ") === typed.join(" ")) return 0;
  return name === label ? 1 : 2;
}

function byLabel(a: KnownName, b: KnownName): number {
  return a.label < b.label ? -1 : Number(a.label > b.label);
}
