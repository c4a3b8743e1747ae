import type { FormField, Option } from "#components/admin/form/form-field-types.ts";
import type { TopicFields } from "#lib/topics/schema.ts";
import type { TopicRef } from "#lib/topics/types.ts";

/** Topics as options of a choice. */
export function toTopicOptions(topics: readonly TopicRef[]): Option[] {
  return topics.map(({ id, label }) => ({ value: id, label }));
}

/** The fields of a topic; `others` may stand above it. */
export function topicFormFields(others: readonly TopicRef[], topic?: TopicFields): FormField[] {
  return [
    {
      kind: "text",
      name: "label",
      label: "Label",
      value: topic?.label,
      required: true,
      maxLength: 100,
    },
    {
      kind: "lines",
      name: "definition",
      label: "Definition",
      hint: "What belongs under it and what does not; readers see this.",
      value: topic?.definition,
      lineCount: 3,
      required: true,
    },
    {
      kind: "choice",
      name: "broaderId",
      label: "Broader topic",
      value: topic?.broaderId ?? "",
      options: [{ value: "", label: "none" }, ...toTopicOptions(others)],
    },
    {
      kind: "lines",
      name: "keywords",
      label: "Keywords",
      hint: "Whole words and phrases, one a line; the label is one too. Short ones in capitals count only in capitals.",
      value: topic?.keywords.join("\n"),
      lineCount: 8,
    },
    {
      kind: "lines",
      name: "exceptions",
      label: "Not where the sentence has",
      hint: "Words and phrases, one a line. Keywords in a sentence with one of these do not count.",
      value: topic?.exceptions.join("\n"),
      lineCount: 3,
    },
    {
      kind: "text",
      name: "hitsNeeded",
      label: "Hits needed",
      hint: "How often its keywords have to stand in an article. One in the first two paragraphs counts twice.",
      value: String(topic?.hitsNeeded ?? 2),
    },
    {
      kind: "text",
      name: "iptcId",
      label: "IPTC Media Topic",
      hint: "The same term of the IPTC’s list where there is one: medtop:20000639.",
      value: topic?.iptcId ?? "",
    },
  ];
}
