import type { ReactNode } from "react";
import { fieldKind } from "#components/admin/draft/field-kinds.ts";
import kinds from "#components/admin/draft/field-kinds.module.css";
import { KNOWN_SPEAKERS } from "#components/admin/statements/known-speakers.tsx";
import { ADD_AS_OPTIONS, KIND_OPTIONS } from "#components/admin/statements/statement-words.ts";
import { CheckboxField, SelectField, TextField } from "#components/ui/field.tsx";
import type { FormState } from "#lib/http/form-state.ts";
import styles from "./statement-fields.module.css";

export type StatementFieldValues = {
  speaker: string;
  speakerText: string;
  isAnonymous: boolean;
  kind: string;
  venue: string;
  saidOn: string;
};

type StatementFieldsProps = {
  values: StatementFieldValues;
  /** What was answered to the form: what was typed before, and what is wrong with it. */
  state: FormState;
  /** True where the kind may be left to the quotation marks. */
  isKindOpen?: boolean;
};

/** Who said it, how, where and when; each in the colour of its words in the passage. */
export function StatementFields({ values, state, isKindOpen = false }: StatementFieldsProps) {
  const frame = (name: keyof StatementFieldValues | "addAs", label: string) => ({
    id: `statement-${name}`,
    name,
    label,
    error: state.fieldErrors?.[name],
    defaultValue: state.values?.[name]?.[0] ?? (name === "addAs" ? "" : String(values[name])),
  });
  const isAnonymous = state.values ? "isAnonymous" in state.values : values.isAnonymous;
  return (
    <div className={styles.fields}>
      <Framed field="speaker">
        <TextField
          {...frame("speaker", "Speaker")}
          list={KNOWN_SPEAKERS}
          autoComplete="off"
          data-key="s"
        />
      </Framed>
      <SelectField {...frame("addAs", "If the archive does not know the name")}>
        {ADD_AS_OPTIONS.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </SelectField>
      <Framed field="speakerText">
        <TextField {...frame("speakerText", "In the article’s words")} autoComplete="off" />
      </Framed>
      <CheckboxField
        id="statement-isAnonymous"
        name="isAnonymous"
        label="Anonymous: may not be named"
        defaultChecked={isAnonymous}
        data-key="a"
      />
      <Framed field="saidOn">
        <TextField {...frame("saidOn", "Said on")} autoComplete="off" data-key="d" />
      </Framed>
      <Framed field="venue">
        <TextField {...frame("venue", "Where")} autoComplete="off" data-key="w" />
      </Framed>
      <Framed field="words">
        <SelectField {...frame("kind", "Kind")}>
          {isKindOpen && <option value="">as its quotation marks tell</option>}
          {KIND_OPTIONS.map(([value, label]) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </SelectField>
      </Framed>
    </div>
  );
}

function Framed({ field, children }: { field: string; children: ReactNode }) {
  return (
    <div className={`${kinds.kind} ${styles.frame}`} data-kind={fieldKind(field)}>
      {children}
    </div>
  );
}
