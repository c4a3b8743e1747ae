import type { ReactNode } from "react";
import { fieldKind, spanId } from "#components/admin/draft/field-kinds.ts";
import kinds from "#components/admin/draft/field-kinds.module.css";
import type { FieldExplanation } from "#lib/articles/explain-fields.ts";
import styles from "./field-frame.module.css";

type FieldFrameProps = {
  /** Path of the field, or of the list that it is. */
  field: string;
  explanation?: FieldExplanation;
  children: ReactNode;
};

/** A control and where its value came from; the thread to the original starts here. */
export function FieldFrame({ field, explanation, children }: FieldFrameProps) {
  return (
    <div
      className={`${kinds.kind} ${styles.frame}`}
      data-kind={fieldKind(field)}
      data-field={field}
    >
      {children}
      <FieldSource field={field} explanation={explanation} />
    </div>
  );
}

type FieldSourceProps = {
  field: string;
  explanation: FieldExplanation | undefined;
  /** Which part of a row it is about. */
  label?: string;
};

/** Where a value stands in the original, by which rule it was read and how surely, in words. */
export function FieldSource({ field, explanation, label }: FieldSourceProps) {
  if (!explanation) return null;
  const { line, rule, sureness, isByPerson } = explanation;
  return (
    <p className={styles.source} data-unsure={sureness === "a guess" || undefined}>
      {label && `${label}, `}
      {line !== null && (
        <>
          <a href={`#${spanId(field)}`}>line {line}</a>
          {": "}
        </>
      )}
      {rule}
      {!isByPerson && `, ${sureness}`}
    </p>
  );
}
