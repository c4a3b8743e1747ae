/** The features of a word in its sentence: where they are looked for, and how they are written. */
import type { Streams } from "./name-streams.ts";
import type { Word } from "./name-words.ts";
import { WORD_CLASSES } from "./word-classes.ts";

export type StreamName = Exclude<keyof Streams, "headAt">;
type Part = readonly [stream: StreamName, offset: number];

const at = (...parts: Part[]): readonly Part[] => parts;
const kinds = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, i): Part => ["kind", from + i]);

/** Numbers that are looked at together; an offset counts words from the one that is tagged. */
export const TEMPLATES: Readonly<Record<string, readonly Part[]>> = {
  a: at(["class", -1], ["class", 0]),
  b: at(["class", 0], ["class", 1]),
  c: at(["shape", -1], ["shape", 0], ["shape", 1]),
  d: at(["glue", 0], ["class", -1], ["class", 0]),
  e: at(["glue", 0], ["class", 0], ["class", 1]),
  f: at(["headClass", 0], ["place", 0]),
  g: at(["place", 0], ["complement", 0], ["after", 0]),
  h: kinds(0, 0),
  i: kinds(-1, 0),
  j: kinds(0, 1),
  k: kinds(-1, 1),
  l: kinds(-2, 0),
  m: kinds(0, 2),
  n: kinds(-2, 1),
  o: kinds(-1, 2),
  p: kinds(0, 3),
  q: at(["head", 0], ["place", 0], ["lead", 0], ["after", 0]),
  r: at(["head", 0], ["place", 0], ["before", 0], ["after", 0]),
  s: at(["head", 0], ["place", 0], ["lead", 0], ["before", 0]),
  t: at(["head", 0], ["place", 0], ["after", 0], ["complement", 0]),
  u: at(["kind", 0], ["head", 0], ["place", 0], ["lead", 0]),
  v: at(["kind", 0], ["kind", 1], ["head", 0], ["place", 0]),
  w: at(["kind", 0], ["kind", -1], ["head", 0], ["place", 0]),
  x: at(["memory", 0], ["shape", 0]),
  y: at(["memory", 0], ["class", 0]),
  z: at(["memory", 1], ["class", 0], ["class", 1]),
  zz: at(["memory", -1], ["class", 0], ["class", -1]),
};
/** A number of any stream fits. */
export const PART_BITS = 7;
const COUNTED = new Set<StreamName>(["shape", "place", "glue", "memory"]);

/** From where a word's own features are seen, beside its neighbours: the head from its modifiers. */
export const VIEWS = {
  self: "0",
  left: "-1",
  right: "+1",
  farLeft: "-2",
  farRight: "+2",
  headOfFirst: "h1",
  headOfInner: "h2",
  headBefore: "h0",
} as const;
export type View = keyof typeof VIEWS;
export const ALWAYS = "bias";
/** What stands beyond the sentence. */
export const NOTHING = "none";

/** From where the head of a phrase is seen by another word of it. */
export function headView(place: number, isBeforeHead: boolean): View {
  if (!isBeforeHead) return "headBefore";
  return place === 1 ? "headOfFirst" : "headOfInner";
}

/** The features a word shows from a view. */
export function shownFeatures(word: Word | undefined, view: View): readonly string[] {
  if (!word) return [NOTHING];
  if (view === "left" || view === "right") return word.near;
  if (view === "farLeft" || view === "farRight") return word.far;
  return view === "self" ? word.own : word.own.filter((feature) => !feature.startsWith("t="));
}

/** All features of the word at `i`, as they are written in the weights. */
export function featuresAt(words: readonly Word[], streams: Streams, i: number): string[] {
  const features: string[] = [ALWAYS];
  const see = (view: View, from: number) => {
    for (const feature of shownFeatures(words[from], view))
      features.push(`${VIEWS[view]}${feature}`);
  };
  see("self", i);
  see("left", i - 1);
  see("right", i + 1);
  see("farLeft", i - 2);
  see("farRight", i + 2);
  const headAt = streams.headAt[i] ?? -1;
  if (headAt >= 0 && headAt !== i) see(headView(streams.place[i] ?? 0, i < headAt), headAt);
  for (const [name, parts] of Object.entries(TEMPLATES)) {
    const values = parts.map(([stream, offset]) => {
      const value = streams[stream][i + offset] ?? 0;
      return COUNTED.has(stream) ? String(value) : (WORD_CLASSES[value] ?? "");
    });
    features.push(`${name}:${values.join("|")}`);
  }
  return features;
}

/** The numbers that a written template feature stands for, or null where a class is gone. */
export function readTemplateFeature(name: string, values: readonly string[]): number[] | null {
  const parts = TEMPLATES[name];
  if (parts?.length !== values.length) return null;
  const numbers = values.map((value, k) => {
    const stream = parts[k]?.[0];
    return stream && COUNTED.has(stream) ? Number(value) : WORD_CLASSES.indexOf(value);
  });
  return numbers.includes(-1) ? null : numbers;
}
