/** What holds for articles when they come in: an outlet and a feed ask for it in the same words. */
import { RIGHTS_OPTIONS } from "#components/admin/articles/rights-words.ts";
import type { FormField, Option } from "#components/admin/form/form-field-types.ts";
import { toTopicOptions } from "#components/admin/topics/topic-form-fields.ts";
import type { Rights } from "#lib/articles/types.ts";
import type { TopicRef } from "#lib/topics/types.ts";

/** The choice that leaves it to somebody else, where there is one. */
type Unsaid = readonly Option[];

/** How much readers see. */
export function rightsField(
  name: string,
  { value, hint, unsaid = [] }: { value: Rights | ""; hint?: string; unsaid?: Unsaid },
): FormField {
  const label = "What readers see of its articles";
  return { kind: "choice", name, label, hint, value, options: [...unsaid, ...RIGHTS_OPTIONS] };
}

/** Whether they are public at once; null where nothing is said. */
export function publishingField(publishesItself: boolean | null, unsaid: Unsaid = []): FormField {
  return {
    kind: "choice",
    name: "publishesItself",
    label: "What becomes of its articles when they come in",
    hint: "In doubt is what lacks a day or a headline, or where the reading is unsure.",
    value: publishesItself === null ? "" : publishesItself ? "yes" : "no",
    options: [
      ...unsaid,
      { value: "no", label: "each waits for an archivist" },
      { value: "yes", label: "published at once, unless something is in doubt" },
    ],
  };
}

/** Topics that each of them is given. */
export function topicsField(
  name: string,
  { values = [], topics, hint }: { values?: string[]; topics: readonly TopicRef[]; hint: string },
): FormField {
  const label = "Topics of all its articles";
  return { kind: "checks", name, label, hint, values, options: toTopicOptions(topics) };
}
