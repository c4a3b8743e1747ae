import type { FormField } from "#components/admin/form/form-field-types.ts";
import { toTopicOptions } from "#components/admin/topics/topic-form-fields.ts";
import { STATE_LABELS } from "#lib/commitments/overdue.ts";
import {
  COMMITMENT_STATES,
  type CommitmentChangeFields,
  type Evidence,
} from "#lib/commitments/schema.ts";
import type { CommitmentForAdmin } from "#lib/commitments/data-admin.ts";
import type { TopicRef } from "#lib/topics/types.ts";

const EDTF_HINT =
  "2025-03-02, 2025-03, 2025 or a span 2025-03-01/2025-03-05; ~ after it is “about”.";

/** The fields of a commitment itself; `topics` are those to choose from. */
export function commitmentFormFields(
  topics: readonly TopicRef[],
  commitment?: CommitmentForAdmin,
): FormField[] {
  const fields = commitment?.fields;
  // Two may have one name: what is typed again is the id.
  const namesOf = (ids: readonly string[] = []) => ids.join("\n");
  return [
    {
      ...{ kind: "text", name: "title", label: "What was promised", required: true },
      value: fields?.title,
    },
    {
      ...{ kind: "lines", name: "by", label: "By whom", required: true, lineCount: 2 },
      ...{ hint: "Names or ids of people and bodies, one a line.", value: namesOf(fields?.by) },
    },
    {
      ...{ kind: "lines", name: "to", label: "To whom", lineCount: 2, value: namesOf(fields?.to) },
    },
    {
      ...{ kind: "text", name: "madeOn", label: "Made on", required: true, hint: EDTF_HINT },
      value: fields?.madeOn,
    },
    {
      ...{ kind: "text", name: "event", label: "At the event" },
      ...{ hint: "Its address or its id.", value: fields?.eventId ?? "" },
    },
    {
      ...{ kind: "text", name: "due", label: "Due", value: fields?.due ?? "" },
      hint: `Empty where no day was named. ${EDTF_HINT}`,
    },
    {
      ...{ kind: "lines", name: "detail", label: "In more words", lineCount: 4 },
      value: fields?.detail,
    },
    evidenceField("Evidence of the promise", fields?.evidence),
    {
      ...{ kind: "checks", name: "topicIds", label: "Topics", values: fields?.topicIds ?? [] },
      options: toTopicOptions(topics),
    },
  ];
}

/** The fields of what became of it. */
export function changeFormFields(change?: CommitmentChangeFields): FormField[] {
  return [
    {
      ...{ kind: "choice", name: "state", label: "It became", value: change?.state ?? "" },
      required: true,
      options: [
        { value: "", label: "choose" },
        ...COMMITMENT_STATES.map((state) => ({ value: state, label: STATE_LABELS[state] })),
      ],
    },
    { kind: "date", name: "day", label: "On", required: true, value: change?.day },
    {
      ...{ kind: "lines", name: "note", label: "What happened", required: true, lineCount: 3 },
      value: change?.note,
    },
    evidenceField("Evidence", change?.evidence),
  ];
}

function evidenceField(label: string, evidence: readonly Evidence[] = []): FormField {
  return {
    ...{ kind: "rows", name: "evidence", label },
    hint: "A source with publisher and title, or an event or article of this archive by its address; of an article, also the words that say it.",
    columns: [
      { name: "publisher", label: "Publisher", kind: "text" },
      { name: "sourceTitle", label: "Title", kind: "text" },
      { name: "url", label: "Web address", kind: "text" },
      { name: "here", label: "Event or article here", kind: "text" },
      { name: "words", label: "Words of the article", kind: "text" },
    ],
    rows: evidence.map(({ publisher, title, url, eventId, articleId, words }) => [
      ...[publisher ?? "", title ?? "", url ?? ""],
      ...[eventId ? `/events/${eventId}` : articleId ? `/admin/articles/${articleId}` : ""],
      words ?? "",
    ]),
  };
}
