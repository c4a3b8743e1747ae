/** What kind of event a happening is, by the words of its headlines and first sentences, where it is named. */
import type { EventKind } from "#lib/events/schema.ts";

/** The more particular first: of equals the first is taken. */
const WORDS: readonly (readonly [EventKind, RegExp])[] = [
  ["summit", /\bsummits?\b/gi],
  ["sanction", /\bsanction(?:s|ed|ing)?\b|\basset freezes?\b/gi],
  ["vote", /\bvot(?:e|es|ed|ing)\b|\bballot\b|\bresolution\b/gi],
  ["agreement", /\bsign(?:s|ed|ing)?\b|\bagreements?\b|\btreaty\b|\bdeals?\b|\bmemorandum\b/gi],
  ["aid", /\baid\b|\bpackages?\b|\bdonat(?:e|es|ed|ions?)\b|\bloans?\b|\bfunding\b/gi],
  ["call", /\b(?:phone|telephone) (?:calls?|conversation)\b|\bspoke by (?:phone|telephone)\b/gi],
  ["visit", /\bvisit(?:s|ed|ing)?\b|\barriv(?:e|es|ed)\b|\btrip\b/gi],
  ["negotiation", /\btalks\b|\bnegotiat(?:e|es|ed|ions?|ors?)\b/gi],
  ["meeting", /\bmeet(?:s|ing|ings)?\b|\bmet\b/gi],
  [
    "military",
    /\b(?:attack|strike|missile|drone|troop|offensive|shelling)s?\b|\binva(?:sion|ded)\b/gi,
  ],
  ["statement", /\bstatements?\b|\bspeech\b|\baddress(?:es|ed)\b|\bwarn(?:s|ed)?\b/gi],
];

/** The kind whose words most of these texts hold; `other` where hardly any does. */
export function kindOf(texts: readonly string[]): EventKind {
  let best: { kind: EventKind; texts: number } = { kind: "other", texts: 0 };
  for (const [kind, words] of WORDS) {
    const count = texts.filter((text) => text.search(words) >= 0).length;
    if (count > best.texts) best = { kind, texts: count };
  }
  return 2 * best.texts >= texts.length ? best.kind : "other";
}
