import type { FormField, Option } from "#components/admin/form/form-field-types.ts";
import {
  publishingField,
  rightsField,
  topicsField,
} from "#components/admin/outlets/arrival-fields.ts";
import { DEFAULT_INTERVAL_MINUTES, type FeedFields } from "#lib/feeds/schema.ts";
import type { FeedChoices } from "#lib/feeds/types.ts";
import { counted } from "#lib/text/counted.ts";

const INTERVALS = [15, 30, 60, 2 * 60, 4 * 60, 8 * 60, 24 * 60, 2 * 24 * 60, 7 * 24 * 60];
const AS_OUTLET: Option = { value: "", label: "as its outlet has it" };

type Known = Pick<FeedFields, "title" | "outletId"> & Partial<FeedFields>;

/** How a feed is followed, field by field. */
export function feedFormFields({ outlets, topics }: FeedChoices, feed: Known): FormField[] {
  return [...pollingFields(outlets, feed), ...articleFields(topics, feed)];
}

function pollingFields(outlets: FeedChoices["outlets"], feed: Known): FormField[] {
  return [
    {
      kind: "text",
      name: "title",
      label: "Name",
      hint: "As archivists see it.",
      value: feed.title,
      maxLength: 200,
      required: true,
    },
    {
      kind: "choice",
      name: "outletId",
      label: "Outlet",
      hint: "Of entries that name none themselves; without a choice, the feed’s own title is taken for it.",
      value: feed.outletId ?? "",
      options: [
        { value: "", label: "none chosen" },
        ...outlets.map(({ id, name }) => ({ value: id, label: name })),
      ],
    },
    {
      kind: "choice",
      name: "intervalMinutes",
      label: "Poll every",
      hint: "Later, if the feed or its site says that it changes less often.",
      value: String(feed.intervalMinutes ?? DEFAULT_INTERVAL_MINUTES),
      options: intervalOptions(feed.intervalMinutes),
    },
    {
      kind: "choice",
      name: "fetchesFullText",
      label: "Where the feed has only a teaser",
      hint: "Pages are fetched one by one, as their site allows. What readers see of them is decided by the rights.",
      value: feed.fetchesFullText ? "yes" : "no",
      options: [
        { value: "no", label: "keep the teaser" },
        { value: "yes", label: "fetch the article’s page" },
      ],
    },
  ];
}

function articleFields(topics: FeedChoices["topics"], feed: Known): FormField[] {
  return [
    rightsField("rights", { value: feed.rights ?? "", unsaid: [AS_OUTLET] }),
    publishingField(feed.publishesItself ?? null, [AS_OUTLET]),
    topicsField("topicIds", {
      values: feed.topicIds,
      topics,
      hint: "Besides those of the outlet and those found in each text.",
    }),
  ];
}

function intervalOptions(chosen: number | undefined): Option[] {
  const all = chosen && !INTERVALS.includes(chosen) ? [...INTERVALS, chosen] : INTERVALS;
  return all
    .toSorted((a, b) => a - b)
    .map((minutes) => ({ value: String(minutes), label: intervalInWords(minutes) }));
}

/** `15 minutes`, `2 hours`, `a day`: fits after “every”. */
export function intervalInWords(minutes: number): string {
  const units = [
    [7 * 24 * 60, "week"],
    [24 * 60, "day"],
    [60, "hour"],
    [1, "minute"],
  ] as const;
  const [size, unit] = units.find(([size]) => minutes % size === 0) ?? [1, "minute"];
  const count = minutes / size;
  return count === 1 ? unit : counted(count, unit);
}
