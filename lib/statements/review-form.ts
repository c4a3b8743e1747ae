/** Reads the forms of the review of statements. */
import { textOf, textsOf } from "#lib/http/answer-form.ts";
import { parseInput } from "#lib/http/parse-input.ts";
import {
  correctionSchema,
  markingSchema,
  reviewQuerySchema,
  type Correction,
  type Marking,
  type ReviewQuery,
} from "#lib/statements/schema-review.ts";

/** In which queue the form stood, and where. */
export function readReviewQuery(form: FormData): ReviewQuery {
  const names = ["status", "speaker", "lacks", "article", "outlet", "at"] as const;
  const given = names.map((name) => [name, textOf(form, `queue.${name}`) || undefined]);
  return reviewQuerySchema.parse(Object.fromEntries(given));
}

/** What a person says of a statement. Throws `AppError` "invalid_input". */
export function readCorrection(form: FormData): Correction {
  return parseInput(correctionSchema, {
    ...valuesOf(form),
    shownSpeaker: textOf(form, "shownSpeaker"),
    offered: textsOf(form, "offered"),
  });
}

/** What a person says of words that no rule took for a statement. Throws as `readCorrection` does. */
export function readMarking(form: FormData): Marking {
  return parseInput(markingSchema, {
    ...valuesOf(form),
    articleId: textOf(form, "articleId"),
    words: textOf(form, "words"),
  });
}

function valuesOf(form: FormData) {
  return {
    speaker: textOf(form, "speaker"),
    addAs: textOf(form, "addAs"),
    speakerText: textOf(form, "speakerText"),
    isAnonymous: form.has("isAnonymous") ? "on" : undefined,
    kind: textOf(form, "kind"),
    venue: textOf(form, "venue"),
    saidOn: textOf(form, "saidOn"),
    topics: textsOf(form, "topics"),
  };
}
