/** Stems of words, by which the forms of a verb are compared. */

const IRREGULAR = new Map(
  Object.entries({
    said: "say",
    told: "tell",
    thought: "think",
    wrote: "writ",
    written: "writ",
    knew: "know",
    known: "know",
    saw: "see",
    seen: "see",
    felt: "feel",
    found: "find",
    spoke: "speak",
    spoken: "speak",
    gave: "giv",
    given: "giv",
    heard: "hear",
    held: "hold",
    sought: "seek",
    shown: "show",
    made: "mak",
    swore: "swear",
    sworn: "swear",
    understood: "understand",
    took: "tak",
    taken: "tak",
    forgot: "forget",
    forgotten: "forget",
    chose: "choos",
    chosen: "choos",
    drew: "draw",
    drawn: "draw",
    heads: "head",
    meant: "mean",
    put: "put",
    left: "leav",
    led: "lead",
    thinking: "think",
  }),
);

/** What the forms of a verb have in common, as "argu" of "argues"; for comparing alone. */
export function stemOf(lower: string): string {
  const irregular = IRREGULAR.get(lower);
  if (irregular !== undefined) return irregular;
  if (lower.length < 4) return lower;
  let stem = lower;
  if (stem.endsWith("ing") && stem.length > 5) stem = stem.slice(0, -3);
  else if (stem.endsWith("ies") || stem.endsWith("ied")) stem = `${stem.slice(0, -3)}y`;
  else if (stem.endsWith("ed") && stem.length > 4) stem = stem.slice(0, -2);
  else if (/(?:[sxz]|ch|sh)es$/.test(stem)) stem = stem.slice(0, -2);
  else if (stem.endsWith("s") && !stem.endsWith("ss")) stem = stem.slice(0, -1);
  if (stem.endsWith("e") && stem.length > 3) stem = stem.slice(0, -1);
  return /([bdgmnprt])\1$/.test(stem) ? stem.slice(0, -1) : stem;
}
