/**
 * How somebody stands to what they are reported to say, by the verb or noun that reports it. English
 * verbs of assertion as grammars group them: those that grant or vouch, those that deny, those that
 * commit the speaker, and all others, which claim.
 *
 * Source: J. L. Austin's and J. Searle's classes of speech acts; the verbs as B. Levin, "English Verb
 * Classes and Alternations" (1993), and A. Wierzbicka, "English Speech Act Verbs" (1987), list them.
 */
import { wordsOf } from "#lib/text/hashed-words.ts";
import { stemOf } from "./stems.ts";

export const STANCES = ["confirmed", "denied", "promised", "claimed"] as const;
export type Stance = (typeof STANCES)[number];

const WORDS: Readonly<Record<Exclude<Stance, "claimed">, string>> = {
  confirmed:
    "confirm confirmation affirm acknowledge acknowledgement acknowledgment admit admission concede concession verify vouch attest certify corroborate ratify authenticate",
  denied:
    "deny denial reject rejection refute rebut rebuttal repudiate disavow disclaim dispute contradict dismiss dismissal disown gainsay discount",
  promised:
    "promise pledge vow swear undertake commit commitment guarantee assure assurance agree agreement consent",
};
const STANCE_OF = new Map<string, Stance>(
  Object.entries(WORDS).flatMap(([stance, words]) =>
    words.split(" ").map((word) => [stemOf(word), stance as Stance]),
  ),
);
/** "did not confirm", "refused to deny": what is not done is not taken for its opposite either. */
const NEGATIONS = new Set(
  "not n't t cannot never neither nor no without unable refuse decline fail avoid stop short"
    .split(" ")
    .map(stemOf),
);

/** How who is quoted stands to the content, by the words that report it: "has since denied". */
export function stanceOf(cue: string): Stance {
  const stems = wordsOf(cue).map(stemOf);
  const at = stems.findIndex((stem) => STANCE_OF.has(stem));
  if (at < 0 || stems.slice(0, at).some((stem) => NEGATIONS.has(stem))) return "claimed";
  return STANCE_OF.get(stems[at] as string) ?? "claimed";
}
