/** A secret that is shown in this one answer and never again. */
export type HandOver = { label: string; text: string };

/** What a form's server action answers; the form shows it, with a script or without. */
export type FormState = {
  status: "untouched" | "done" | "failed";
  message?: string;
  /** What is wrong, by the name of the field. */
  fieldErrors?: Readonly<Record<string, string>>;
  /** What was sent, so that nobody types it twice; never a password. */
  values?: Readonly<Record<string, readonly string[]>>;
  handOver?: HandOver;
  /** Counts answers, so that each is shown afresh. */
  answers: number;
};

export type FormAction = (previous: FormState, form: FormData) => Promise<FormState>;

export const UNTOUCHED: FormState = { status: "untouched", answers: 0 };
