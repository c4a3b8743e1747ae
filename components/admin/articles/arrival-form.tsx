"use client";

import { useActionState, useRef, useState, type ChangeEvent } from "react";
import { ArrivalList } from "#components/admin/articles/arrival-list.tsx";
import { DropZone } from "#components/admin/articles/drop-zone.tsx";
import { Button } from "#components/ui/button.tsx";
import { Field, TextAreaField, TextField } from "#components/ui/field.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { archiveArrivalsAction } from "#lib/articles/actions-arrival.ts";
import { MAX_FILES, MAX_TOTAL_BYTES } from "#lib/articles/arrival-limits.ts";
import { MAX_BATCH_BYTES, MAX_BATCH_FILES } from "#lib/batches/schema.ts";
import type { ArrivalState } from "#lib/articles/types-admin.ts";
import { counted, inFigures } from "#lib/text/counted.ts";
import styles from "./arrival-form.module.css";

/** What a browser's file chooser offers first; what a file is, its content says. */
const ACCEPTED =
  ".txt,.md,.markdown,.html,.htm,.pdf,.docx,.odt,.rtf,.epub,.eml,.xml,.rss,.atom,.json,.jsonl,.csv,.tsv,.xlsx,.warc,.arc,.wacz,.zip,.gz,.tgz,.tar";
const START: ArrivalState = { answers: 0, outcomes: [] };
const HINT = `Web pages, PDF, Word, OpenDocument, RTF, e-books, e-mail, feeds, tables, JSON, web archives (WARC, WACZ), or archives of these; an article may have 5 MB. More than ${MAX_FILES} files, or ${MAX_TOTAL_BYTES / 1024 ** 2} MB together, are imported in the background.`;

/** Paste a text, give an address or bring files; each becomes a draft of its own. */
export function ArrivalForm() {
  const [state, send, isSending] = useActionState(archiveArrivalsAction, START);
  const [files, setFiles] = useState<ChosenFiles>(NO_FILES);
  return (
    <form action={send} className={styles.form}>
      {state.message && (
        <Notice tone="danger" isAnswer>
          <p>{state.message}</p>
        </Notice>
      )}
      <ArrivalList outcomes={state.outcomes} />
      <TextAreaField
        key={state.answers}
        id="text"
        name="text"
        label="Paste an article"
        hint="As messy as it comes, header, by-lines, credits and all."
        rows={14}
        defaultValue={state.text}
      />
      <TextField
        key={`address ${state.answers}`}
        id="address"
        name="address"
        type="url"
        label="Or the address of a page"
        hint="It is fetched once, as its site allows, and kept as received."
        placeholder="https://"
        defaultValue={state.address}
      />
      <FilesField problem={files.problem} onFiles={setFiles} />
      <TextField
        id="capturedOn"
        name="capturedOn"
        type="date"
        label="Captured on, if known"
        hint="The day the text was copied: it tells which day “yesterday” was."
      />
      <div>
        <Button
          tone="primary"
          disabled={isSending || files.problem !== null}
          {...(files.isMany && BACKGROUND)}
        >
          {isSending
            ? "Reading …"
            : files.isMany
              ? "Import in the background"
              : "Read and store as draft"}
        </Button>
      </div>
    </form>
  );
}

type ChosenFiles = {
  /** More than a form's answer can wait for: they become a batch. */
  isMany: boolean;
  problem: string | null;
};

const NO_FILES: ChosenFiles = { isMany: false, problem: null };
/** A server action is read whole; the form for batches is read as it comes. */
const BACKGROUND = {
  formAction: "/api/batches",
  formMethod: "post",
  formEncType: "multipart/form-data",
} as const;

type FilesFieldProps = { problem: string | null; onFiles: (files: ChosenFiles) => void };

function FilesField({ problem, onFiles }: FilesFieldProps) {
  const files = useRef<HTMLInputElement>(null);
  const takeDropped = (dropped: FileList) => {
    if (files.current) files.current.files = dropped;
    onFiles(judge(dropped));
  };
  const check = ({ target }: ChangeEvent<HTMLInputElement>) => onFiles(judge(target.files));
  return (
    <DropZone onFiles={takeDropped}>
      <Field id="files" label="Or choose files, or drop them here" hint={HINT} error={problem}>
        <input
          ref={files}
          id="files"
          type="file"
          name="files"
          accept={ACCEPTED}
          multiple
          aria-describedby={problem ? "files-hint files-error" : "files-hint"}
          aria-invalid={problem ? true : undefined}
          onChange={check}
        />
      </Field>
    </DropZone>
  );
}

function judge(files: FileList | null): ChosenFiles {
  const chosen = [...(files ?? [])];
  const byteCount = chosen.reduce((sum, { size }) => sum + size, 0);
  const isMany = chosen.length > MAX_FILES || byteCount > MAX_TOTAL_BYTES;
  if (chosen.length > MAX_BATCH_FILES) {
    const problem = `These are ${counted(chosen.length, "file")}; choose at most ${inFigures(MAX_BATCH_FILES)} at once, or pack them into a ZIP.`;
    return { isMany, problem };
  }
  if (byteCount > MAX_BATCH_BYTES) {
    const problem = `Together they are ${(byteCount / 1024 ** 3).toFixed(1)} GB; send at most ${MAX_BATCH_BYTES / 1024 ** 3} GB at once.`;
    return { isMany, problem };
  }
  return { isMany, problem: null };
}
