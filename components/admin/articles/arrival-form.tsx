"use client";

import { useActionState, useRef, useState, type ChangeEvent } from "react";
import { ArrivalList } from "#components/admin/articles/arrival-list.tsx";
import { DropZone } from "#components/admin/articles/drop-zone.tsx";
import { Button } from "#components/ui/button.tsx";
import { Field, TextAreaField, TextField } from "#components/ui/field.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { archiveArrivalsAction } from "#lib/articles/actions-arrival.ts";
import { MAX_FILES, MAX_TOTAL_BYTES } from "#lib/articles/arrival-limits.ts";
import type { ArrivalState } from "#lib/articles/types-admin.ts";
import styles from "./arrival-form.module.css";

/** What a browser's file chooser offers first; what a file is, its content says. */
const ACCEPTED =
  ".txt,.md,.markdown,.html,.htm,.pdf,.docx,.odt,.rtf,.epub,.eml,.xml,.rss,.atom,.json,.jsonl,.csv,.tsv,.xlsx,.warc,.arc,.wacz,.zip,.gz,.tgz,.tar";
const START: ArrivalState = { answers: 0, outcomes: [] };
const HINT = `Web pages, PDF, Word, OpenDocument, RTF, e-books, e-mail, feeds, tables, JSON, web archives (WARC, WACZ), or archives of these; up to ${MAX_FILES} at once; 5 MB each and ${MAX_TOTAL_BYTES / 1024 ** 2} MB together with the text above.`;

/** Paste a text, give an address or bring files; each becomes a draft of its own. */
export function ArrivalForm() {
  const [state, send, isSending] = useActionState(archiveArrivalsAction, START);
  const [tooMuch, setTooMuch] = useState<string | null>(null);
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
      <FilesField problem={tooMuch} onProblem={setTooMuch} />
      <TextField
        id="capturedOn"
        name="capturedOn"
        type="date"
        label="Captured on, if known"
        hint="The day the text was copied: it tells which day “yesterday” was."
      />
      <div>
        <Button tone="primary" disabled={isSending || tooMuch !== null}>
          {isSending ? "Reading …" : "Read and store as draft"}
        </Button>
      </div>
    </form>
  );
}

type FilesFieldProps = { problem: string | null; onProblem: (problem: string | null) => void };

function FilesField({ problem, onProblem }: FilesFieldProps) {
  const files = useRef<HTMLInputElement>(null);
  const takeDropped = (dropped: FileList) => {
    if (files.current) files.current.files = dropped;
    onProblem(problemOf(dropped));
  };
  const check = ({ target }: ChangeEvent<HTMLInputElement>) => onProblem(problemOf(target.files));
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

function problemOf(files: FileList | null): string | null {
  const chosen = [...(files ?? [])];
  if (chosen.length > MAX_FILES) {
    return `These are ${chosen.length} files; choose at most ${MAX_FILES} at once.`;
  }
  const byteCount = chosen.reduce((sum, { size }) => sum + size, 0);
  if (byteCount > MAX_TOTAL_BYTES) {
    return `Together they are ${(byteCount / 1024 ** 2).toFixed(1)} MB; send them in several turns, or import them on the command line.`;
  }
  return null;
}
