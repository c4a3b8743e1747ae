import type { RowPart } from "#components/admin/draft/row-fields.tsx";

type RowList = { legend: string; item: string; parts: readonly RowPart[] };

/** The lists of a draft and the parts of their rows. */
export const ROW_LISTS = {
  bylines: {
    legend: "By-lines",
    item: "By-line",
    parts: [
      { name: "name", label: "Name", kind: "text" },
      { name: "role", label: "Role", kind: "text" },
      { name: "note", label: "Note", kind: "text" },
    ],
  },
  mediaCredits: {
    legend: "Media credits",
    item: "Credit",
    parts: [
      { name: "credit", label: "Credit", kind: "text" },
      { name: "caption", label: "Caption", kind: "text" },
    ],
  },
  sources: {
    legend: "Sources that the article names",
    item: "Source",
    parts: [
      { name: "publisher", label: "Publisher", kind: "text" },
      { name: "title", label: "Title", kind: "text" },
      { name: "url", label: "Address", kind: "url" },
      { name: "stateMedia", label: "State media", kind: "check" },
    ],
  },
} as const satisfies Record<string, RowList>;
