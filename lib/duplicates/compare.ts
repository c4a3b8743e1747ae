/** What two articles are to each other, and why. */
import { EVENT_DAYS } from "#lib/duplicates/bands.ts";
import { overlapOf, shinglesOf, type Overlap } from "#lib/duplicates/fingerprint.ts";
import { compareTerms, termsOf, type Likeness, type Terms } from "#lib/text/terms.ts";
import type { ComparedArticle, TermFrequencies, Verdict } from "#lib/duplicates/types.ts";
import { wordsOf } from "#lib/text/hashed-words.ts";
import { pageAddressOf } from "#lib/text/page-address.ts";

/**
 * From this containment on, two texts are one. Measured on `bbc-repeats`: repeats lie above .8,
 * rewrites of a story by the same desk below .6.
 */
const SAME_TEXT = 0.7;
/** The same under one headline, or for a later version by the same outlet. */
const SAME_STORY = 0.4;
const SAME_WORDING = 0.995;
/** Below this containment, the beginnings have to be the same too: galleries and menus are not. */
const SAME_THROUGHOUT = 0.9;
const SAME_LEAD = 0.4;
const NO_OVERLAP: Overlap = { jaccard: 0, containment: 0, leadContainment: 0 };
/** From this cosine on, terms tell of one event. Measured on `basil-triplets` and `giveme5w1h`. */
const SAME_EVENT = 0.17;
/** Few articles cannot show yet which terms are rare. */
const SAME_EVENT_IN_SMALL_ARCHIVE = 0.3;
const SMALL_ARCHIVE = 50;
const NAMED_TERMS = 5;
const DAY_MS = 86_400_000;

/** An article made ready to be compared; `shingles` null where its text is not at hand. */
export type Profile = Omit<ComparedArticle, "body"> & {
  shingles: ReadonlySet<number> | null;
  terms: Terms;
};

/** Makes an article ready to be compared. */
export function profileOf({ body, ...article }: ComparedArticle): Profile {
  return { ...article, shingles: shinglesOf(body), terms: termsOf(article.headline, body) };
}

/** The verdict on two articles, with the reasons in words. The order of the two does not matter. */
export function compareArticles(
  a: ComparedArticle,
  b: ComparedArticle,
  frequencies: TermFrequencies,
): Verdict {
  return compareProfiles(profileOf(a), profileOf(b), frequencies);
}

type Evidence = {
  overlap: Overlap;
  isSameUrl: boolean;
  isSameOutlet: boolean;
  isSameHeadline: boolean;
  /** Null where a day is not known. */
  daysApart: number | null;
};

/** The verdict on two articles made ready before. */
export function compareProfiles(a: Profile, b: Profile, frequencies: TermFrequencies): Verdict {
  const evidence = gatherEvidence(a, b);
  return (
    judgeText(evidence) ??
    judgeEvent(evidence, compareTerms(a.terms.counts, b.terms.counts, frequencies), {
      threshold: frequencies.articles < SMALL_ARCHIVE ? SAME_EVENT_IN_SMALL_ARCHIVE : SAME_EVENT,
      wordOf: (hash) => a.terms.words.get(hash) ?? b.terms.words.get(hash) ?? "",
    })
  );
}

function gatherEvidence(a: Profile, b: Profile): Evidence {
  const page = pageAddressOf(a.sourceUrl);
  const headlines = [a, b].map(({ headline }) => wordsOf(headline ?? "").join(" "));
  return {
    overlap: a.shingles && b.shingles ? overlapOf(a.shingles, b.shingles) : NO_OVERLAP,
    isSameUrl: page !== null && page === pageAddressOf(b.sourceUrl),
    isSameOutlet: a.outlet !== null && a.outlet.toLowerCase() === b.outlet?.toLowerCase(),
    isSameHeadline: headlines[0] !== "" && headlines[0] === headlines[1],
    daysApart:
      a.publishedOn && b.publishedOn
        ? Math.abs(Date.parse(a.publishedOn) - Date.parse(b.publishedOn)) / DAY_MS
        : null,
  };
}

/** Same text or update; null where neither. */
function judgeText(evidence: Evidence): Verdict | null {
  const { overlap, isSameUrl, isSameOutlet, isSameHeadline, daysApart } = evidence;
  const { containment, jaccard, leadContainment } = overlap;
  const reasons = textReasons(evidence);
  const isSameWording = jaccard >= SAME_WORDING;
  if (isSameUrl && !isSameWording) return { kind: "update", score: 1, reasons };
  if (containment < SAME_THROUGHOUT && leadContainment < SAME_LEAD) return null;
  const threshold = isSameHeadline ? SAME_STORY : SAME_TEXT;
  const score = (from: number) => 0.5 + (0.5 * (containment - from)) / (1 - from);
  const isNear = daysApart === null || daysApart <= EVENT_DAYS;
  if (isSameOutlet && !isSameWording && isNear && containment >= SAME_STORY) {
    return { kind: "update", score: score(SAME_STORY), reasons };
  }
  if (containment >= threshold) {
    return { kind: "same_text", score: score(threshold), reasons };
  }
  return null;
}

function textReasons({ overlap, ...evidence }: Evidence): string[] {
  const { containment, jaccard } = overlap;
  const reasons: string[] = [];
  if (evidence.isSameUrl) reasons.push("They have the same address.");
  if (jaccard >= SAME_WORDING) reasons.push("The texts are the same, word for word.");
  else if (containment >= 0.1) {
    const [part, whole] = [containment, jaccard].map((share) => `${Math.floor(100 * share)} %`);
    reasons.push(
      containment - jaccard > 0.2
        ? `${part} of the shorter text stands in the longer one, which has much besides.`
        : `${part} of the shorter text stands in the other, ${whole} of both is the same.`,
    );
  }
  if (evidence.isSameHeadline) reasons.push("They have the same headline.");
  if (evidence.isSameOutlet) reasons.push("The same outlet published both.");
  return [...reasons, ...dayReasons(evidence.daysApart)];
}

function dayReasons(daysApart: number | null): string[] {
  if (daysApart === null) return [];
  if (daysApart === 0) return ["They appeared on the same day."];
  return [`They appeared ${daysApart === 1 ? "a day" : `${daysApart} days`} apart.`];
}

/** Same event or different. */
function judgeEvent(
  evidence: Evidence,
  { cosine, shared }: Likeness,
  { threshold, wordOf }: { threshold: number; wordOf: (hash: number) => string },
): Verdict {
  const { overlap, daysApart } = evidence;
  const words = shared.map(wordOf).filter(Boolean).slice(0, NAMED_TERMS);
  const reasons = [
    ...(words.length > 0 ? [`Both begin with ${words.join(", ")}.`] : []),
    ...textReasons(evidence),
  ];
  // At the threshold as good as not; at twice the threshold beyond doubt.
  const likeness = Math.min(1, (0.5 * cosine) / threshold);
  const isShared = overlap.containment >= SAME_STORY;
  if (daysApart === null || daysApart > EVENT_DAYS || (likeness < 0.5 && !isShared)) {
    return { kind: "different", score: Math.min(likeness, 0.49), reasons };
  }
  return { kind: "same_event", score: Math.max(likeness, 0.5), reasons };
}
