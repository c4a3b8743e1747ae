import type { ReactNode } from "react";

type Described = { name: string; label: string; hint?: ReactNode; required?: boolean };

type OneLine = Described & {
  kind: "text" | "email" | "password" | "url" | "date";
  value?: string;
  autoComplete?: string;
  maxLength?: number;
};

type SeveralLines = Described & { kind: "lines"; value?: string; lineCount?: number };

export type Option = { value: string; label: string };

type Choice = Described & { kind: "choice"; value?: string; options: readonly Option[] };

/** Any number of options; sent under one name. */
export type ChecksField = Omit<Described, "required"> & {
  kind: "checks";
  values: readonly string[];
  options: readonly Option[];
};

/** A line of text with proposals; what is typed need not be one of them. */
type Suggested = Described & { kind: "suggested"; value?: string; options: readonly Option[] };

/** Lines of several values, such as offices with their days; empty lines are left out. */
export type RowsField = Omit<Described, "required"> & {
  kind: "rows";
  columns: readonly {
    name: string;
    label: string;
    kind: "text" | "date";
    /** What the browser completes from; what is typed need not be one of them. */
    options?: readonly Option[];
  }[];
  rows: readonly (readonly string[])[];
};

/** A form described by its fields: how each looks and behaves is decided in one place. */
export type FormField = OneLine | SeveralLines | Choice | ChecksField | Suggested | RowsField;
