import type { Option } from "#components/admin/form/form-field-types.ts";
import type { LikeScope } from "#lib/statements/likes.ts";
import type { PassageRole } from "#lib/statements/mark-passage.ts";
import type { DecisionAction, LikesOffers, ReviewLine } from "#lib/statements/types-review.ts";

/** What a part of a passage is called. */
export const ROLE_WORDS: Readonly<Record<PassageRole, string>> = {
  words: "The words",
  insertion: "Put in by an editor",
  source: "Who",
  cue: "Said how",
  venue: "Where",
  saidOn: "When",
};

export const KIND_OPTIONS = [
  ["direct", "direct: all quoted"],
  ["mixed", "mixed: partly quoted"],
  ["indirect", "indirect: reported"],
] as const;

/** What to do with a name that the archive does not know. */
export const ADD_AS_OPTIONS: readonly Option[] = [
  { value: "", label: "say so" },
  { value: "person", label: "add it as a person" },
  { value: "organisation", label: "add it as an organisation" },
  { value: "country", label: "add it as a country" },
];

/** What a person did, as its notice says. */
export const DONE_WORDS: Readonly<Record<DecisionAction, string>> = {
  "statement.confirm": "Confirmed",
  "statement.reject": "Rejected",
  "statement.reopen": "Put back",
  "statement.decide_likes": "Its likes too",
  "statement.mark": "Marked",
  "statement.name_speaker": "Speaker named",
};

const CLIPPED_CHARACTERS = 90;

/** The beginning of a statement's words, to name it by. */
export function clippedWords(words: string): string {
  if (words.length <= CLIPPED_CHARACTERS) return words.replace(/[,;:]$/, "");
  return `${words.slice(0, CLIPPED_CHARACTERS).replace(/\s+\S*$/, "")} …`;
}

/** Who said a statement, as its line says. */
export function speakerWords({ speaker, isAnonymous, isSpeakerKnown }: ReviewLine): string {
  if (!speaker) return isAnonymous ? "an anonymous source" : "nobody named";
  return isSpeakerKnown ? speaker : `“${speaker}”${isAnonymous ? ", anonymous" : ""}`;
}

/** What is offered about likes, and on which ground. */
export function offerWords(
  scope: LikeScope,
  count: number,
  { model }: Pick<LikesOffers, "model">,
): { title: string; submit: string } {
  const others = `${count} ${count === 1 ? "other" : "others"}`;
  const submit = submitWords(count, model);
  if (scope === "words") return { title: `${others} of the same words`, submit };
  const where = {
    article: "in this article",
    outlet: "in other articles of this outlet",
    name: "in other outlets",
  };
  return { title: `${others} by “${model.speakerText}” ${where[scope]}`, submit };
}

function submitWords(count: number, { status, speaker, isAnonymous, isSpeakerKnown }: ReviewLine) {
  const them = count === 1 ? "it" : "them";
  if (status === "rejected") return `Reject ${them} too`;
  if (isSpeakerKnown) return `Confirm ${them} as said by ${speaker}`;
  return isAnonymous ? `Confirm ${them} as anonymous` : `Confirm ${them} too`;
}
