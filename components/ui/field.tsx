import type {
  InputHTMLAttributes,
  ReactNode,
  SelectHTMLAttributes,
  TextareaHTMLAttributes,
} from "react";
import styles from "./field.module.css";

type FieldProps = {
  /** Unique in the page; the hint and the error derive their ids from it. */
  id: string;
  label: ReactNode;
  hint?: ReactNode;
  /** What is wrong with the value and how to put it right. */
  error?: ReactNode;
};

type Plain<T> = Omit<T, "id" | "className">;

/** A one-line input with its label, hint and error. */
export function TextField(props: FieldProps & Plain<InputHTMLAttributes<HTMLInputElement>>) {
  const { id, label, hint, error, ...input } = props;
  return (
    <Field id={id} label={label} hint={hint} error={error}>
      <input id={id} className={styles.control} {...described(props)} {...input} />
    </Field>
  );
}

/** A several-line input with its label, hint and error. */
export function TextAreaField(
  props: FieldProps & Plain<TextareaHTMLAttributes<HTMLTextAreaElement>>,
) {
  const { id, label, hint, error, ...input } = props;
  return (
    <Field id={id} label={label} hint={hint} error={error}>
      <textarea id={id} className={styles.control} {...described(props)} {...input} />
    </Field>
  );
}

/** A choice of one; its children are `option` elements. */
export function SelectField(props: FieldProps & Plain<SelectHTMLAttributes<HTMLSelectElement>>) {
  const { id, label, hint, error, ...select } = props;
  return (
    <Field id={id} label={label} hint={hint} error={error}>
      <select id={id} className={styles.control} {...described(props)} {...select} />
    </Field>
  );
}

/** A box to tick, its label after it. */
export function CheckboxField(
  props: Omit<FieldProps, "hint" | "error"> & Plain<InputHTMLAttributes<HTMLInputElement>>,
) {
  const { id, label, ...input } = props;
  return (
    <label htmlFor={id} className={styles.check}>
      <input id={id} type="checkbox" className={styles.box} {...input} />
      {label}
    </label>
  );
}

/** The frame of a field around any control that has this `id`. */
export function Field({ id, label, hint, error, children }: FieldProps & { children: ReactNode }) {
  return (
    <div className={styles.field} data-invalid={error ? "" : undefined}>
      <label htmlFor={id} className={styles.label}>
        {label}
      </label>
      {hint && (
        <p id={`${id}-hint`} className={styles.hint}>
          {hint}
        </p>
      )}
      {children}
      {error && (
        <p id={`${id}-error`} className={styles.error}>
          {error}
        </p>
      )}
    </div>
  );
}

function described({ id, hint, error }: FieldProps) {
  const ids = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ");
  return { "aria-describedby": ids || undefined, "aria-invalid": error ? true : undefined };
}
