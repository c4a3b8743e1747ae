"use server";

import { redirect } from "next/navigation";
import { requireRole, toActor } from "#lib/auth/current-user.ts";
import { AppError } from "#lib/errors.ts";
import { importEvents, redoEventImport, undoEventImport } from "#lib/events/mutations-import.ts";
import { planEventImport, type EventImportPlan } from "#lib/exchange/data-event-import.ts";
import {
  eventImportIdSchema,
  eventImportSchema,
  MAX_IMPORT_BYTES,
} from "#lib/exchange/schema-event-import.ts";
import { answerForm, textOf, textsOf } from "#lib/http/answer-form.ts";
import type { FormState } from "#lib/http/form-state.ts";
import { parseInput } from "#lib/http/parse-input.ts";
import { counted } from "#lib/text/counted.ts";

const PASTED = "Pasted text";

/** What an import would do, and the file that it is of: it is stored nowhere until it is confirmed. */
export type EventImportPreview = {
  format: EventImportPlan["format"];
  left: string[];
  rows: {
    row: number;
    title: string;
    date: string;
    problems: string[];
    isUsable: boolean;
    duplicate: { id: string; title: string; isSameId: boolean } | null;
  }[];
  text: string;
  name: string;
};

export type EventImportState = FormState & { preview?: EventImportPreview };

/** Shows what is understood of a file of events; once that is confirmed, stores them and goes on. */
export async function importEventsAction(
  previous: EventImportState,
  form: FormData,
): Promise<EventImportState> {
  let preview: EventImportPreview | undefined;
  const state = await answerForm(previous, form, async () => {
    const editor = await requireRole("editor");
    if (textOf(form, "intent") === "import") {
      preview = previous.preview;
      const { text, name, skip } = parseInput(eventImportSchema, {
        ...{ text: textOf(form, "text"), name: textOf(form, "name"), skip: textsOf(form, "skip") },
      });
      const { rows, format } = await planEventImport(text);
      const left = new Set(skip);
      const events = rows.flatMap(({ row, event }) => (event && !left.has(row) ? event : []));
      const file = { name: name || PASTED, format };
      const { importId } = await importEvents(events, file, toActor(editor));
      redirect(`/admin/events/import?done=${importId}`);
    }
    const { text, name } = await readSent(form);
    preview = toPreview(await planEventImport(text), text, name);
    return { message: "Nothing is stored yet. This is what was understood." };
  });
  return preview ? { ...state, preview } : state;
}

/** Takes all events of an import back that nobody has worked on since. */
export async function undoEventImportAction(
  previous: FormState,
  form: FormData,
): Promise<FormState> {
  return answerForm(previous, form, async () => {
    const editor = await requireRole("editor");
    const { importId } = parseInput(eventImportIdSchema, Object.fromEntries(form));
    const { removed, kept } = await undoEventImport(importId, toActor(editor));
    const others = kept > 0 ? ` ${counted(kept, "event")} stayed: somebody worked on them.` : "";
    return { message: `${counted(removed, "event")} taken back.${others}` };
  });
}

/** Stores the events of an import that was taken back anew. */
export async function redoEventImportAction(
  previous: FormState,
  form: FormData,
): Promise<FormState> {
  return answerForm(previous, form, async () => {
    const editor = await requireRole("editor");
    const { importId } = parseInput(eventImportIdSchema, Object.fromEntries(form));
    const count = await redoEventImport(importId, toActor(editor));
    return { message: `${counted(count, "event")} imported again.` };
  });
}

async function readSent(form: FormData): Promise<{ text: string; name: string }> {
  const file = form.get("file");
  if (!(file instanceof File) || file.size === 0)
    return { text: textOf(form, "pasted"), name: PASTED };
  if (file.size > MAX_IMPORT_BYTES)
    throw new AppError(
      "payload_too_large",
      `The file has more than ${MAX_IMPORT_BYTES / 1024 ** 2} MB. Please import it in parts.`,
    );
  return { text: await file.text(), name: file.name.slice(0, 200) };
}

function toPreview(plan: EventImportPlan, text: string, name: string): EventImportPreview {
  const { format, left, rows } = plan;
  return {
    ...{ format, left, text, name },
    rows: rows.map(({ event, ...row }) => ({ ...row, isUsable: event !== null })),
  };
}
